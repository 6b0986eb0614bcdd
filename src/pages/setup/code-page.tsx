import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { setup } from '../../words/setup.ts'
import { shell } from '../../words/shell.ts'
import { type Frame, OpenPage } from '../shell.tsx'

/** All that anybody sees of the setup who has not used its code. A wrong code is not shown again. */
export function CodePage({ frame, wrong = false }: { frame: Frame; wrong?: boolean }) {
  const t = setup[frame.language]
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
