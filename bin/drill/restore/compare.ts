import type { Client } from 'pg'

// Every row of every table, as one sum a row: what a backup saw, and what came of it.

/** By table, each row's sum with the ids one finds it by. */
export type Rows = Map<string, Map<string, string>>

/** What turning changes by right: which epoch a key is under, and the clock that the drill moves. */
const turns: Record<string, string[]> = {
  'public.shelf': ['epoch', 'wrapped'],
  'public.pin': ['epoch', 'wrapped'],
  'public.installation': ['oldest_epoch', 'clock_offset'],
}

/** All rows as the client sees them; `snapshot`: as they were when it was taken. */
export async function listRows(client: Client, snapshot?: string): Promise<Rows> {
  await client.query('begin isolation level repeatable read')
  if (snapshot) await client.query(`set transaction snapshot '${snapshot}'`)
  const { rows: tables } = await client.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
      where schemaname in ('public', 'graphile_worker') and tablename not like 'kysely%' and tablename <> 'migrations'`,
  )
  const found: Rows = new Map()
  for (const { table } of tables) found.set(table, await rowsIn(client, table))
  await client.query('commit')
  return found
}

async function rowsIn(client: Client, table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ sum: string; ids: string }>(
    `select md5(row::text) as sum, concat_ws(' ', row ->> 'id', row ->> 'shelf_id', row ->> 'conversation_id') as ids
      from (select to_jsonb(t) - $1::text[] as row from ${table} t) each`,
    [turns[table] ?? []],
  )
  return oneByOne(rows)
}

/** Two rows that are the same in all are two. */
function oneByOne(rows: readonly { sum: string; ids: string }[]): Map<string, string> {
  const times = new Map<string, number>()
  const found = new Map<string, string>()
  for (const { sum, ids } of rows) {
    const before = times.get(sum) ?? 0
    times.set(sum, before + 1)
    found.set(`${sum} ${before}`, ids)
  }
  return found
}

/** What is not the same on both sides, as table and ids. */
export type Difference = { missing: string[]; foreign: string[]; rows: number; tables: number }

export function compareRows(before: Rows, after: Rows): Difference {
  const without = (one: Rows, other: Rows) =>
    [...one].flatMap(([table, rows]) =>
      [...rows].filter(([sum]) => !other.get(table)?.has(sum)).map(([, ids]) => `${table} ${ids}`),
    )
  const rows = [...before.values()].reduce((sum, table) => sum + table.size, 0)
  return { missing: without(before, after), foreign: without(after, before), rows, tables: before.size }
}
