import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

// The ground a house stands on: a database and a keyring that belongs to it. Tables, walls and roles take a second to
// make, so the next house of this process gets the ground of one that is closed, with all rows as they were at first. A
// house that built on its ground leaves it for good.

/**
 * A running server and its superuser's password: a test run's own, or one that was started for a measurement. What stands on
 * it has its folders in `home`, which goes when the server does.
 */
export type TestServer = { host: string; port: number; password: string; home: string }

export type Ground = {
  database: string
  owner: string
  /** Where the keyring and what belongs to it stand. */
  folder: string
}

type Plot = Ground & {
  /** The keyring and what belongs to it, as they were at first. */
  kept: string
  /** What the tables, walls and functions are. */
  print: string
  /** Brings back the rows. */
  renewal: string
  host: string
}
type Make = (ground: Ground) => Promise<void>

const plots = new Map<string, Plot>()
let free: readonly Plot[] = []

/** `make` makes the tables and the keyring where no ground is free. */
export async function takeGround(server: TestServer, make: Make): Promise<Ground> {
  const found = free.find(({ host }) => host === server.host)
  free = free.filter(plot => plot !== found)
  const { database, owner, folder, kept, renewal } = found ?? (await makePlot(server, make))
  await rm(folder, { recursive: true })
  await cp(kept, folder, { recursive: true })
  await asSuperuser(server, database, client => client.query(renewal))
  return { database, owner, folder }
}

/** Nothing is under way there any more. Gives whether the next house may have it: nobody built on it, or turned its keys. */
export async function leaveGround(server: TestServer, { database, folder }: Ground): Promise<boolean> {
  const plot = plots.get(database)
  const print = await asSuperuser(server, database, printOf)
  if (plot?.print !== print || (await keyringIn(folder)) !== (await keyringIn(plot.kept))) return false
  free = [...free, plot]
  return true
}

const keyringIn = (folder: string) => readFile(join(folder, 'data-keys', 'keyring.json'), 'utf8')

/** An empty database of its own, and a folder for its keyring. */
export async function makeGround(server: TestServer): Promise<Ground> {
  const database = `t_${randomUUID().slice(0, 8)}`
  const owner = `${database}_owner`
  const folder = await mkdtemp(join(server.home, 'ground-'))
  await asSuperuser(server, 'postgres', async client => {
    await client.query(`create role ${owner} login createrole password '${owner}'`)
    await client.query(`create database ${database} owner ${owner}`)
  })
  return { database, owner, folder }
}

async function makePlot(server: TestServer, make: Make): Promise<Plot> {
  const ground = await makeGround(server)
  const { database, folder } = ground
  await make(ground)
  const rest = await asSuperuser(server, database, async client => ({
    renewal: await renewalIn(client),
    print: await printOf(client),
  }))
  const kept = await mkdtemp(join(server.home, 'kept-'))
  await cp(folder, kept, { recursive: true })
  const plot = { ...ground, kept, host: server.host, ...rest }
  plots.set(database, plot)
  return plot
}

/** Every row there is, but for the history of the tables themselves. */
async function renewalIn(client: Client): Promise<string> {
  await client.query('create schema kept; create table kept.installation as table installation')
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') and tablename !~ 'migration|_tasks$'`,
  )
  return [
    'begin',
    'set local session_replication_role = replica',
    ...rows.map(({ name }) => `delete from ${name}`),
    'insert into installation table kept.installation',
    'commit',
  ].join(';')
}

// Of PostgreSQL's own things, which are numbered below, none is changed.
const ours = 16_384
const catalogs = {
  'pg_class where oid':
    'relname, relnamespace, relowner, relacl, relrowsecurity, relforcerowsecurity, relkind',
  'pg_attribute where attrelid': 'attrelid, attnum, attname, atttypid, attnotnull, attacl',
  'pg_constraint where oid': 'conname, conrelid, contype, convalidated',
  'pg_policy where oid': 'polname, polrelid, polcmd, polroles, polqual, polwithcheck',
  'pg_trigger where oid': 'tgname, tgrelid, tgfoid, tgenabled',
  'pg_proc where oid': 'proname, pronamespace, proacl, prosrc, prosecdef',
  'pg_namespace where oid': 'nspname, nspacl',
}

async function printOf(client: Client): Promise<string> {
  const prints = Object.entries(catalogs).map(
    ([catalog, columns]) =>
      `(select md5(string_agg(t::text, '|' order by t::text)) from (select ${columns} from ${catalog} >= ${ours}) t)`,
  )
  const { rows } = await client.query<{ print: string }>(`select concat_ws(' ', ${prints.join()}) as print`)
  return rows[0]?.print ?? ''
}

async function asSuperuser<T>(server: TestServer, database: string, work: (client: Client) => Promise<T>) {
  const { host, port, password } = server
  const client = new Client({ host, port, password, user: 'postgres', database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
