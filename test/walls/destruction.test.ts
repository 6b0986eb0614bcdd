import { mkdir, rm } from 'node:fs/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eraseShelves } from '../../src/db/destruction.ts'
import { open } from '../../src/opening.ts'
import { systemRandom } from '../../src/random.ts'
import { addDestroyed, readDestroyed } from '../../src/trust/destroyed.ts'
import { urls } from '../../src/urls.ts'
import { destroyNow } from '../world/destroy.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { birds, prepared, type Thread } from './thread.ts'

// What is destroyed stays destroyed: killed between any two steps, or brought back by a backup.

let world: World
let thread: Thread
let log: string
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  thread = await prepared(world)
  log = world.deps.destroyedLog
  await rm(log, { recursive: true, force: true })
})

const shelf = async (scope: string, person: string | null = null) => {
  const { rows } = await world.superuser.query(
    `select organisation_id, id, wrapped from shelf where conversation_id = $1 and scope = $2 and person_id is not distinct from $3`,
    [thread.id, scope, person],
  )
  return rows[0]
}
const rowsOn = async (table: string, id: string) =>
  (await world.superuser.query(`select count(*)::int as n from ${table} where shelf_id = $1`, [id])).rows[0].n

/** Starts again on the same database, as after a kill: the start replays the log before anything listens. */
const startAgain = async () => {
  const { env, deps } = world
  const opened = await open({
    env,
    checkout: process.cwd(),
    clock: deps.clock,
    random: systemRandom,
    say: () => {},
  })
  await opened.deps.db.close()
}

test('a destroyed shelf has no key, no text and a date, and its pages say so calmly', async () => {
  const own = await shelf('own', world.people.lone.person)
  const preparation = urls.step({ id: thread.id, step: 'indledning' })
  expect((await thread.participant.get(preparation)).html).toContain(birds.participantNote)
  await destroyNow(world, own)
  expect(await shelf('own', world.people.lone.person)).toMatchObject({ wrapped: null })
  expect(await rowsOn('answer', own.id)).toBe(0)
  const shown = await thread.participant.get(preparation)
  expect(shown.status).toBe(410)
  expect(wordsOf(shown)).toContain('Teksten er slettet')
  expect(shown.html).not.toContain(birds.participantNote)
  expect((await thread.participant.get(urls.conversation({ id: thread.id }))).status).toBe(200)
  expect((await thread.host.get(preparation)).html).toContain(birds.hostNote)
})

describe('killed', () => {
  test('after the line and before the texts go: the next start takes them', async () => {
    const own = await shelf('own', world.people.lone.person)
    await addDestroyed(log, [{ on: '2026-04-02', shelf: own.id }])
    expect(await rowsOn('answer', own.id)).toBe(2)
    await startAgain()
    expect(await rowsOn('answer', own.id)).toBe(0)
    expect(await shelf('own', world.people.lone.person)).toMatchObject({ wrapped: null })
  })

  test('in the middle of the transaction: nothing has gone, and the next start takes it all', async () => {
    const own = await shelf('own', world.people.lone.person)
    await addDestroyed(log, [{ on: '2026-04-02', shelf: own.id }])
    const owner = new Client({ connectionString: world.env.databaseUrl })
    owner.on('error', () => {})
    await owner.connect()
    await owner.query('begin')
    expect(await eraseShelves(owner, [own.id], morning)).toBe(1)
    const { rows } = await owner.query('select pg_backend_pid() as pid')
    await world.superuser.query('select pg_terminate_backend($1, 5000)', [rows[0].pid])
    expect(await rowsOn('answer', own.id)).toBe(2)
    expect((await shelf('own', world.people.lone.person)).wrapped).not.toBeNull()
    await startAgain()
    expect(await rowsOn('answer', own.id)).toBe(0)
  })

  test('in the middle of the line: nothing was asked for, and a torn line destroys nobody', async () => {
    const own = await shelf('own', world.people.lone.person)
    await addDestroyed(log, [{ on: '2026-04-02', shelf: own.id.slice(0, 20) }])
    await startAgain()
    expect(await readDestroyed(log)).toEqual({ destroyed: [], torn: 1 })
    expect(await rowsOn('answer', own.id)).toBe(2)
  })

  test('before memory forgets: the page asks the database, which has no key to give', async () => {
    const own = await shelf('own', world.people.lone.person)
    await destroyNow(world, own, { keys: { ...world.deps.keys, forget: () => {} } })
    const shown = await thread.participant.get(urls.step({ id: thread.id, step: 'indledning' }))
    expect(shown.status).toBe(410)
  })
})

