import { sql } from 'kysely'
import type { Concept } from '../domain/concept.ts'
import type { Conversation } from '../domain/conversation.ts'
import { conceptSchema } from '../outside/concept-schema.ts'
import { get, q, type Tx } from './query.ts'

// Published versions never change, so each is read and checked once a process.
const published = new Map<string, Concept>()

/** The concept version a conversation is pinned to. */
export async function publishedConcept(tx: Tx, organisation: string, id: string): Promise<Concept> {
  const known = published.get(`${organisation}/${id}`)
  if (known) return known
  const row = await get(
    tx,
    q.selectFrom('concept').select('body').where('organisation_id', '=', organisation).where('id', '=', id),
  )
  const concept = conceptSchema.parse(row.body)
  published.set(`${organisation}/${id}`, concept)
  return concept
}

export type Superseded = { readonly mine: Concept; readonly newer: Concept }

/** The version an open talk keeps to and the one that talks begun now would have, where they differ (S0-05). */
export async function findSuperseded(
  tx: Tx,
  { organisation, id }: Pick<Conversation, 'organisation' | 'id'>,
): Promise<Superseded | undefined> {
  const { pinned, current } = await get(
    tx,
    sql<{ pinned: string; current: string | null }>`select c.concept_id as pinned, o.concept_id as current
      from conversation c join organisation o using (organisation_id)
      where c.organisation_id = ${organisation}::uuid and c.id = ${id}::uuid`,
  )
  if (current === null || current === pinned) return undefined
  return {
    mine: await publishedConcept(tx, organisation, pinned),
    newer: await publishedConcept(tx, organisation, current),
  }
}
