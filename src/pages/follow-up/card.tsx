import type { ComponentChildren } from 'preact'
import { firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { addDays, daysBetween, localDateOf } from '../../domain/day.ts'
import { sayDate, sayDayAndMonth, sayTalkTime } from '../../domain/day-words.ts'
import { type FollowUp, followUpMinutes, isLate } from '../../domain/follow-up.ts'
import { FollowUpMarks } from '../../ui/follow-up-marks.tsx'
import { ClockIcon, TriangleIcon } from '../../ui/icons.tsx'
import { followUp as texts } from '../../words/follow-up.ts'
import { Representatives } from './representatives.tsx'
import type { FollowUpShown } from './shown.ts'

export type Running = FollowUpShown & { followUp: FollowUp }

/** A follow-up that runs: the days left in words, the deadline, fourteen days as marks, and what to do now. */
export function FollowUpCard({ children, ...props }: Running & { children?: ComponentChildren }) {
  const { frame, followUp, representatives, today } = props
  const late = isLate(followUp, today)
  return (
    <section class="card follow-up" aria-labelledby="follow-up">
      <Eyebrow {...props} />
      <h2 id="follow-up">{headOf(props)}</h2>
      <p>{tellingOf(props)}</p>
      {!late && <Days {...props} />}
      {representatives && <Representatives people={representatives} language={frame.language} />}
      {children && <div class="day-act">{children}</div>}
    </section>
  )
}

function Eyebrow({ frame, followUp, today }: Running) {
  const t = texts[frame.language]
  const late = isLate(followUp, today)
  const left = Math.max(0, daysBetween(today, followUp.dueOn))
  return (
    <p class={late ? 'eyebrow late' : 'eyebrow'}>
      {late ? <TriangleIcon /> : <ClockIcon />}
      {late ? t.lateHead : followUp.status === 'agreed' ? t.agreedHead : t.left(left)}
    </p>
  )
}

function headOf({ frame: { language }, followUp, today }: Running): string {
  const t = texts[language]
  if (isLate(followUp, today)) return t.late(sayDayAndMonth(followUp.dueOn, language))
  if (followUp.startsAt) return t.agreed(sayTalkTime(followUp.startsAt, followUpMinutes, language))
  return t.due(sayDayAndMonth(followUp.dueOn, language))
}

/** Who has asked, and who has been told. */
function tellingOf({ frame, talk, followUp, times, today }: Running): string {
  const t = texts[frame.language]
  const other = firstName(otherIn(talk).name)
  const isAsker = followUp.askedBy === meIn(talk).id
  if (isLate(followUp, today) && isAsker) return t.lateYou(other)
  if (isLate(followUp, today)) return times.length > 0 ? t.lateOffered(other) : t.lateThem(other)
  if (followUp.startsAt) return t.due(sayDate(followUp.dueOn, frame.language))
  return isAsker ? t.youAsked(other) : t.theyAsked(other)
}

function Days({ frame: { language }, followUp: { askedOn, dueOn }, today }: Running) {
  return (
    <FollowUpMarks
      days={daysBetween(askedOn, dueOn) + 1}
      today={daysBetween(askedOn, today)}
      from={sayDayAndMonth(askedOn, language)}
      to={sayDayAndMonth(dueOn, language)}
      now={texts[language].today}
    />
  )
}

/** Whether its day is here: from then on either can say that it was held. */
export const dayIsHere = ({ followUp, today }: Running): boolean =>
  followUp.startsAt === null ? today >= addDays(followUp.askedOn, 1) : today >= localDateOf(followUp.startsAt)
