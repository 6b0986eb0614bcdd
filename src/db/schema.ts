import type { Tx } from './query.ts'
import { roleIn, roleNames } from './roles.ts'
import { describeAccess } from './schema/access.ts'
import { listFunctions } from './schema/functions.ts'
import { listParts } from './schema/tables.ts'

// The database as it is, as text for people: what the migrations made, asked of the database itself. db/schema.sql is
// this text checked in, so that a review sees what a migration does to tables, walls and rights.

/**
 * Tables with their columns, keys, checks, indexes, triggers, rights and policies; functions with their bodies; roles.
 * Role names stand as {party}, {owner} …, so that every database of the same form gives the same text. Of the queue,
 * which has its own migrations, only what we opened in it. Any role that may connect can ask; nothing is changed.
 */
export async function describeSchema(client: Tx): Promise<string> {
  const names = await roleNamesIn(client)
  const { roles, schemas, queue } = await describeAccess(client)
  const tables = await listParts(client)
  const functions = await listFunctions(client)
  const text = [head, ...roles, '', ...schemas, '', ...tables, ...functions, ...queue].join('\n')
  return `${withoutNames(text, names)}\n`
}

const head = `-- The database as it is now, described by src/db/schema.ts. Not run by anybody: the migrations make it.
-- Renew with: node_modules/.bin/node bin/schema.ts
`

type Named = { name: string; shown: string }

async function roleNamesIn(client: Tx): Promise<Named[]> {
  const { rows } = await client.query<{ database: string; owner: string }>(
    `select current_database() as database, pg_get_userbyid(n.nspowner) as owner from pg_namespace n where n.nspname = 'app'`,
  )
  const { database = '', owner = '' } = rows[0] ?? {}
  const small = roleNames.map(role => ({ name: roleIn(database, role), shown: `{${role}}` }))
  return [...small, { name: owner, shown: '{owner}' }]
}

// The longest first, so that no name is taken for the beginning of another.
const withoutNames = (text: string, names: readonly Named[]) =>
  names
    .toSorted((one, other) => other.name.length - one.name.length)
    .reduce((sofar, { name, shown }) => sofar.replaceAll(name, shown), text)
