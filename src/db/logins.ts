import { type Client, type ClientConfig, escapeLiteral } from 'pg'
import { codeOf } from '../fault-code.ts'
import { fault } from './embedded/fault.ts'
import { withClient } from './owner.ts'
import { quoted, type RoleName, roleIn, roleNames } from './roles.ts'

/** Why the roles could not be made: the SQL that somebody who may can run. */
export type LoginFault = { fault: 'roles-missing'; sql: string }

/**
 * Makes the small roles and sets their passwords; only they and the owner may connect.
 * Where the owner may not create roles, gives the SQL to hand to the server's administrator.
 */
export async function prepareLogins(
  owner: ClientConfig,
  database: string,
  password: (role: RoleName) => string,
): Promise<LoginFault | undefined> {
  return withClient(owner, async client => {
    const there = await client.query<{ rolname: string }>(
      'select rolname from pg_roles where rolname = any($1)',
      [roleNames.map(role => roleIn(database, role))],
    )
    const known = new Set(there.rows.map(row => row.rolname))
    const statements = roleNames.map(role => statement(roleIn(database, role), password(role), known))
    return runAll(client, [...statements, connects(database)])
  })
}

// A role that stands keeps what it is: a plain owner may change its password, and nothing else of it.
function statement(name: string, password: string, known: Set<string>) {
  if (known.has(name)) return `alter role ${quoted(name)} password ${escapeLiteral(password)}`
  return `create role ${quoted(name)} login password ${escapeLiteral(password)} noinherit`
}

function connects(database: string) {
  const roles = roleNames.map(role => quoted(roleIn(database, role))).join(', ')
  return `revoke all on database ${quoted(database)} from public; grant connect on database ${quoted(database)} to ${roles}`
}

async function runAll(client: Client, statements: string[]): Promise<LoginFault | undefined> {
  try {
    for (const each of statements) await client.query(each)
    return undefined
  } catch (fault) {
    if (isRefusal(fault)) return { fault: 'roles-missing', sql: `${statements.join(';\n')};` }
    throw fault
  }
}

export const rolesMissing = (sql: string) =>
  fault(
    `Brugeren i DATABASE_URL må ikke oprette de små roller. Lad serverens administrator køre dette, og prøv igen:\n${sql}`,
    'The user in DATABASE_URL may not make the small roles. Let the server’s administrator run the above and try again.',
  )

const isRefusal = (fault: unknown) => codeOf(fault) === '42501'
