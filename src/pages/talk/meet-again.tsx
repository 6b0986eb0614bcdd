import { listClosedWeeks } from '../../db/closed-weeks.ts'
import { changeConversation } from '../../db/conversations.ts'
import { addSitting } from '../../db/sittings.ts'
import { dropProposedTimes, listBusy, takeTime } from '../../db/slots.ts'
import { firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { isSeveral, meetAgain, type SittingRefusal } from '../../domain/sitting.ts'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Form } from '../form.ts'
import { sayClosed } from '../planning/planning-errors.ts'
import { readTimes, type TypedTime } from '../planning/times.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { loadEnding } from './ending.tsx'
import { EndingPage } from './ending-page.tsx'
import type { Visit } from './visit.ts'

/** T9: they meet again. What is written stays open, and the time is told with a calendar file of the same UID. */
export async function agreeToMeetAgain(visit: Visit, form: Form): Promise<Answer> {
  const { tx, c, deps, talk } = visit
  const typed = { day: form.text('day'), time: form.text('time'), meant: form.text('meant') }
  const { faults: unread } = texts[c.var.language].again
  const { times, faults, meant } = readTimes([typed])
  const startsAt = times[0]?.instant
  if (faults.length > 0) return refused(visit, typed, unread.unreadable)
  if (!startsAt) return refused(visit, typed, unread.missing)
  const closed = await listClosedWeeks(tx, talk, localDateOf(c.var.now))
  const decided = meetAgain(talk, { startsAt, closed, meant }, c.var.now)
  if ('refused' in decided) return toMend(visit, typed, decided)
  if (!(await takeTime(tx, deps.random, talk, { startsAt, minutes: talk.minutes })))
    return refused(visit, typed, await whoCannot(visit, startsAt), 409)
  await keep(visit, decided)
  return { to: urls.conversation({ id: talk.id }) }
}

async function toMend(visit: Visit, typed: TypedTime, decided: SittingRefusal): Promise<Answer> {
  const { language } = visit.c.var
  const { faults } = texts[language].again
  if (decided.refused === 'past-time') return refused(visit, typed, faults.past)
  if (decided.refused === 'far-time') return refused(visit, typed, faults.far)
  if (decided.refused === 'closed-day')
    return refused(visit, typed, sayClosed(decided, language), 422, 'meant')
  return { to: urls.ending({ id: visit.talk.id }) }
}

/** The talk has the time now, in the name of the one who set it: the other can ask for another. */
async function keep(visit: Visit, decided: Extract<ReturnType<typeof meetAgain>, { status: string }>) {
  const { tx, c, talk } = visit
  await addSitting(tx, talk, localDateOf(c.var.now))
  await dropProposedTimes(tx, talk)
  await changeConversation(tx, talk, {
    status: decided.status,
    starts_at: decided.startsAt,
    end_proposed_by: null,
    times_wanted_at: null,
    time_set_by: meIn(talk).id,
    calendar_sequence: talk.calendarSequence + 1,
    shape: isSeveral(talk) ? talk.shape : 'several',
  })
  await tellBoth(visit)
}

const tellBoth = ({ tx, me, c, deps, talk }: Visit) =>
  saveAs(tx, deps, me, c, {
    events: [{ what: 'meets-again', conversation: talk.id }],
    mails: [talk.host, talk.participant].map(({ id }) => ({
      to: id,
      kind: 'meets-again',
      conversation: talk.id,
    })),
  })

/** Whose other appointment stands in the way: of the other's nothing is told but that there is one. */
async function whoCannot({ tx, c, talk }: Visit, startsAt: Date): Promise<string> {
  const t = texts[c.var.language].again
  const busy = await listBusy(tx, talk, { startsAt, minutes: talk.minutes })
  return busy.includes(talk.role) ? t.faults.mine : t.theirs(firstName(otherIn(talk).name))
}

async function refused(
  visit: Visit,
  typed: TypedTime,
  text: string,
  status: 409 | 422 = 422,
  field: 'day' | 'meant' = 'day',
): Promise<Answer> {
  const error = { field, text }
  return { show: <EndingPage {...(await loadEnding(visit))} next={{ ...typed, error }} />, status }
}