test('an old backup brings key and texts back, and the next start takes them again', async () => {
  const own = await shelf('own', world.people.lone.person)
  const { superuser } = world
  await superuser.query(
    'create table backup_answer as table answer; create table backup_shelf as table shelf',
  )
  await destroyNow(world, own)
  await superuser.query(`insert into answer select * from backup_answer where shelf_id = '${own.id}';
    update shelf s set wrapped = b.wrapped, destroyed_at = null from backup_shelf b where s.id = b.id and s.id = '${own.id}'`)
  expect(await rowsOn('answer', own.id)).toBe(2)
  await startAgain()
  expect(await rowsOn('answer', own.id)).toBe(0)
  expect(await shelf('own', world.people.lone.person)).toMatchObject({ wrapped: null })
})

test('the frozen text of a closed conversation goes too, wherever a sealed column stands', async () => {
  const [talk, plan] = [await shelf('talk'), await shelf('plan')]
  const { superuser } = world
  await superuser.query(closed, [thread.id, talk.id, plan.id])
  await superuser.query(`update conversation set status = 'closed', held_on = app.today() where id = $1`, [
    thread.id,
  ])
  const sealed = await superuser.query(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and column_name like '%sealed' and table_name not like 'backup%' order by 1, 2`,
  )
  expect(sealed.rows).toHaveLength(15)
  for (const each of [
    talk,
    plan,
    await shelf('own', world.people.lone.person),
    await shelf('own', world.people.anders.person),
  ])
    await destroyNow(world, each)
  for (const { table, column } of sealed.rows) {
    const left = await superuser.query(
      `select 1 from ${table} where conversation_id = $1 and length(${column}) > 0`,
      [thread.id],
    )
    expect([table, column, left.rowCount]).toEqual([table, column, 0])
  }
  const kept = await superuser.query(
    'select length(plan_hash) as plan, length(fingerprint) as print from record',
  )
  expect(kept.rows).toEqual([{ plan: 32, print: 32 }])
  expect((await superuser.query('select choice from signature')).rows).toEqual([
    { choice: 'signed-with-remark' },
  ])
})

test('a log that cannot be read stops the start', async () => {
  await mkdir(log)
  await expect(startAgain()).rejects.toThrow('cannot be read')
})

// Rows as closing leaves them; their bytes are nobody's text.
const closed = `
  with c as (select * from conversation where id = $1),
  r as (insert into record select organisation_id, id, 1, app.now(), gen_random_uuid(), $2, '\\x01', sha256('a'), $3, '\\x01', sha256('b'),
    sha256('c'), null from c returning *),
  s as (insert into signature select p.organisation_id, p.conversation_id, 1, p.person_id, 'signed-with-remark', app.now(), $3, '\\x01'
    from party p where p.conversation_id = $1 and p.role = 'host'),
  m as (insert into point_mark select p.organisation_id, p.conversation_id, 1, 0, 'point', $3, 1, '\\x01', p.person_id,
    app.today() from party p where p.conversation_id = $1 and p.role = 'host'),
  d as (insert into document select organisation_id, id, 1, 'plan', $3, '\\x01', app.now() from c),
  l as (insert into conclusion select organisation_id, id, 'q1', $2, 1, '\\x01', gen_random_uuid(), app.now() from c),
  t as (insert into tick select p.organisation_id, p.conversation_id, p.person_id, 'q1', $2, 1, '\\x01' from party p
    where p.conversation_id = $1)
  insert into plan_point select organisation_id, id, gen_random_uuid(), $3, 1, 1, '\\x01', gen_random_uuid(), app.now() from c`
