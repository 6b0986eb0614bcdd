import type { Concept } from '../domain/concept.ts'
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
