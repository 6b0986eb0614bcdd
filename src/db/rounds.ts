import type { Pool } from 'pg'
import type { Tx } from './query.ts'

/**
 * A round under way. It alone has the round's lock, and all it does goes over the one connection that holds it: is that
 * cut, the lock is free and this round can do nothing more.
 */
export type Round = {
  now: Date
  /** One transaction as this kind of work; the database's functions for it ask for the kind. */
  as<T>(kind: string, work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Does the work if no other round is under way, here or in another process; gives whether it was done. */
export async function inRound(
  jobs: Pool,
  now: Date,
  work: (round: Round) => Promise<void>,
): Promise<boolean> {
  const client = await jobs.connect()
  // A connection that may still hold the lock is not given back to the pool.
  let held = true
  try {
    const { rows } = await client.query<{ ours: boolean }>('select app.begin_round() as ours')
    const ours = rows[0]?.ours === true
    try {
      if (ours) await work({ now, as: (kind, each) => transactionAs(client, kind, each) })
    } finally {
      if (ours) await client.query('select app.end_round()')
      held = false
    }
    return ours
  } finally {
    client.release(held)
  }
}

async function transactionAs<T>(client: Tx, kind: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`select set_config('app.round', $1, true)`, [kind])
    const value = await work(client)
    const done = await client.query('commit')
    if (done.command !== 'COMMIT') throw new Error('the transaction was not committed')
    return value
  } catch (fault) {
    await client.query('rollback').catch(() => {})
    throw fault
  }
}
