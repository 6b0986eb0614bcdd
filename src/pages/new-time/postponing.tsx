import { changeConversation, holdConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { dropProposedTimes, letGoOfTime } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { parseDate, sayDayAndMonth } from '../../domain/day-words.ts'
import {
  latestPostponement,
  type Postponement,
  type PostponeRefusal,
  postpone,
} from '../../domain/rearranging.ts'
import { urls } from '../../urls.ts'
import { newTime } from '../../words/new-time.ts'
import type { Me, PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { NewTimePage } from './new-time-page.tsx'
import { newTimeShown } from './shown.ts'

/** T4: the time falls away at once. Without a day to find a new one by, there are 30 days: on the morning itself, one tap. */
export async function postponeTalk(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, c.req.param('id') ?? '')
  const typed = form.text('until')
  const decided = postpone(talk, untilIn(typed), c.var.now)
  if ('refused' in decided) {
    const text = faultOf(decided, c)
    if (!text) return { to: urls.conversation({ id: talk.id }) }
    const shown = { ...(await newTimeShown(tx, talk, c, deps)), errors: [{ field: 'until', text }] }
    return { show: <NewTimePage {...shown} until={typed} />, status: 422 }
  }
  await keep(tx, talk, decided, c.var.now)
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'postponed', conversation: talk.id }],
    mails: [talk.host, talk.participant].map(({ id }) => mailTo(id, talk)),
  })
  return { to: urls.newTime({ id: talk.id }) }
}

const mailTo = (to: string, { id }: Conversation) => ({ to, kind: 'postponed' as const, conversation: id })

async function keep(tx: Tx, talk: Conversation, decided: Postponement, now: Date) {
  await dropProposedTimes(tx, talk)
  // What the host cannot, nobody else is offered; what the participant cannot, somebody else may pick.
  await letGoOfTime(tx, talk, talk.role === 'host')
  await changeConversation(tx, talk, {
    status: decided.status,
    starts_at: decided.startsAt,
    was_at: decided.wasAt,
    calendar_sequence: decided.sequence,
    begin_proposed_by: null,
    postponed_at: now,
    postponed_by: meIn(talk).id,
    postponed_until: decided.until,
    host_postponements: decided.hostPostponements,
  })
}

// What is no date is told from no day at all.
function untilIn(typed: string) {
  if (typed.trim() === '') return undefined
  const date = parseDate(typed)
  return typeof date === 'string' ? date : typed
}

/** The sentence under the field; nothing where this is not the moment. */
function faultOf({ refused }: PostponeRefusal, c: PageContext): string | undefined {
  const t = newTime[c.var.language]
  if (refused === 'unreadable-until') return t.unreadableUntil
  if (refused === 'past-until') return t.pastUntil
  if (refused !== 'late-until') return undefined
  return t.lateUntil(sayDayAndMonth(latestPostponement(c.var.now), c.var.language))
}
