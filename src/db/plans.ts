import * as z from 'zod'
import { type Conversation, meIn } from '../domain/conversation.ts'
import type { PlacedPoint, Point } from '../domain/point.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { get, list, q, run, type Tx } from './query.ts'
import { findShelf, getShelf, type Shelf, unsealed } from './shelves.ts'

// The plan while it is written: a row a point, sealed whole under the plan's key.

const stored = z.object({
  what: z.string(),
  goal: z.string(),
  how: z.string(),
  when: z.string(),
  // A point from before there was one to choose has none.
  competence: z.string().default(''),
  until: z.string().nullable(),
  support: z.string(),
  alone: z.boolean(),
}) satisfies z.ZodType<Point>

const cell = (talk: Conversation, id: string, version: number) => ({
  table: 'plan_point',
  column: 'sealed',
  row: `${talk.id}/${id}`,
  version,
})

const planOf = (talk: Conversation) => ({
  organisation: talk.organisation,
  conversation: talk.id,
  scope: 'plan' as const,
})

/** The points in their order. */
export async function listPoints(tx: Tx, keys: Keys, talk: Conversation): Promise<PlacedPoint[]> {
  const shelf = await findShelf(tx, keys, 'pages', planOf(talk))
  if (!shelf) return []
  const rows = await list(
    tx,
    q
      .selectFrom('plan_point')
      .select(['id', 'version', 'sealed'])
      .where(eb => eb.and(ofTalk(talk)))
      .orderBy('position')
      .orderBy('id'),
  )
  return rows.map(({ id, version, sealed }) => ({
    id,
    version,
    point: opened(shelf, talk, id, version, sealed),
  }))
}

function opened(shelf: Shelf, talk: Conversation, id: string, version: number, sealed: Uint8Array): Point {
  return stored.parse(JSON.parse(unsealed(shelf.key.read(cell(talk, id, version), sealed))))
}

/** Writes a point; a new one goes last. The database refuses it once the text is frozen (errcode P0409). */
export async function writePoint(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  { id, version, point }: PlacedPoint,
  now: Date,
): Promise<void> {
  const shelf = await getShelf(tx, keys, random, planOf(talk))
  const sealed = shelf.key.seal(cell(talk, id, version), JSON.stringify(point))
  const written = { version, sealed, saved_by: meIn(talk).id, saved_at: now }
  const { position } = await get(
    tx,
    q
      .selectFrom('plan_point')
      .select(eb => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('position'))
      .where(eb => eb.and(ofTalk(talk))),
  )
  await run(
    tx,
    q
      .insertInto('plan_point')
      .values({ ...ofTalk(talk), id, shelf_id: shelf.id, position: position + 1, ...written })
      .onConflict(oc => oc.columns(['organisation_id', 'conversation_id', 'id']).doUpdateSet(written)),
  )
}

/** Puts the points in the order of these ids. */
export async function orderPoints(tx: Tx, talk: Conversation, ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await run(
      tx,
      q
        .updateTable('plan_point')
        .set({ position: at + 1 })
        .where(eb => eb.and({ ...ofTalk(talk), id })),
    )
}

/** Takes a point out, text and all. */
export async function removePoint(tx: Tx, talk: Conversation, id: string): Promise<void> {
  await run(
    tx,
    q.deleteFrom('plan_point').where(eb => eb.and({ ...ofTalk(talk), id })),
  )
}
