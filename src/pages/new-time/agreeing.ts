import { changeConversation } from '../../db/conversations.ts'
import type { Tx } from '../../db/query.ts'
import { dropProposedTimes, takeTime } from '../../db/slots.ts'
import type { MailKind } from '../../db/tables.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { OfferedTime } from '../../domain/invitation.ts'
import { agreeOn, type TimeChange } from '../../domain/rearranging.ts'
import type { Me, PageContext } from '../context.ts'
import { saveAs } from '../save-as.ts'

type Agreeing = 'agreed' | 'taken' | 'not-now'

/** T2, T3, T5: a time that the other offered becomes the talk's, unless it is taken or this is not the moment. Both are told. */
export async function setTime(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
  time: OfferedTime,
): Promise<Agreeing> {
  const change = agreeOn(talk, time.startsAt)
  if ('refused' in change) return 'not-now'
  // A host who asks for another time cannot at the old one, so it is offered to nobody else.
  const withdraw = talk.startsAt !== null && talk.timesProposedBy === talk.host.id
  if (!(await takeTime(tx, deps.random, talk, time, withdraw))) return 'taken'
  await dropProposedTimes(tx, talk)
  await changeConversation(tx, talk, rowOf(change))
  const kind = kindOf(change)
  const mails = [talk.host, talk.participant].map(({ id }) => ({ to: id, kind, conversation: talk.id }))
  await saveAs(tx, deps, me, c, { events: [{ what: kind, conversation: talk.id }], mails })
  return 'agreed'
}

// What calendars have had before goes to both, also to whoever has just said yes.
const kindOf = ({ wasAt, sequence }: TimeChange): MailKind =>
  wasAt ? 'time-moved' : sequence > 0 ? 'time-found' : 'time-agreed'

const rowOf = (change: TimeChange) => ({
  status: change.status,
  starts_at: change.startsAt,
  was_at: change.wasAt,
  calendar_sequence: change.sequence,
  times_wanted_at: null,
  time_set_by: null,
  begin_proposed_by: null,
  postponed_at: null,
  postponed_by: null,
  postponed_until: null,
})
