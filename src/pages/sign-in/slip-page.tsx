import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { PinField } from '../../ui/pin-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { shell } from '../../words/shell.ts'
import { pinDoor } from '../../words/slips.ts'
import { type Frame, OpenPage } from '../shell.tsx'
import { LoginField } from './login-field.tsx'
import { Remember } from './remember.tsx'

export type SlipError = { field: 'code' | 'pin' | 'again'; text: string }
type Props = {
  frame: Frame
  shared: boolean
  login?: string
  /** Given back when it was the PIN that was wrong: nobody types twelve characters twice. */
  code?: string
  error?: SlipError | undefined
}

/** The slip's one use: its code, and the PIN that stands in for it from then on. */
export function SlipPage(props: Props) {
  const { frame, error } = props
  const t = pinDoor[frame.language]
  return (
    <OpenPage frame={frame} title={t.slip.title}>
      {error && <ErrorSummary title={shell[frame.language].errorTitle} errors={[error]} />}
      <Title help={t.slip.lead}>{t.slip.title}</Title>
      <SlipForm {...props} />
      <p class="hint">{t.slip.none}</p>
      <LinkLine href={urls.signInPin()}>{t.byPin}</LinkLine>
      <LinkLine href={urls.signIn()}>{t.byMail}</LinkLine>
    </OpenPage>
  )
}

function SlipForm({ frame, shared, login, code, error }: Props) {
  const t = pinDoor[frame.language]
  const codeWords = { label: t.slip.code, hint: t.slip.codeHint }
  const errorAt = (field: SlipError['field']) => (error?.field === field ? error.text : undefined)
  return (
    <form method="post" action={urls.signInSlip()}>
      <LoginField language={frame.language} value={login} />
      <CodeField name="code" {...codeWords} length={14} value={code} error={errorAt('code')} />
      <PinField name="pin" label={t.slip.newPin} hint={t.slip.newPinHint} error={errorAt('pin')} />
      <PinField name="again" label={t.slip.again} error={errorAt('again')} />
      <Remember frame={frame} shared={shared} />
      <Button>{t.slip.enter}</Button>
    </form>
  )
}
