// How much the database reads for a page: the same on every machine and under every load, so growth shows in it first.
import type { Pool, PoolClient } from 'pg'
import type { House } from '../../test/world/house.ts'
import { recorded, type Statement } from './statements.ts'

/** Blocks of eight kilobytes that the statements of `work` look at. They are run again, and rolled back. */
export async function blocksOf({ deps }: House, work: () => Promise<unknown>): Promise<number> {
  await work()
  const statements = await recorded(work)
  // Once before, so that what a connection looks up for the first time is not counted.
  await replayed(deps.db, statements)
  return replayed(deps.db, statements)
}

async function replayed(pools: House['deps']['db'], statements: readonly Statement[]): Promise<number> {
  const byUser = new Map<string, Pool>([pools.door, pools.party].map(pool => [pool.options.user ?? '', pool]))
  let client: PoolClient | undefined
  let blocks = 0
  for (const statement of statements) {
    const isEnd = /^(?:commit|rollback)$/.test(statement.text)
    if (statement.text === 'begin') client = await byUser.get(statement.role)?.connect()
    if (client) blocks += await blocksIn(client, isEnd ? { ...statement, text: 'rollback' } : statement)
    if (isEnd) client?.release()
    if (isEnd) client = undefined
  }
  return blocks
}

async function blocksIn(client: PoolClient, { text, values }: Statement): Promise<number> {
  const isProof = text.startsWith('select set_config')
  if (isProof || !/^\s*(?:select|insert|update|delete|with)\b/.test(text)) {
    await client.query(text, values)
    return 0
  }
  await client.query('savepoint before')
  try {
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values)
    const plan = rows[0]['QUERY PLAN'][0].Plan
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  } catch {
    // What was written for good the first time cannot be written again.
    await client.query('rollback to savepoint before')
    return 0
  }
}
