import type { Conversation } from '../domain/conversation.ts'
import { list, q, type Tx } from './query.ts'

/** The times offered for a conversation that nobody has taken, earliest first. */
export async function listOfferedTimes(
  tx: Tx,
  talk: Pick<Conversation, 'organisation' | 'id'>,
): Promise<Date[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('slot_offer as o')
      .innerJoin('slot as s', join =>
        join.onRef('s.organisation_id', '=', 'o.organisation_id').onRef('s.id', '=', 'o.slot_id'),
      )
      .select('s.starts_at')
      .where('o.organisation_id', '=', talk.organisation)
      .where('o.conversation_id', '=', talk.id)
      .where('s.conversation_id', 'is', null)
      .orderBy('s.starts_at'),
  )
  return rows.map(row => row.starts_at)
}
