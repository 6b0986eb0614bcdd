import { sql } from 'kysely'
import type { Random } from '../random.ts'
import type { Key, Keys, Reader } from '../trust/keys.ts'
import { find, list, q, run, type Tx } from './query.ts'
import type { Scope } from './tables.ts'

// A conversation's shelves. Row-level security decides which rows come; without the row there is no key.

/** An opened shelf: its id for the rows' foreign key, and the key that seals and reads. */
export type Shelf = { id: string; key: Key }

type Wanted = { organisation: string; conversation: string; scope: Scope; person?: string }

/** A text under seal that did not open: altered, moved, or its shelf destroyed. It says why, never a word of the text. */
export class SealBroken extends Error {
  readonly code: string
  constructor(code: string) {
    super(`a sealed text did not open: ${code}`)
    this.code = code
  }
}

/** The shelf if it is there and I may see it. */
export async function findShelf(
  tx: Tx,
  keys: Keys,
  reader: Reader,
  wanted: Wanted,
): Promise<Shelf | undefined> {
  const row = await find(tx, rowOf(wanted))
  return row && openRow(keys, reader, row)
}

/**
 * The shelf, made if it is not there. Fifty at once make one: the unique index lets one row in, and all read that row.
 */
export async function getShelf(tx: Tx, keys: Keys, random: Random, wanted: Wanted): Promise<Shelf> {
  const there = await findShelf(tx, keys, 'pages', wanted)
  if (there) return there
  const id = random.shownId()
  const { wrapped, epoch } = keys.fresh(wanted.organisation, id)
  const row = {
    organisation_id: wanted.organisation,
    id,
    conversation_id: wanted.conversation,
    scope: wanted.scope,
  }
  const values = {
    ...row,
    person_id: wanted.person ?? null,
    epoch,
    wrapped,
    // The database says its day.
    destroy_after: null,
    at_latest: null,
    destroyed_at: null,
  }
  await run(
    tx,
    q
      .insertInto('shelf')
      .values(values)
      .onConflict(oc => oc.doNothing()),
  )
  const made = await findShelf(tx, keys, 'pages', wanted)
  if (!made) throw new SealBroken('shelf-not-visible')
  return made
}

/** All shelves of a conversation that I may see, by scope; own is mine. */
export async function getShelves(
  tx: Tx,
  keys: Keys,
  reader: Reader,
  organisation: string,
  conversation: string,
): Promise<Map<string, Shelf>> {
  const rows = await list(
    tx,
    q
      .selectFrom('shelf')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .where('conversation_id', '=', conversation)
      .where('wrapped', 'is not', null),
  )
  return new Map(rows.map(row => [row.id, openRow(keys, reader, row)]))
}

/** Of many conversations the shelf of one scope that both parties share, by conversation; destroyed ones are not there. */
export async function shelvesOf(
  tx: Tx,
  keys: Keys,
  organisation: string,
  conversations: readonly string[],
  scope: 'talk' | 'plan',
): Promise<ReadonlyMap<string, Shelf>> {
  const rows = await list(
    tx,
    q
      .selectFrom('shelf')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .where(sql<boolean>`conversation_id = any(${[...conversations]}::uuid[])`)
      .where('scope', '=', scope)
      .where('wrapped', 'is not', null),
  )
  return new Map(rows.map(row => [row.conversation_id, openRow(keys, 'pages', row)]))
}

/** The text, or {@link SealBroken}: a page with a broken seal is a bug or an attack, and shows nothing. */
export function unsealed(read: { text: string } | { refused: string }): string {
  if ('refused' in read) throw new SealBroken(read.refused)
  return read.text
}

/** What the work gives; nothing where its shelf was destroyed on its day. A seal broken otherwise stops it. */
export async function unlessDestroyed<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof SealBroken && fault.code === 'shelf-destroyed') return undefined
    throw fault
  }
}

const rowOf = (wanted: Wanted) =>
  q
    .selectFrom('shelf')
    .selectAll()
    .where('organisation_id', '=', wanted.organisation)
    .where('conversation_id', '=', wanted.conversation)
    .where('scope', '=', wanted.scope)
    .where('person_id', wanted.person ? '=' : 'is', wanted.person ?? null)

function openRow(keys: Keys, reader: Reader, row: Parameters<Keys['open']>[0]): Shelf {
  const key = keys.open(row, reader)
  if ('refused' in key) throw new SealBroken(key.refused)
  return { id: row.id, key }
}
