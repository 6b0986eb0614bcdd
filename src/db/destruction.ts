import { sql } from 'kysely'
import type { ClientConfig } from 'pg'
import { localDateOf } from '../domain/day.ts'
import { addDestroyed, type Destroyed, destroyedLogBeside, readDestroyed } from '../trust/destroyed.ts'
import type { Keys } from '../trust/keys.ts'
import { fault } from './embedded/fault.ts'
import { withClient } from './owner.ts'
import { get, list, run, type Tx } from './query.ts'
import type { Round } from './rounds.ts'

// Destroying a shelf (walls §1.7): the line outside the database first, then texts and key in one transaction, then the
// key in memory. A kill between two of them leaves the line, and the next start does the rest before it listens.

/** What destroying takes beside the round it is done in: the log beside the keyring, and the open keys. */
export type Destroying = { destroyedLog: string; keys: Pick<Keys, 'forget'> }

type ShelfId = { organisation_id: string; id: string }

/** The round's kind of work under which the database lets this be done. */
export const deletionKind = 'deletion'
const atOnce = 100

/** T25, once a day: days come nearer for those who left, notices are given; old rows of who has read and old job descriptions go. */
export async function prepareDeletions(round: Round): Promise<void> {
  await round.as(deletionKind, tx => run(tx, sql`select app.prepare_deletions()`))
  await round.as(deletionKind, tx => run(tx, sql`select app.delete_old_jobs()`))
}

/** Destroys every shelf whose day has come; the database refuses any other. Begun again, it does the rest. */
export async function destroyDue(round: Round, how: Destroying): Promise<void> {
  let due: ShelfId[] = []
  do {
    due = await round.as(deletionKind, tx =>
      list(tx, sql<ShelfId>`select * from app.due_shelves(${atOnce}::int)`),
    )
    for (const shelf of due) await destroyShelf(round, how, shelf)
  } while (due.length === atOnce)
}

async function destroyShelf(round: Round, { destroyedLog, keys }: Destroying, shelf: ShelfId): Promise<void> {
  await round.as(deletionKind, async tx => {
    if (!(await isDue(tx, shelf))) return
    await addDestroyed(destroyedLog, [{ on: localDateOf(round.now), shelf: shelf.id }])
    await run(tx, sql`select app.destroy_due_shelf(${shelf.organisation_id}::uuid, ${shelf.id}::uuid)`)
  })
  keys.forget(shelf)
}

/** Whether its day has come; if so it is held until the transaction ends. */
async function isDue(tx: Tx, shelf: ShelfId): Promise<boolean> {
  const held = sql<{
    due: boolean
  }>`select app.hold_due_shelf(${shelf.organisation_id}::uuid, ${shelf.id}::uuid) as due`
  return (await get(tx, held)).due
}

/** What the list beside the keyring names. Throws a StartFault when it cannot be read. */
export async function getDestroyed(keyring: string): Promise<readonly Destroyed[]> {
  const log = destroyedLogBeside(keyring)
  const { destroyed } = await readDestroyed(log).catch(() => {
    throw logUnreadable(log)
  })
  return destroyed
}

const logUnreadable = (log: string) =>
  fault(
    `Listen over det, der er slettet, kan ikke læses: ${log}. Giv den bruger, der kører Medspil, lov at læse den. Intet er vist.`,
    `The list of what is destroyed cannot be read: ${log}. Let the user that runs Medspil read it. Nothing was shown.`,
  )

/** Every start: what was destroyed and is there again, from a backup or since a kill came between, goes once more. */
export async function replayDestroyed(
  owner: ClientConfig,
  destroyed: readonly Destroyed[],
  now: Date,
): Promise<number> {
  if (destroyed.length === 0) return 0
  const shelves = destroyed.map(({ shelf }) => shelf)
  return withClient(owner, async client => {
    await client.query('begin')
    const gone = await eraseShelves(client, shelves, now)
    await client.query('commit')
    return gone
  })
}

/** Takes keys and texts of these shelves that still have a key; gives their number. Only the owner may. */
export async function eraseShelves(tx: Tx, shelves: readonly string[], now: Date): Promise<number> {
  const erased = sql<{ gone: number }>`select app.erase_shelves(${[...shelves]}::uuid[], ${now}) as gone`
  return (await get(tx, erased)).gone
}
