import { firstName, otherIn } from '../../domain/conversation.ts'
import { sayTalkTime } from '../../domain/day-words.ts'
import { type FollowUpTime, followUpMinutes } from '../../domain/follow-up.ts'
import { Button } from '../../ui/button.tsx'
import type { FormError } from '../../ui/error-summary.tsx'
import { Fold } from '../../ui/fold.tsx'
import { SlotList } from '../../ui/slot-list.tsx'
import { Title } from '../../ui/title.tsx'
import { urls } from '../../urls.ts'
import { followUp as texts } from '../../words/follow-up.ts'
import type { ReplyRead } from '../new-time/calendar-reply.ts'
import { CalendarReplyForm } from '../new-time/calendar-reply-form.tsx'
import { TimeLines } from '../planning/time-lines.tsx'
import type { TypedTime } from '../planning/times.ts'
import { StepPage } from '../shell.tsx'
import { daysToPick } from '../time-list.ts'
import { Act, Hold } from './act.tsx'
import { dayIsHere, FollowUpCard, type Running } from './card.tsx'
import { Withdraw } from './withdraw.tsx'

export type StatusShown = Running & {
  /** What stood wrong under the times to pick. */
  error?: string | undefined
  lines?: readonly TypedTime[]
  errors?: readonly FormError[]
  /** What a calendar has answered. */
  reply?: ReplyRead
}

/** A follow-up that runs: where it stands, the line, and the times to give or to pick. */
export function StatusPage(props: StatusShown) {
  const { frame, talk, followUp } = props
  const t = texts[frame.language]
  const isWanted = followUp.status === 'wanted' && followUp.saidBy === null
  return (
    <StepPage
      frame={frame}
      talk={talk}
      title={t.tab}
      back={{ href: urls.plan({ id: talk.id }), label: t.back }}
    >
      <Title>{t.tab}</Title>
      <FollowUpCard {...props}>
        <Act {...props} />
      </FollowUpCard>
      <Line {...props} />
      {isWanted && talk.role === 'host' && <Giving {...props} />}
      {isWanted && talk.role === 'participant' && props.times.length > 0 && <Picking {...props} />}
      {isWanted && dayIsHere(props) && <Hold frame={frame} talk={talk} quiet />}
      {followUp.status === 'agreed' && followUp.saidBy === null && <OtherTime {...props} />}
    </StepPage>
  )
}

function Line({ frame, talk, line }: StatusShown) {
  if (!line) return null
  return (
    <section>
      <h2>{texts[frame.language].lineFrom(firstName(talk.participant.name))}</h2>
      <p class="written">{line}</p>
    </section>
  )
}

/** The agreed time suits one of the two no more; whoever asked may also say that it is not needed. */
function OtherTime({ frame, talk, reply }: StatusShown) {
  const t = texts[frame.language]
  return (
    <section>
      <h2>{t.otherTimeHead}</h2>
      <p>{t.otherTimeHelp(firstName(otherIn(talk).name))}</p>
      <form method="post" action={urls.followUpOtherTime({ id: talk.id })}>
        <input type="hidden" name="key" value={`${frame.key}-o`} />
        <Button kind="secondary">{t.otherTime}</Button>
      </form>
      {talk.role === 'participant' && <Withdraw frame={frame} talk={talk} />}
      <CalendarReplyForm frame={frame} action={urls.followUpCalendarReply({ id: talk.id })} reply={reply} />
    </section>
  )
}

const asSlot = (time: FollowUpTime) => ({ ...time, minutes: followUpMinutes, taken: time.busy })

function Picking({ frame, talk, times, closed, error }: StatusShown) {
  const t = texts[frame.language]
  return (
    <form method="post" action={urls.followUpTime({ id: talk.id })}>
      <input type="hidden" name="key" value={frame.key} />
      <SlotList
        name="time"
        legend={t.pickLegend}
        help={t.pickHelp}
        days={daysToPick(times.map(asSlot), t.chooseTime, frame.language, closed)}
        takenLabel={t.taken}
        error={error}
      />
      <Button>{t.choose}</Button>
    </form>
  )
}

function Giving({ frame, talk, times, lines, errors = [] }: StatusShown) {
  const t = texts[frame.language]
  const form = (
    <form method="post" action={urls.followUpTimes({ id: talk.id })}>
      <input type="hidden" name="key" value={frame.key} />
      <TimeLines
        language={frame.language}
        lines={lines ?? empty}
        errors={errors}
        help={t.giveHelp(firstName(talk.participant.name))}
      />
      <Button>{t.sendTimes}</Button>
    </form>
  )
  return (
    <section class="flow">
      <h2>{times.length > 0 ? t.given : t.giveTimes}</h2>
      <ul class="plain-list">
        {times.map(({ id, startsAt }) => (
          <li key={id}>{sayTalkTime(startsAt, followUpMinutes, frame.language)}</li>
        ))}
      </ul>
      {times.length > 0 ? (
        <Fold label={t.giveMore} open={lines !== undefined}>
          {form}
        </Fold>
      ) : (
        form
      )}
    </section>
  )
}

const empty = Array.from({ length: 3 }, () => ({ day: '', time: '' }))
