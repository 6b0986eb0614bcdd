import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { shell } from '../../words/shell.ts'
import { pinDoor } from '../../words/slips.ts'
import { type Frame, OpenPage } from '../shell.tsx'
import { LoginField } from './login-field.tsx'
import { Remember } from './remember.tsx'

type Props = { frame: Frame; shared: boolean; login?: string; error?: string | undefined }

/** Screen 1 for those without mail: the name from the slip, and one's own PIN. */
export function PinPage(props: Props) {
  const { frame, error } = props
  const t = pinDoor[frame.language]
  return (
    <OpenPage frame={frame} title={t.title}>
      {error && (
        <ErrorSummary title={shell[frame.language].errorTitle} errors={[{ field: 'pin', text: error }]} />
      )}
      <Title help={t.lead}>{t.title}</Title>
      <PinForm {...props} />
      <LinkLine href={urls.signInSlip()}>{t.haveSlip}</LinkLine>
      <LinkLine href={urls.signIn()}>{t.byMail}</LinkLine>
      <Fold label={t.forgotten}>
        <p>{t.forgottenText}</p>
      </Fold>
    </OpenPage>
  )
}

function PinForm({ frame, shared, login, error }: Props) {
  const t = pinDoor[frame.language]
  return (
    <form method="post" action={urls.signInPin()}>
      <LoginField language={frame.language} value={login} />
      <PinField name="pin" label={t.pin} error={error} />
      <Remember frame={frame} shared={shared} />
      <Button>{t.enter}</Button>
    </form>
  )
}
