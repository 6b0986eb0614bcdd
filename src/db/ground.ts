import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type ClientConfig, escapeLiteral } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import type { Env } from '../env.ts'
import { type Keyring, rolePassword } from '../trust/keyring.ts'
import type { Server } from './database.ts'
import { fault } from './embedded/fault.ts'
import { findInstallation } from './embedded/installation.ts'
import { clusterIn } from './embedded/place.ts'
import { startEmbedded } from './embedded.ts'
import { quoted } from './roles.ts'

/** A server with an empty or a living database on it, and its owner's login. */
export type Ground = {
  kind: 'embedded' | 'server'
  owner: ClientConfig
  server: Server
  stop(): Promise<void>
}

type Wish = { env: Env; checkout: string; keyring: Keyring; say(line: string): void; home?: string }

const owner = 'medspil_owner'

/** Whether an embedded database stands already: then its keyring must too. */
export function embeddedStands(env: Env, checkout: string, home = '/var/lib/medspil'): boolean {
  const moved = join(home, findInstallation(checkout) ?? '-', 'data')
  return existsSync(clusterIn(env.data)) || (!env.explicitData && existsSync(clusterIn(moved)))
}

/** Starts the server that comes with the system and sees that it has our owner and database. */
export async function embeddedGround({ env, checkout, keyring, say, home }: Wish): Promise<Ground> {
  const passwords = keyring.epochs.map(({ n }) => rolePassword(keyring, n, 'postgres')).reverse()
  const { data, explicitData } = env
  const embedded = await startEmbedded({
    data,
    explicitData,
    checkout,
    passwords,
    say,
    ...(home && { home }),
  })
  const server = { host: embedded.socket, port: embedded.port, database: embedded.database }
  const password = rolePassword(keyring, keyring.current.n, owner)
  await ensureOwner(
    { ...server, database: 'postgres', user: embedded.superuser, password: passwords[0] },
    password,
  )
  return { kind: 'embedded', server, owner: { ...server, user: owner, password }, stop: embedded.stop }
}

async function ensureOwner(superuser: ClientConfig, password: string) {
  const client = new Client(superuser)
  await client.connect()
  try {
    const there = await client.query('select 1 from pg_roles where rolname = $1', [owner])
    const verb = there.rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${quoted(owner)} login createrole password ${escapeLiteral(password)}`)
    await client.query(`alter database medspil owner to ${quoted(owner)}`)
  } finally {
    await client.end()
  }
}

/** A server of one's own: DATABASE_URL names the owner, who migrates and nothing else. */
export async function serverGround(databaseUrl: string): Promise<Ground> {
  const config = parseIntoClientConfig(databaseUrl)
  const { host = 'localhost', port = 5432, database = config.user ?? 'medspil', ssl } = config
  const owner = { ...config, database, connectionTimeoutMillis: 10_000 }
  await refuseOldServer(owner)
  const server: Server = { host, port: Number(port), database, ...(ssl !== undefined && { ssl }) }
  return { kind: 'server', owner, server, stop: async () => {} }
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
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'ukendt'
  throw fault(
    `Databasen i DATABASE_URL svarer ikke (${code}). Se, om serveren kører, og om adressen er rigtig. Intet er ændret.`,
    `The database in DATABASE_URL does not answer (${code}). See that the server runs and the address is right. Nothing was changed.`,
  )
}
