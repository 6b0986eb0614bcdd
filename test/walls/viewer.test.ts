import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Proof, rehearsal, transaction } from '../../src/db/database.ts'
import type { Tx } from '../../src/db/query.ts'
import { openWorld, type World } from '../world/people.ts'
import { proofOf, seen } from './proof.ts'
import { prepared, type Thread } from './thread.ts'

// The viewer is proved by a session's token for one transaction, and is nobody before and after.

let world: World
let thread: Thread
let tables: string[]
beforeAll(async () => {
  world = await openWorld()
  thread = await prepared(world)
  const { rows } = await world.superuser.query(
    `select distinct table_name from information_schema.column_privileges
     where table_schema = 'public' and privilege_type = 'SELECT' and grantee = current_database() || '_party' order by 1`,
  )
  tables = rows.map(row => row.table_name)
})
afterAll(() => world.close())

/** How many rows of each table a proof opens. */
async function counted(tx: Tx): Promise<Record<string, number>> {
  const each = tables.map(table => `(select count(*)::int from ${table}) as ${table}`)
  return (await tx.query(`select ${each.join(', ')}`)).rows[0]
}
const nothing = () => Object.fromEntries(tables.map(table => [table, 0]))
const opens = (proof: Proof) => rehearsal(world.deps.db.party, proof, counted)

test('the participant’s token opens the tables a conversation lies in', async () => {
  const mine = await opens(proofOf(thread.participant))
  expect(tables.length).toBeGreaterThan(20)
  expect(mine).toMatchObject({ conversation: 1, party: 2, answer: 2, shared_answer: 2, letter: 1 })
})

describe('nobody is let in by', () => {
  test('no proof, an empty one, or a token that was made up', async () => {
    const forged = [{}, { session: '' }, { session: randomBytes(32).toString('base64url') }]
    for (const proof of forged) expect(await opens(proof)).toEqual(nothing())
  })

  test('the hash of a real token, which is what the database keeps', async () => {
    const { rows } = await world.superuser.query('select token_hash from session')
    for (const { token_hash: hash } of rows)
      for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const)
        expect(await opens({ session: hash.toString(form).replaceAll('\0', '') })).toEqual(nothing())
  })

  test('a real token with one letter changed, cut or added', async () => {
    const token = thread.host.cookies.get('__Host-medspil-session') ?? ''
    const other = token.startsWith('A') ? 'B' : 'A'
    for (const near of [
      other + token.slice(1),
      token.slice(1),
      `${token} `,
      `${token}=`,
      token.toUpperCase(),
    ])
      expect(await opens({ session: near })).toEqual(nothing())
  })

  test('claiming ids in settings of their own', async () => {
    const { person } = world.people.anders
    const claims = [
      'viewer',
      'person',
      'person_id',
      'organisation',
      'organisation_id',
      'reader',
      'user',
      'job',
      'setup',
    ]
    const claimed = await rehearsal(world.deps.db.party, {}, async tx => {
      for (const name of claims)
        await tx.query('select set_config($1, $2, true)', [
          `app.${name}`,
          name.startsWith('org') ? world.organisation : person,
        ])
      return counted(tx)
    })
    expect(claimed).toEqual(nothing())
  })

  test('a session that has ended', async () => {
    const visitor = await world.as('lone')
    const hash = createHash('sha256')
      .update(visitor.cookies.get('__Host-medspil-session') ?? '')
      .digest()
    expect((await opens(proofOf(visitor))).conversation).toBe(1)
    await world.superuser.query('delete from session where token_hash = $1', [hash])
    expect(await opens(proofOf(visitor))).toEqual(nothing())
  })
})

describe('the viewer is gone', () => {
  const party = () => world.deps.db.party
  const proof = () => proofOf(thread.participant)
  const backend = async (tx: Tx) => (await tx.query('select pg_backend_pid() as pid')).rows[0].pid

  /** The first free connection, as the next transaction will find it, without a proof. */
  async function next() {
    const client = await party().connect()
    try {
      return { pid: await backend(client), opens: await counted(client) }
    } finally {
      client.release()
    }
  }

  test('after COMMIT', async () => {
    const before = await transaction(party(), proof(), async tx => ({
      pid: await backend(tx),
      opens: await counted(tx),
    }))
    expect(before.opens.conversation).toBe(1)
    expect(await next()).toEqual({ pid: before.pid, opens: nothing() })
  })

  test('after ROLLBACK', async () => {
    const pid = await rehearsal(party(), proof(), backend)
    expect(await next()).toEqual({ pid, opens: nothing() })
  })

  test('after a fault, and after a COMMIT that turned into a ROLLBACK', async () => {
    const broken = transaction(party(), proof(), tx => tx.query('select 1/0'))
    await expect(broken).rejects.toMatchObject({ code: '22012' })
    expect((await next()).opens).toEqual(nothing())
    const swallowed = transaction(party(), proof(), tx => tx.query('select 1/0').catch(() => 'swallowed'))
    await expect(swallowed).rejects.toThrow('not committed')
    expect((await next()).opens).toEqual(nothing())
  })

  test('after the connection was cut in the middle', async () => {
    let pid = 0
    const cut = transaction(party(), proof(), async tx => {
      pid = await backend(tx)
      await world.superuser.query('select pg_terminate_backend($1, 5000)', [pid])
      return counted(tx)
    })
    await expect(cut).rejects.toThrow()
    const after = await next()
    expect(after.pid).not.toBe(pid)
    expect(after.opens).toEqual(nothing())
  })

  test('and no statement that others of the role can look up shows the token', async () => {
    const token = thread.participant.cookies.get('__Host-medspil-session') ?? ''
    const spied = await rehearsal(party(), proof(), async () =>
      seen(party(), {}, `select query from pg_stat_activity where datname = current_database()`),
    )
    expect(spied.length).toBeGreaterThan(1)
    expect(JSON.stringify(spied)).not.toContain(token)
  })
})
