import { changeConversation } from '../../db/conversations.ts'
import { addSitting } from '../../db/sittings.ts'
import { localDateOf } from '../../domain/day.ts'
import { meetAgain } from '../../domain/sitting.ts'
import { urls } from '../../urls.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Form } from '../form.ts'
import { readTimes } from '../planning/times.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { loadEnding } from './ending.tsx'
import { EndingPage } from './ending-page.tsx'
import type { Visit } from './visit.ts'

type TimeProblem = 'missing' | 'unreadable' | 'past'

/** T9: they meet again. What is written stays open, and the time is told with a calendar file of the same UID. */
export async function agreeToMeetAgain(visit: Visit, form: Form): Promise<Answer> {
  const { tx, c, talk } = visit
  const typed = { day: form.text('day'), time: form.text('time') }
  const { times, faults } = readTimes([typed])
  const startsAt = times[0]?.instant
  if (faults.length > 0) return refused(visit, typed, 'unreadable')
  if (!startsAt) return refused(visit, typed, 'missing')
  const decided = meetAgain(talk, startsAt, c.var.now)
  if ('refused' in decided)
    return decided.refused === 'past-time'
      ? refused(visit, typed, 'past')
      : { to: urls.ending({ id: talk.id }) }
  await addSitting(tx, talk, localDateOf(c.var.now))
  await changeConversation(tx, talk, {
    status: decided.status,
    starts_at: decided.startsAt,
    end_proposed_by: null,
    calendar_sequence: talk.calendarSequence + 1,
    shape: 'several',
  })
  await tellBoth(visit)
  return { to: urls.conversation({ id: talk.id }) }
}

const tellBoth = ({ tx, me, c, deps, talk }: Visit) =>
  saveAs(tx, deps, me, c, {
    events: [{ what: 'meets-again', conversation: talk.id }],
    mails: [talk.host, talk.participant].map(({ id }) => ({
      to: id,
      kind: 'time-agreed',
      conversation: talk.id,
    })),
  })

async function refused(
  visit: Visit,
  typed: { day: string; time: string },
  problem: TimeProblem,
): Promise<Answer> {
  const error = { field: 'day', text: texts[visit.c.var.language].again.faults[problem] }
  return { show: <EndingPage {...(await loadEnding(visit))} next={{ ...typed, error }} />, status: 422 }
}
