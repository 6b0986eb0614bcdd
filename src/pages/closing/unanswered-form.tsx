import { firstName, otherIn } from '../../domain/conversation.ts'
import { closeUnanswered } from '../../domain/record/signing.ts'
import { Button } from '../../ui/button.tsx'
import { urls } from '../../urls.ts'
import { closing } from '../../words/closing.ts'
import { closingWait } from '../../words/waiting.ts'
import { signerOf } from './closing.ts'
import type { SigningShown } from './signing-page.tsx'

/** T14: after 14 days without the other's answer the text may be closed as it is. */
export function UnansweredForm({ frame, talk, record, signatures, days, today }: SigningShown) {
  const t = closingWait[frame.language].unanswered[talk.form.closing]
  const me = signerOf({ talk, record, signatures })
  const decided = closeUnanswered(me, record.version, days, today)
  if ('refused' in decided) return null
  const other = firstName(otherIn(talk).name)
  return (
    <form method="post" action={urls.unanswered({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-u`} />
      <input type="hidden" name="version" value={record.version} />
      <p>{t.text(other)}</p>
      <Button kind="secondary" working={closing[frame.language].answer.doing}>
        {t.close(other)}
      </Button>
    </form>
  )
}
