import { randomUUID } from 'node:crypto'
import { cp, mkdtemp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { createApp } from '../../src/app.tsx'
import { backUp } from '../../src/db/backup/back-up.ts'
import { takeFolder } from '../../src/db/backup/place.ts'
import { type Restored, restore } from '../../src/db/backup/restore.ts'
import { serverGround } from '../../src/db/ground.ts'
import type { Deps } from '../../src/deps.ts'
import type { Env } from '../../src/env.ts'
import { open } from '../../src/opening.ts'
import { systemRandom } from '../../src/random.ts'
import { readKeyring } from '../../src/trust/keyring.ts'
import type { Keyring } from '../../src/trust/keyring-text.ts'
import { envOn, type House } from '../world/house.ts'

// Backups of a house and the houses restored from them, each a new database on the run's own server.

type Source = Pick<House, 'env' | 'deps'>

export const keyringOf = async (file: string): Promise<Keyring> => {
  const found = await readKeyring(file)
  if ('fault' in found) throw new Error(found.fault)
  return found.keyring
}

/** A backup of the house as it is now, in a folder of its own. */
export async function backedUp(source: Source, seen?: (snapshot: string) => Promise<void>) {
  const folder = await ownFolder(source)
  return { folder, ...(await backUpInto(folder, source, seen)) }
}

/** An empty folder for a backup, as the command makes it. */
export async function ownFolder({ env }: Source): Promise<string> {
  const folder = join(await mkdtemp(beside(env, 'copy-')), 'backup')
  takeFolder(folder, env)
  return folder
}

export async function backUpInto(
  folder: string,
  { env, deps }: Source,
  seen?: (snapshot: string) => Promise<void>,
) {
  const { owner } = await serverGround(env.databaseUrl ?? '')
  const { current } = await keyringOf(env.keyring)
  const wish = { owner, folder, migrations: 'db/migrations', epoch: current.n, now: deps.clock.now() }
  return backUp({ ...wish, ...(seen && { seen }) })
}

/** An empty place on the same server, with a copy of the house's keyring and its list of what is destroyed. */
export async function emptyPlace({ env, superuser }: Pick<House, 'env' | 'superuser'>): Promise<Env> {
  const database = `r_${randomUUID().slice(0, 8)}`
  const owner = `${database}_owner`
  await superuser.query(`create role ${owner} login createrole password '${owner}'`)
  await superuser.query(`create database ${database} owner ${owner}`)
  const folder = await mkdtemp(beside(env, 'place-'))
  await cp(dirname(env.keyring), join(folder, 'data-keys'), { recursive: true })
  return envOn(superuser, { database, owner, folder })
}

/** Within the ground of the house: it goes with it. */
const beside = ({ keyring }: Env, name: string) => join(dirname(dirname(keyring)), name)

/** Restores, without asking twice; gives what the command would tell. */
export const restored = (
  env: Env,
  folder: string,
  now: Date,
  more: { keys?: string; acceptLoss?: boolean } = {},
): Promise<Restored> =>
  restore({ env, checkout: process.cwd(), folder, acceptLoss: false, now, say: () => {}, ...more })

/** A superuser's connection to the place's database. */
export async function lookInto({ databaseUrl = '' }: Env, superuser: Client): Promise<Client> {
  const { host, port, password } = superuser
  const database = new URL(databaseUrl).pathname.slice(1)
  const client = new Client({ host, port, user: 'postgres', ...(password && { password }), database })
  await client.connect()
  return client
}

/** The product, started on what was restored. */
export async function startOn(env: Env, clock: Deps['clock']) {
  const opened = await open({ env, checkout: process.cwd(), clock, random: systemRandom, say: () => {} })
  return { app: createApp(opened.deps), deps: opened.deps, close: opened.close }
}

/** Every row of every table, as one sum for each: what the backup and the place must have in common. */
export async function sumsOf(client: Client, snapshot?: string): Promise<Record<string, string>> {
  await client.query('begin isolation level repeatable read')
  if (snapshot) await client.query(`set transaction snapshot '${snapshot}'`)
  const { rows } = await client.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
      where schemaname in ('public', 'graphile_worker') and tablename not like 'kysely%' and tablename <> 'migrations'`,
  )
  const sums: Record<string, string> = {}
  for (const { table } of rows) {
    const { rows: sum } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t`,
    )
    sums[table] = sum[0]?.sum ?? ''
  }
  await client.query('commit')
  return sums
}
