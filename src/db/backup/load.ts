// A backup's rows into a database that the migrations have just made: all of them in one transaction, or none.

import type { Client } from 'pg'
import type { Destroyed } from '../../trust/destroyed.ts'
import { eraseShelves } from '../destruction.ts'
import { keyTables } from '../keys/dump.ts'
import { copyIn } from './copy.ts'
import { openParcel, type Unpacked } from './parcel.ts'
import { type Copied, type Counter, columnList, listCopied, named, setCounters } from './tables.ts'

/** The backup is of tables that this edition of Medspil does not have, or the other way round. */
export class OtherTables extends Error {
  override name = 'OtherTables'
}

export type Load = {
  database: string
  keys: string
  counters: readonly Counter[]
  destroyed: readonly Destroyed[]
  oldestEpoch: number
  /** What the keyring does not open, by id: texts that are given up. */
  closed: readonly string[]
  now: Date
}

/** `destroyed`: shelves that had a key in the backup and have none any more. */
export type Loaded = { rows: number; destroyed: number }

/** Only the owner may. `done` runs in the same transaction, last. */
export async function load(client: Client, given: Load, done: () => Promise<void>): Promise<Loaded> {
  await client.query('begin')
  await client.query('set constraints all deferred')
  const tables = await listCopied(client)
  const walls = await forcedWalls(client)
  for (const table of tables) await open(client, table)
  const rows = await fill(client, given.database, tables)
  await client.query('set constraints all immediate')
  await giveKeys(client, given)
  for (const table of tables) await close(client, table, walls)
  const destroyed = await destroyKeyless(client, given)
  await setCounters(client, given.counters)
  await client.query('update installation set oldest_epoch = greatest(oldest_epoch, $1)', [given.oldestEpoch])
  await done()
  const answer = await client.query('commit')
  if (answer.command !== 'COMMIT') throw new Error('the transaction was not committed')
  return { rows, destroyed }
}

// The rows are as they were: no trigger dates a shelf anew. COPY asks for no policies where they are not forced.
async function open(client: Client, table: Copied): Promise<void> {
  await client.query(`alter table ${named(table)} no force row level security, disable trigger user`)
}

async function close(client: Client, table: Copied, walls: ReadonlySet<string>): Promise<void> {
  const force = walls.has(named(table)) ? 'force row level security,' : ''
  await client.query(`alter table ${named(table)} ${force} enable trigger user`)
}

async function forcedWalls(client: Client): Promise<Set<string>> {
  const { rows } = await client.query<{ schema: string; table: string }>(
    `select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relforcerowsecurity`,
  )
  return new Set(rows.map(named))
}

async function fill(client: Client, file: string, tables: readonly Copied[]): Promise<number> {
  const known = new Map(tables.map(table => [keyOf(table), table]))
  let rows = 0
  for await (const unpacked of (await openParcel(file)).tables) {
    const table = known.get(keyOf(unpacked.head))
    if (!table) throw new OtherTables(`no ${keyOf(unpacked.head)}`)
    known.delete(keyOf(table))
    rows += await take(client, named(table), columnList(table), unpacked)
  }
  if (known.size > 0) throw new OtherTables(`${[...known.keys()]}`)
  return rows
}

// The name with its columns in their order: another order would be another table.
const keyOf = ({ schema, table, columns }: Partial<Record<'schema' | 'table' | 'columns', unknown>>) =>
  JSON.stringify([schema, table, columns])

const take = (client: Client, table: string, columns: string, { rows }: Unpacked) =>
  copyIn(client, `copy ${table} (${columns}) from stdin`, rows)

/** Each shelf and each PIN whose key is in the file gets it; those without are left with an empty one. */
async function giveKeys(client: Client, { keys, oldestEpoch, closed }: Load): Promise<void> {
  for (const table of Object.keys(keyTables))
    await client.query(
      `create temp table kept_${table} (organisation_id uuid, id uuid, epoch int, wrapped bytea) on commit drop`,
    )
  for await (const unpacked of (await openParcel(keys)).tables) {
    const into = unpacked.head.table === 'pin' ? 'kept_pin' : 'kept_shelf'
    await take(client, into, 'organisation_id, id, epoch, wrapped', unpacked)
  }
  await client.query('analyze shelf, pin, kept_shelf, kept_pin')
  for (const [table, [, key]] of Object.entries(keyTables))
    await client.query(
      `update ${table} t set epoch = k.epoch, wrapped = k.wrapped from kept_${table} k
        where (t.organisation_id, t.${key}) = (k.organisation_id, k.id) and t.wrapped = '' and k.epoch >= $1 and k.id <> all($2::uuid[])`,
      [oldestEpoch, closed],
    )
}

// What has no key in the newest file was destroyed after the backup was made; what the list names, whoever has its key.
async function destroyKeyless(client: Client, { destroyed, now }: Load): Promise<number> {
  const { rows } = await client.query<{ id: string }>(`select id from shelf where wrapped = ''`)
  const shelves = [...rows.map(({ id }) => id), ...destroyed.map(({ shelf }) => shelf)]
  const gone = await eraseShelves(client, shelves, now)
  // A slip whose PIN came after the backup is used; a PIN that another has followed opens nothing.
  await client.query(
    `update slip s set used_at = $1 from kept_pin k
      where (s.organisation_id, s.id) = (k.organisation_id, k.id) and s.used_at is null`,
    [now],
  )
  await client.query(`delete from pin where wrapped = ''`)
  return gone
}
