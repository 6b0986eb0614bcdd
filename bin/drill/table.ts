// The drill's own table. It has no unique key, so that a double would show.
import pg from 'pg'
import type { Ready } from './house.ts'
import type { Entry } from './ledger.ts'
import type { Write } from './writer.ts'

/** Where the database is now; it moves when its parent is started anew. */
export type Where = () => Ready

/** `careless`: commits are acknowledged before they are on the disk, to see that the drill finds it out. */
export type Login = { where: Where; password: string; careless?: boolean }

/** Makes the table if it is not there. */
export async function makeTable(login: Login): Promise<void> {
  await asked(login, async client => {
    await client.query('CREATE TABLE IF NOT EXISTS ledger (writer int, entry int)')
    await client.query('CREATE INDEX IF NOT EXISTS ledger_entry ON ledger (writer, entry)')
  })
}

/** A writer with a connection of its own, made anew after each failure. */
export function tableWriter(login: Login): Write & { end(): Promise<void> } {
  let client: pg.Client | undefined
  const write = async ({ writer, entry }: Entry) => {
    try {
      client ??= await connect(login)
      await client.query(insert, [writer, entry])
    } catch (error) {
      void client?.end().catch(() => {})
      client = undefined
      throw error
    }
  }
  return Object.assign(write, { end: async () => client?.end() })
}

const insert = `
  INSERT INTO ledger
  SELECT $1::int, $2::int
  WHERE NOT EXISTS (SELECT FROM ledger WHERE writer = $1::int AND entry = $2::int)`

/** Everything that is stored. */
export async function readTable(login: Login): Promise<Entry[]> {
  return asked(login, async client => (await client.query<Entry>('SELECT writer, entry FROM ledger')).rows)
}

async function asked<T>(login: Login, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(login)
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}

async function connect({ where, password, careless }: Login): Promise<pg.Client> {
  const { socket, port, superuser, database } = where()
  const client = new pg.Client({
    host: socket,
    port,
    user: superuser,
    database,
    password,
    query_timeout: 10_000,
  })
  client.on('error', () => {}) // the next query tells
  await client.connect()
  if (careless) await client.query('SET synchronous_commit = off')
  return client
}
