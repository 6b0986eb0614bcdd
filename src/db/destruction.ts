import { sql } from 'kysely'
import { Client, type ClientConfig } from 'pg'
import type { Clock } from '../clock.ts'
import { localDateOf } from '../domain/day.ts'
import { addDestroyed, type Destroyed } from '../trust/destroyed.ts'
import type { Keys } from '../trust/keys.ts'
import { list, run, type Tx } from './query.ts'

// Destroying a shelf (walls §1.7): the line outside the database first, then texts and key in one transaction, then the
// key in memory. A kill between two of them leaves the line, and the next start does the rest before it listens.

/** What destroying takes: the owner's login, since no small role may, the log beside the keyring, and the open keys. */
export type Destroying = { owner: ClientConfig; log: string; keys: Pick<Keys, 'forget'>; clock: Clock }

/** Destroys one shelf for good: `id` is its own, `organisation_id` its organisation's. Doing it again does nothing. */
export async function destroyShelf(
  { owner, log, keys, clock }: Destroying,
  shelf: { organisation_id: string; id: string },
): Promise<void> {
  const now = clock.now()
  await addDestroyed(log, [{ on: localDateOf(now), shelf: shelf.id }])
  await asOwner(owner, tx => eraseShelves(tx, [shelf.id], now))
  keys.forget(shelf)
}

/** Every start: what was destroyed and is there again, from a backup or since a kill came between, goes once more. */
export async function replayDestroyed(
  owner: ClientConfig,
  destroyed: readonly Destroyed[],
  now: Date,
): Promise<number> {
  if (destroyed.length === 0) return 0
  const shelves = destroyed.map(({ shelf }) => shelf)
  return asOwner(owner, tx => eraseShelves(tx, shelves, now))
}

/**
 * Takes keys and texts of these shelves that still have a key; gives their number. What others lean on stays without its
 * text: a frozen part keeps its hash, so that the other part still verifies, and a signature keeps its choice.
 */
export async function eraseShelves(tx: Tx, shelves: readonly string[], now: Date): Promise<number> {
  const rows = await list(
    tx,
    sql<{ id: string }>`update shelf set wrapped = null, destroyed_at = ${now}
      where id = any(${[...shelves]}::uuid[]) and wrapped is not null returning id`,
  )
  const gone = rows.map(row => row.id)
  if (gone.length === 0) return 0
  for (const table of texts)
    await run(tx, sql`delete from ${sql.table(table)} where shelf_id = any(${gone}::uuid[])`)
  await run(tx, sql`update record set talk_sealed = '' where talk_shelf_id = any(${gone}::uuid[])`)
  await run(tx, sql`update record set plan_sealed = '' where plan_shelf_id = any(${gone}::uuid[])`)
  await run(tx, sql`update signature set remark_sealed = '' where shelf_id = any(${gone}::uuid[])`)
  return gone.length
}

/** Tables whose rows are nothing without their text. */
const texts = [
  'letter',
  'answer',
  'shared_answer',
  'own_themes',
  'sent_themes',
  'conclusion',
  'tick',
  'plan_point',
  'point_mark',
  'document',
] as const

async function asOwner<T>(owner: ClientConfig, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    const value = await work(client)
    await client.query('commit')
    return value
  } finally {
    await client.end()
  }
}
