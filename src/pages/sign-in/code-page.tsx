import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { shell } from '../../words/shell.ts'
import { signIn } from '../../words/sign-in.ts'
import { type Frame, OpenPage } from '../shell.tsx'
import { Remember } from './remember.tsx'

type Props = {
  frame: Frame
  request: { address: string; long_code: boolean }
  shared: boolean
  error?: string | undefined
}

/** Screen 1, second half: the code. The words are the same for known and unknown addresses. */
export function CodePage(props: Props) {
  const { frame, request, error } = props
  const t = signIn[frame.language]
  return (
    <OpenPage frame={frame} title={t.codeTitle}>
      {error && (
        <ErrorSummary title={shell[frame.language].errorTitle} errors={[{ field: 'code', text: error }]} />
      )}
      <Title help={t.codeSent(request.address)}>{t.codeTitle}</Title>
      {frame.installation === 'trial' && <p>{t.codeTrial}</p>}
      <CodeForm {...props} />
      <LinkLine href={urls.signIn()}>{t.again}</LinkLine>
    </OpenPage>
  )
}

function CodeForm({ frame, request, shared, error }: Props) {
  const t = signIn[frame.language]
  return (
    <form method="post" action={urls.signInCode()}>
      <CodeField
        name="code"
        label={t.code}
        hint={t.codeHint}
        error={error}
        length={request.long_code ? 10 : 6}
      />
      <Remember frame={frame} shared={shared} />
      <Button>{t.enter}</Button>
    </form>
  )
}
