import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { mostProposed } from '../../domain/rearranging.ts'
import { Button } from '../../ui/button.tsx'
import type { FormError } from '../../ui/error-summary.tsx'
import { urls } from '../../urls.ts'
import { newTime } from '../../words/new-time.ts'
import { TimeLines } from '../planning/time-lines.tsx'
import type { TypedTime } from '../planning/times.ts'
import type { Frame } from '../shell.tsx'

type Props = {
  frame: Frame
  talk: Conversation
  lines?: readonly TypedTime[] | undefined
  errors?: readonly FormError[] | undefined
  kind?: 'primary' | 'secondary'
}

/** One to three times of one's own. */
export function ProposalForm({ frame, talk, lines, errors = [], kind = 'secondary' }: Props) {
  const t = newTime[frame.language]
  const empty = Array.from({ length: mostProposed }, () => ({ day: '', time: '' }))
  const shown = lines ? lines.slice(0, Math.max(mostProposed, lastTyped(lines))) : empty
  return (
    <form method="post" action={urls.newTime({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-p`} />
      <TimeLines
        language={frame.language}
        lines={shown}
        errors={errors}
        legend={t.propose}
        help={t.proposeHelp(firstName(otherIn(talk).name))}
      />
      <Button kind={kind}>{t.send}</Button>
    </form>
  )
}

const lastTyped = (lines: readonly TypedTime[]) =>
  lines.findLastIndex(({ day, time }) => day !== '' || time !== '') + 1
