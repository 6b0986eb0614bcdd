import { changeConversation, holdConversation, listConversations } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { dropProposedTimes, letGoOfTime } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, callOffCauses } from '../../domain/conversation.ts'
import { callOff, decline, type TimeChange, takeUp } from '../../domain/rearranging.ts'
import { urls } from '../../urls.ts'
import { idOf, type Me, type PageContext } from '../context.ts'
import type { Form } from '../form.ts'
import { saveAs } from '../save-as.ts'
import type { Answer } from '../submission.ts'
import { frameOf } from '../talks.ts'
import { CallingOffPage } from './calling-off-page.tsx'

/** T6: the participant chooses not to have the talk, where the concept lets them. No reason; the host is told to talk. */
export async function declineTalk(tx: Tx, _: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const to = urls.conversation({ id: talk.id })
  const decided = decline(talk)
  if ('refused' in decided) return { to }
  await end(tx, c, talk, decided, 'declined')
  // Whoever declines is sent a mail only where it takes a time out of their calendar.
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'declined', conversation: talk.id }],
    mails: [
      { to: talk.host.id, kind: 'declined', conversation: talk.id },
      ...calledOffMails(talk, talk.startsAt ? [talk.participant.id] : []),
    ],
  })
  return { to }
}

/** T6 undone. A talk that the host has invited to since takes its place. */
export async function takeUpTalk(tx: Tx, _: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const decided = takeUp(talk, c.var.now)
  const newer = (await listConversations(tx, me)).find(each => isOpenWithSame(each, talk))
  if ('refused' in decided || newer) return { to: urls.conversation({ id: newer?.id ?? talk.id }) }
  await changeConversation(tx, talk, {
    status: decided.status,
    cancelled_at: null,
    cancelled_cause: null,
    postponed_at: null,
    postponed_by: null,
    postponed_until: null,
  })
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'taken-up', conversation: talk.id }],
    mails: [{ to: talk.host.id, kind: 'taken-up', conversation: talk.id }],
  })
  return { to: urls.invitation({ id: talk.id }) }
}

const isOpenWithSame = (each: Conversation, talk: Conversation) =>
  each.id !== talk.id &&
  each.role === 'participant' &&
  each.kind === talk.kind &&
  ['invited', 'agreed', 'postponed', 'talking'].includes(each.status)

/** T7: the host calls off what cannot be held, with a cause. Whoever it was about misses a talk again. */
export async function callOffTalk(tx: Tx, form: Form, me: Me, c: PageContext, deps: Deps): Promise<Answer> {
  const talk = await holdConversation(tx, me, idOf(c))
  const to = urls.conversation({ id: talk.id })
  const decided = callOff(talk)
  if ('refused' in decided) return { to }
  const cause = callOffCauses.find(each => each === form.text('cause'))
  if (!cause) return { show: <CallingOffPage frame={frameOf(c, deps)} talk={talk} unchosen />, status: 422 }
  await end(tx, c, talk, decided, cause)
  const told = [talk.participant.id, ...(talk.startsAt ? [talk.host.id] : [])]
  await saveAs(tx, deps, me, c, {
    events: [{ what: 'called-off', conversation: talk.id, ids: { cause } }],
    mails: calledOffMails(talk, told),
  })
  return { to }
}

const calledOffMails = ({ id }: Conversation, people: readonly string[]) =>
  people.map(to => ({ to, kind: 'called-off' as const, conversation: id }))

async function end(
  tx: Tx,
  c: PageContext,
  talk: Conversation,
  decided: TimeChange,
  cause: NonNullable<Conversation['cancelledCause']>,
) {
  await dropProposedTimes(tx, talk)
  await letGoOfTime(tx, talk, false)
  await changeConversation(tx, talk, {
    status: decided.status,
    starts_at: decided.startsAt,
    was_at: decided.wasAt,
    calendar_sequence: decided.sequence,
    times_wanted_at: null,
    cancelled_at: c.var.now,
    cancelled_cause: cause,
  })
}
