import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryExecutorProvider,
} from 'kysely'
import type { ClientBase, QueryResultRow } from 'pg'
import type { Tables } from './tables.ts'

// Kysely writes the SQL and knows the types; `pg` runs it as a named statement, so the server plans each text once.

/** Builds queries; runs nothing by itself. */
export const q = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A built query: Kysely's builders, and its `sql` texts too. */
type Query<T> = { compile(executor: QueryExecutorProvider): CompiledQuery<T> }

/** A transaction in which the viewer, the setup or the job is already proved. */
export type Tx = ClientBase

const names = new Map<string, string>()
function nameOf(text: string) {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}

/** All rows. */
export async function list<T>(tx: Tx, query: Query<T>): Promise<T[]> {
  const { sql, parameters } = query.compile(q)
  const result = await tx.query<T & QueryResultRow>({ name: nameOf(sql), text: sql, values: [...parameters] })
  return result.rows
}

/** The first row, or nothing. */
export async function find<T>(tx: Tx, query: Query<T>): Promise<T | undefined> {
  return (await list(tx, query))[0]
}

/** The first row; a missing one is what the viewer may not see, and throws {@link Unseen}. */
export async function get<T>(tx: Tx, query: Query<T>): Promise<T> {
  const row = await find(tx, query)
  if (row === undefined) throw new Unseen()
  return row
}

/** Runs a change; gives the number of rows it touched. */
export async function run(tx: Tx, query: Query<unknown>): Promise<number> {
  const { sql, parameters } = query.compile(q)
  const result = await tx.query({ name: nameOf(sql), text: sql, values: [...parameters] })
  return result.rowCount ?? 0
}

/** Whether this can be an id at all; anything else names nothing, and is not asked for. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What the viewer may not see does not exist: one page, 404. */
export class Unseen extends Error {
  constructor() {
    super('not to be seen')
  }
}
