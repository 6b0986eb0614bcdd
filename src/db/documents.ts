import { sql } from 'kysely'
import { localDateOf } from '../domain/day.ts'
import { type DeletionDates, deletionDates } from '../domain/retention.ts'
import type { Keys } from '../trust/keys.ts'
import { find, list, q, run, type Tx } from './query.ts'
import type { Place } from './records.ts'
import { getPeriods } from './retention.ts'
import { findShelf, getShelves, SealBroken } from './shelves.ts'

// The two PDFs, drawn once and sealed as bytes: Samtalearket on the talk's shelf, Planen on the plan's.

export const parts = ['record', 'plan'] as const
export type Part = (typeof parts)[number]

const scopes = { record: 'talk', plan: 'plan' } as const

const cell = (conversation: string, part: Part, version: number) => ({
  table: 'document',
  column: 'sealed',
  row: `${conversation}/${part}`,
  version,
})

/** Which of the two are there. */
export async function listDrawn(tx: Tx, { organisation, id }: Place, version: number): Promise<Part[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('document')
      .select('part')
      .where('organisation_id', '=', organisation)
      .where('conversation_id', '=', id)
      .where('record_version', '=', version),
  )
  return rows.map(({ part }) => part)
}

/** A closed conversation as its papers are to tell of it; none before it is closed. */
export async function findClosing(
  tx: Tx,
  { organisation, id }: Place,
): Promise<{ closedAt: Date; language: 'da' | 'en'; deletes: DeletionDates } | undefined> {
  const closed = await find(
    tx,
    sql<{ closedAt: Date; language: 'da' | 'en' }>`select c.closed_at as "closedAt", o.language
      from conversation c join organisation o on o.organisation_id = c.organisation_id
      where c.organisation_id = ${organisation} and c.id = ${id} and c.closed_at is not null`,
  )
  if (!closed) return undefined
  const deletes = deletionDates(localDateOf(closed.closedAt), await getPeriods(tx, organisation))
  return { ...closed, deletes }
}

/** Keeps a drawn PDF, by the drawing job. One that is there already stays as it is. */
export async function keepDocument(
  tx: Tx,
  keys: Keys,
  { organisation, id }: Place,
  version: number,
  drawn: { part: Part; pdf: Uint8Array },
  now: Date,
): Promise<void> {
  const { part, pdf } = drawn
  const wanted = { organisation, conversation: id, scope: scopes[part] }
  const shelf = await findShelf(tx, keys, 'pdf', wanted)
  if (!shelf) throw new SealBroken('shelf-not-visible')
  const row = {
    organisation_id: organisation,
    conversation_id: id,
    record_version: version,
    part,
    shelf_id: shelf.id,
    sealed: shelf.key.sealBytes(cell(id, part, version), pdf),
    drawn_at: now,
  }
  await run(
    tx,
    q
      .insertInto('document')
      .values(row)
      .onConflict(oc => oc.doNothing()),
  )
}

/** The PDF for one of the parties; undefined while it is not drawn, and after its shelf was destroyed. */
export async function findDocument(
  tx: Tx,
  keys: Keys,
  { organisation, id }: Place,
  version: number,
  part: Part,
): Promise<Uint8Array | undefined> {
  const row = await find(
    tx,
    q
      .selectFrom('document')
      .select(['shelf_id', 'sealed'])
      .where('organisation_id', '=', organisation)
      .where('conversation_id', '=', id)
      .where('record_version', '=', version)
      .where('part', '=', part),
  )
  if (!row) return undefined
  const shelves = await getShelves(tx, keys, 'pages', organisation, id)
  const read = shelves.get(row.shelf_id)?.key.readBytes(cell(id, part, version), row.sealed)
  if (read && 'refused' in read) throw new SealBroken(read.refused)
  return read?.bytes
}
