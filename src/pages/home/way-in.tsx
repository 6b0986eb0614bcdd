import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { urls } from '../../urls.ts'
import { signIn } from '../../words/sign-in.ts'
import { ways } from '../../words/slips.ts'
import type { Me } from '../context.ts'
import type { Frame } from '../shell.tsx'

/** What one ought to know about how one came in: the computer has become a shared one, or a slip leaves something locked. */
export function WayIn({ frame, me }: { frame: Frame; me: Pick<Me, 'fell' | 'talksFrom'> }) {
  const t = ways[frame.language]
  return (
    <>
      {me.fell && (
        <Notice kind="info">
          <p>{signIn[frame.language].shared}</p>
        </Notice>
      )}
      {me.talksFrom && (
        <Notice kind="private">
          <p>
            {t.homeLocked} <Link href={`${urls.whoSees()}#vej-ind`}>{t.homeMore}</Link>
          </p>
        </Notice>
      )}
    </>
  )
}
