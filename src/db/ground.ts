import { existsSync } from 'node:fs'
import { Client, type ClientConfig, escapeLiteral } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import type { Env } from '../env.ts'
import { codeOf } from '../fault-code.ts'
import { rolePassword } from '../trust/keyring.ts'
import type { Keyring } from '../trust/keyring-text.ts'
import { rolePasswords } from '../trust/passwords.ts'
import type { Server } from './database.ts'
import { fault } from './embedded/fault.ts'
import { clusterIn, listDataFolders, usualHome } from './embedded/place.ts'
import { PORT } from './embedded/socket.ts'
import { settleSuperuser } from './embedded/superuser.ts'
import { startEmbedded } from './embedded.ts'
import { withClient } from './owner.ts'
import { quoted } from './roles.ts'

/** A server with an empty or a living database on it, and its owner's login. */
export type Ground = {
  kind: 'embedded' | 'server'
  owner: ClientConfig
  server: Server
  /** Where we make the logins ourselves, they get their passwords under the newest epoch. Gives the owner's. */
  follow(keyring: Keyring): Promise<ClientConfig>
  stop(): Promise<void>
}

type Wish = {
  env: Env
  checkout: string
  keyring: Keyring
  say(line: string): void
  moved?(): void
  home?: string
}

const [superuser, owner] = ['postgres', 'medspil_owner']

/** Whether an embedded database stands already: then its keyring must too. */
export const embeddedStands = (env: Env, checkout: string, home = usualHome): boolean =>
  listDataFolders({ ...env, checkout, home }).some(data => existsSync(clusterIn(data)))

/** Starts the server that comes with the system and sees that it has our owner and database. */
export async function embeddedGround({ env, checkout, keyring, say, moved, home }: Wish): Promise<Ground> {
  const passwords = () => rolePasswords(keyring, superuser)
  const { data, explicitData } = env
  const embedded = await startEmbedded({
    data,
    explicitData,
    checkout,
    passwords,
    say,
    ...(home && { home }),
    ...(moved && { moved }),
  })
  const login = await ownerAt(embedded.socket, keyring).catch(async cause => {
    await embedded.stop()
    throw cause
  })
  return groundAt(embedded.socket, login, embedded.stop)
}

/** The embedded server that another process keeps, by the folder of its socket. */
export async function runningGround(socket: string, keyring: Keyring): Promise<Ground> {
  return groundAt(socket, await follow(socket, keyring), async () => {})
}

const groundAt = (socket: string, owner: ClientConfig, stop: () => Promise<void>): Ground => ({
  kind: 'embedded',
  owner,
  server: serverAt(socket),
  follow: newest => follow(socket, newest),
  stop,
})

const serverAt = (socket: string) => ({ host: socket, port: PORT, database: 'medspil' })

async function follow(socket: string, newest: Keyring): Promise<ClientConfig> {
  await settleSuperuser(
    socket,
    rolePasswords(newest, superuser),
    () => false,
    () => {},
  )
  return ownerAt(socket, newest)
}

/** The superuser has its password under the newest epoch already; the owner gets it. */
async function ownerAt(socket: string, newest: Keyring): Promise<ClientConfig> {
  const server = serverAt(socket)
  const login = (role: string) => rolePassword(newest, newest.current.n, role)
  const high = { ...server, database: 'postgres', user: superuser, password: login(superuser) }
  await ensureOwner(high, login(owner))
  return { ...server, user: owner, password: login(owner) }
}

async function ensureOwner(superuser: ClientConfig, password: string) {
  await withClient(superuser, async client => {
    const there = await client.query('select 1 from pg_roles where rolname = $1', [owner])
    const verb = there.rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${quoted(owner)} login createrole password ${escapeLiteral(password)}`)
    await client.query(`alter database medspil owner to ${quoted(owner)}`)
  })
}

/** A server of one's own: DATABASE_URL names the owner, who migrates and nothing else. */
export async function serverGround(databaseUrl: string): Promise<Ground> {
  const config = parseIntoClientConfig(databaseUrl)
  const { host = 'localhost', port = 5432, database = config.user ?? 'medspil', ssl } = config
  const owner = { ...config, database, connectionTimeoutMillis: 10_000 }
  await refuseOldServer(owner)
  const server: Server = { host, port: Number(port), database, ...(ssl !== undefined && { ssl }) }
  return { kind: 'server', owner, server, follow: async () => owner, stop: async () => {} }
}

async function refuseOldServer(owner: ClientConfig) {
  const client = new Client(owner)
  await client.connect().catch(serverAway)
  const version = await client.query<{ number: number }>(
    `select current_setting('server_version_num')::int as number`,
  )
  await client.end()
  if ((version.rows[0]?.number ?? 0) >= 150_000) return
  throw fault(
    'Databaseserveren er ældre end PostgreSQL 15. Brug 15 eller nyere. Intet er ændret.',
    'The database server is older than PostgreSQL 15. Use 15 or newer. Nothing was changed.',
  )
}

function serverAway(cause: unknown): never {
  const code = codeOf(cause) ?? 'ukendt'
  throw fault(
    `Databasen i DATABASE_URL svarer ikke (${code}). Se, om serveren kører, og om adressen er rigtig. Intet er ændret.`,
    `The database in DATABASE_URL does not answer (${code}). See that the server runs and the address is right. Nothing was changed.`,
  )
}
