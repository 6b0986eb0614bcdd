import type { Client } from 'pg'
import { quoted } from '../roles.ts'

/** A table with the columns that are copied. */
export type Copied = { schema: string; table: string; columns: string[] }

type Edge = { table: string; on: string }

/** What the migrations make again by themselves. */
const ownLists = `(n.nspname = 'graphile_worker' and c.relname = 'migrations') or c.relname like 'kysely%'`
const ours = `n.nspname in ('public', 'graphile_worker') and c.relkind = 'r' and not (${ownLists})`
const fullName = `format('%I.%I', n.nspname, c.relname)`

/** Every table, those that others lean on first. */
export async function listCopied(client: Client): Promise<Copied[]> {
  const { rows: tables } = await client.query<Copied & { name: string }>(
    `select n.nspname as schema, c.relname as table, ${fullName} as name,
        array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where ${ours} group by 1, 2, 3 order by 3`,
  )
  // A deferrable key is asked at the end, so it asks for no order.
  const { rows: edges } = await client.query<Edge>(
    `select ${fullName} as table, format('%I.%I', m.nspname, o.relname) as on
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class o on o.oid = k.confrelid join pg_namespace m on m.oid = o.relnamespace
      where k.contype = 'f' and not k.condeferrable and k.conrelid <> k.confrelid and ${ours}`,
  )
  return inOrder(tables, edges).map(({ schema, table, columns }) => ({ schema, table, columns }))
}

function inOrder<T extends { name: string }>(tables: readonly T[], edges: readonly Edge[]): T[] {
  const placed = new Set<string>()
  const order: T[] = []
  while (order.length < tables.length) {
    const free = tables.filter(
      ({ name }) => !placed.has(name) && edges.every(({ table, on }) => table !== name || placed.has(on)),
    )
    if (free.length === 0) throw new Error('the tables lean on each other in a ring')
    for (const each of free) placed.add(each.name)
    order.push(...free)
  }
  return order
}

/** A table's or a column's name in a statement. */
export const named = ({ schema, table }: Pick<Copied, 'schema' | 'table'>) =>
  `${quoted(schema)}.${quoted(table)}`
export const columnList = ({ columns }: Pick<Copied, 'columns'>) => columns.map(quoted).join(', ')

/** Where each counter stands: no number may come twice. */
export type Counter = { name: string; last: string; called: boolean }

export async function listCounters(client: Client): Promise<Counter[]> {
  const { rows } = await client.query<{ name: string }>(
    `select ${fullName} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname in ('public', 'graphile_worker') order by 1`,
  )
  const counters: Counter[] = []
  for (const { name } of rows) {
    const { rows: at } = await client.query<Counter>(
      `select $1::text as name, last_value::text as last, is_called as called from ${name}`,
      [name],
    )
    counters.push(...at)
  }
  return counters
}

export async function setCounters(client: Client, counters: readonly Counter[]): Promise<void> {
  for (const { name, last, called } of counters)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, called])
}
