import type { Proposal } from '../../db/slots.ts'
import type { ClosedWeeks } from '../../domain/closed-days.ts'
import { type Conversation, firstName, otherIn } from '../../domain/conversation.ts'
import { sayTalkTime } from '../../domain/day-words.ts'
import { Button, ButtonStack } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SlotList } from '../../ui/slot-list.tsx'
import { urls } from '../../urls.ts'
import { listed } from '../../words/listed.ts'
import { newTime } from '../../words/new-time.ts'
import type { Frame } from '../shell.tsx'
import { daysToPick } from '../time-list.ts'

type Props = { frame: Frame; talk: Conversation; proposals: readonly Proposal[] }

type AnswerProps = Props & { closed: readonly ClosedWeeks[]; error?: string | undefined }

/** Where on its page the other's proposal is answered. */
export const proposedTimes = '#times'

/** What the other proposes: yes to one in two taps, or none of them in one; a single one is chosen beforehand. */
export function ProposedAnswer({ frame, talk, proposals, closed, error }: AnswerProps) {
  const { language } = frame
  const t = newTime[language]
  const isOne = proposals.length === 1
  const times = proposals.map(each => ({
    ...each,
    minutes: talk.minutes,
    taken: each.busy,
    chosen: isOne && !each.busy,
  }))
  const days = daysToPick(times, t.yesTo, language, closed)
  const chosen = days.flatMap(({ slots }) => slots).find(slot => slot.chosen)
  return (
    <form method="post" action={urls.timeAnswer({ id: talk.id })}>
      <input type="hidden" name="key" value={`${frame.key}-a`} />
      <SlotList
        name="time"
        legend={t.theirs(firstName(otherIn(talk).name))}
        help={isOne ? t.theirHelp : t.theirsHelp}
        days={days}
        takenLabel={t.clash}
        error={error}
      />
      <ButtonStack>
        <Button>{chosen?.buttonLabel ?? t.yes}</Button>
        <Button kind="text" name="do" value="none">
          {isOne ? t.noneOfOne : t.none}
        </Button>
      </ButtonStack>
    </form>
  )
}

/** What one has proposed oneself, while the other has not answered. */
export function OwnProposal({ frame, talk, proposals }: Props) {
  const { language } = frame
  const times = proposals.map(({ startsAt }) => sayTalkTime(startsAt, talk.minutes, language))
  return (
    <Notice kind="done" spoken>
      <p>{newTime[language].mine(firstName(otherIn(talk).name), listed(language, times))}</p>
    </Notice>
  )
}
