import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { setup } from '../../words/setup.ts'
import { setupDoor } from '../../words/setup-door.ts'
import { shell } from '../../words/shell.ts'
import { type Frame, OpenPage } from '../shell.tsx'

/** All that is seen of the setup once there is an organisation: no code opens it any more. */
export function MadePage({ frame }: { frame: Frame }) {
  const t = setupDoor[frame.language]
  return (
    <OpenPage frame={frame} title={t.codeTitle}>
      <Title help={t.madeHelp}>{t.madeTitle}</Title>
      <ButtonLink href={urls.signIn()}>{setup[frame.language].signIn}</ButtonLink>
    </OpenPage>
  )
}

/** All that anybody sees of the setup who has not used its code. A wrong code is not shown again. */
export function CodePage({ frame, wrong = false }: { frame: Frame; wrong?: boolean }) {
  const t = setupDoor[frame.language]
  const error = wrong ? t.codeWrong : undefined
  return (
    <OpenPage frame={frame} title={t.codeTitle}>
      {error && (
        <ErrorSummary title={shell[frame.language].errorTitle} errors={[{ field: 'code', text: error }]} />
      )}
      <Title help={t.codeHelp}>{t.codeTitle}</Title>
      <form method="post" action={urls.setupCode()}>
        <TextField name="code" label={t.code} hint={t.codeHint} error={error} autocomplete="off" required />
        <Button>{t.useCode}</Button>
      </form>
    </OpenPage>
  )
}
