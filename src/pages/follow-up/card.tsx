import type { ComponentChildren } from 'preact'
import { firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { addDays, daysBetween, type LocalDate, localDateOf } from '../../domain/day.ts'
import { sayDate, sayDayAndMonth, sayTalkTime } from '../../domain/day-words.ts'
import { type FollowUp, followUpMinutes, isLate } from '../../domain/follow-up.ts'
import { FollowUpMarks } from '../../ui/follow-up-marks.tsx'
import { ClockIcon, TriangleIcon } from '../../ui/icons.tsx'
import { followUp as texts } from '../../words/follow-up.ts'
import type { Language } from '../../words/words.ts'
import { sayTold } from '../held-letter.tsx'
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
      <h2 id="follow-up">{sayFollowUp(followUp, today, frame.language).when}</h2>
      <p>{tellingOf(props)}</p>
      {!late && <Days {...props} />}
      {representatives && <Representatives people={representatives} language={frame.language} />}
      {children && <div class="day-act">{children}</div>}
    </section>
  )
}

function Eyebrow({ frame, followUp, today }: Running) {
  const late = isLate(followUp, today)
  return (
    <p class={late ? 'eyebrow late' : 'eyebrow'}>
      {late ? <TriangleIcon /> : <ClockIcon />}
      {sayFollowUp(followUp, today, frame.language).head}
    </p>
  )
}

/** How far a follow-up is, and when it is held or must be. */
export function sayFollowUp(
  followUp: FollowUp,
  today: LocalDate,
  language: Language,
): { head: string; when: string } {
  const t = texts[language]
  const due = sayDayAndMonth(followUp.dueOn, language)
  if (isLate(followUp, today)) return { head: t.lateHead, when: t.late(due) }
  const left = Math.max(0, daysBetween(today, followUp.dueOn))
  return {
    head: followUp.status === 'agreed' ? t.agreedHead : t.left(left),
    when: followUp.startsAt
      ? t.agreed(sayTalkTime(followUp.startsAt, followUpMinutes, language))
      : t.due(due),
  }
}

/** Who has asked, and who has been told. */
function tellingOf({ frame, talk, followUp, times, today, goes, now }: Running): string {
  const t = texts[frame.language]
  const other = firstName(otherIn(talk).name)
  const told = sayTold(other, { goes, now, language: frame.language })
  const isAsker = followUp.askedBy === meIn(talk).id
  if (isLate(followUp, today) && isAsker) return t.lateYou(told)
  if (isLate(followUp, today)) return times.length > 0 ? told : t.lateThem(told)
  if (followUp.startsAt) return t.due(sayDate(followUp.dueOn, frame.language))
  return isAsker ? t.youAsked(told) : t.theyAsked(other)
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
