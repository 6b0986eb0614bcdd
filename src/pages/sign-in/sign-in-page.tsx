import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { LinkLine } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { EmailField } from '../../ui/text-field.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { shell } from '../../words/shell.ts'
import { signIn } from '../../words/sign-in.ts'
import { pinDoor } from '../../words/slips.ts'
import { type Frame, OpenPage } from '../shell.tsx'

type Props = { frame: Frame; typed?: string; error?: string; ended?: string | undefined }

/** Screen 1, first half: which mail address. */
export function SignInPage({ frame, typed, error, ended }: Props) {
  const t = signIn[frame.language]
  return (
    <OpenPage frame={frame} title={t.title}>
      {error && (
        <ErrorSummary title={shell[frame.language].errorTitle} errors={[{ field: 'address', text: error }]} />
      )}
      {ended && <Ended text={ended === 'selv' ? t.signedOut : t.ended} />}
      <Title help={t.lead}>{t.title}</Title>
      <form method="post" action={urls.signIn()}>
        <EmailField name="address" label={t.address} value={typed} error={error} required />
        <Button>{t.send}</Button>
      </form>
      <LinkLine href={urls.signInPin()}>{pinDoor[frame.language].link}</LinkLine>
    </OpenPage>
  )
}

const Ended = ({ text }: { text: string }) => (
  <Notice kind="info" spoken>
    <p>{text}</p>
  </Notice>
)
