import type { Conversation } from '../domain/conversation.ts'
import type { Pen } from '../domain/pen.ts'
import { find, q, run, type Tx } from './query.ts'

/** The conversation's pen as it was last held; whoever decides by it holds the conversation's row. */
export async function findPen(tx: Tx, talk: Conversation): Promise<Pen | undefined> {
  return find(
    tx,
    q
      .selectFrom('pen')
      .select(['person_id as holder', 'until', 'place'])
      .where('organisation_id', '=', talk.organisation)
      .where('conversation_id', '=', talk.id),
  )
}

export async function givePen(tx: Tx, talk: Conversation, { holder, until, place }: Pen): Promise<void> {
  const held = { person_id: holder, until, place }
  await run(
    tx,
    q
      .insertInto('pen')
      .values({ organisation_id: talk.organisation, conversation_id: talk.id, ...held })
      .onConflict(oc => oc.columns(['organisation_id', 'conversation_id']).doUpdateSet(held)),
  )
}
