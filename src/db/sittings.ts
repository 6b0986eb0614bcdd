import type { Conversation } from '../domain/conversation.ts'
import type { LocalDate } from '../domain/day.ts'
import { ofTalk } from './of-talk.ts'
import { list, q, run, type Tx } from './query.ts'

/** They have met on this day and will meet again; a second time on one day is the same day. */
export async function addSitting(tx: Tx, talk: Conversation, on: LocalDate): Promise<void> {
  const insert = q.insertInto('sitting').values({ ...ofTalk(talk), met_on: on })
  await run(
    tx,
    insert.onConflict(oc => oc.doNothing()),
  )
}

/** The days they have met so far, the first one first. */
export async function listSittings(tx: Tx, talk: Conversation): Promise<LocalDate[]> {
  const sittings = q.selectFrom('sitting').where(eb => eb.and(ofTalk(talk)))
  return (await list(tx, sittings.select('met_on').orderBy('met_on'))).map(({ met_on }) => met_on)
}
