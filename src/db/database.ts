import { setTimeout as pause } from 'node:timers/promises'
import { type CustomTypesConfig, type Pool, type PoolClient, type PoolConfig, types } from 'pg'
import { loginPool } from './login-pool.ts'
import type { Tx } from './query.ts'
import { type RoleName, roleIn } from './roles.ts'

/** One pool a role. Every use is one transaction in which the caller has first proved who it is. */
export type Database = {
  door: Pool
  office: Pool
  party: Pool
  jobs: Pool
  /** The office's own, for work on a hundred thousand rows at a time: nobody waits behind it, and it may take minutes. */
  bulk: Pool
  close(): Promise<void>
}

/** Where the server is; the roles' logins are made from it. */
export type Server = { host: string; port: number; database: string; ssl?: PoolConfig['ssl'] }

// A date is a day, not an instant: it stays 'YYYY-MM-DD'.
const plainDates: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === types.builtins.DATE ? (text: string) => text : types.getTypeParser(oid, format),
}

// One of the jobs' connections is the round's.
const sizes = { door: 4, office: 2, party: 16, jobs: 7 } as const

/** Opens the pools; `passwords` gives each role's. A lost idle connection is dropped quietly and opened anew. */
export function openDatabase(server: Server, passwords: (role: RoleName) => readonly string[]): Database {
  const pool = (role: keyof typeof sizes, max: number = sizes[role], patience = 15_000) => {
    const config = {
      ...server,
      user: roleIn(server.database, role),
      types: plainDates,
      max,
      query_timeout: patience,
      connectionTimeoutMillis: 10_000,
      // A new connection plans everything anew: whoever comes back after a minute need not wait for it.
      idleTimeoutMillis: 300_000,
      application_name: `medspil ${role}`,
      // What is asked before the answer to the last thing has come goes out at once, in its order.
      pipeline: true,
    }
    const made = loginPool(config, () => passwords(role))
    made.on('error', () => {})
    made.on('connect', client => void client.on('error', () => {}))
    return made
  }
  const bulk = pool('office', 2, 600_000)
  const pools = { door: pool('door'), office: pool('office'), party: pool('party'), jobs: pool('jobs'), bulk }
  return {
    ...pools,
    close: async () => {
      await Promise.all(Object.values(pools).map(endWhenServed))
    },
  }
}

// Whoever waits in a pool that ends is never served: a finished job's last word would be given up ten seconds later.
async function endWhenServed(pool: Pool): Promise<void> {
  while (pool.waitingCount > 0) await pause(20)
  await pool.end()
}

/** What proves the transaction to the policies: a session's token, a setup's, a job's number, or nothing (door). */
export type Proof = { session: string } | { setup: string } | { job: string } | Record<string, never>

/**
 * One transaction. The proof is set for it alone and never survives COMMIT, ROLLBACK or a cut connection.
 * A COMMIT after a failure answers ROLLBACK without an error, so its answer is read.
 */
export async function transaction<T>(pool: Pool, proof: Proof, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const value = await begun(client, proof, work)
    const done = await client.query('commit')
    if (done.command !== 'COMMIT') throw new Error('the transaction was not committed')
    client.release()
    return value
  } catch (fault) {
    await giveBack(client)
    throw fault
  }
}

/** As {@link transaction}, and always rolled back: for previews. */
export async function rehearsal<T>(pool: Pool, proof: Proof, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await begun(client, proof, work)
  } finally {
    await giveBack(client)
  }
}

/**
 * The beginning, the proof and the first question go out together: waking the server for each of them costs more than
 * most answers do. If one of the first two fails, the server refuses all that follow, and there is no viewer for them.
 */
async function begun<T>(client: PoolClient, proof: Proof, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  const [proved, done] = await Promise.allSettled([begin(client, proof), work(client)])
  if (proved.status === 'rejected') throw proved.reason
  if (done.status === 'rejected') throw done.reason
  return done.value
}

// A parameter, never a piece of the statement: pg_stat_activity and a log show statements to others of the same role.
function begin(client: PoolClient, proof: Proof) {
  const begun = client.query('begin')
  const proving = Object.entries(proof).map(([name, value]) =>
    client.query({
      name: `prove-${name}`,
      text: 'select set_config($1, $2, true)',
      values: [`app.${name}`, value],
    }),
  )
  return Promise.all([begun, ...proving])
}

async function giveBack(client: PoolClient) {
  try {
    await client.query('rollback')
    client.release()
  } catch {
    client.release(true)
  }
}
