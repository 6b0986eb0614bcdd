import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'
import { birdsIn } from './birds.ts'
import { course, type State, states } from './course.ts'
import { type Answer, answered, answersAt, routesOf } from './crawl.ts'
import { queueEmpty } from './door.ts'
import type { Bird, Thread } from './thread.ts'

// Looking changes nothing but the reading log and the last sign of life; and without the log's row there is no text.

let world: World
const changed: Partial<Record<State, string[]>> = {}
const readWithoutLog: Partial<Record<State, { host: Bird[]; participant: Bird[] }>> = {}
const readings: Partial<Record<State, string[]>> = {}
let afterRefusal: unknown
beforeAll(async () => {
  world = await openWorld()
  for await (const { state, thread } of course(world)) {
    await queueEmpty(world)
    readWithoutLog[state] = await withoutLog(thread)
    const before = await prints()
    for (const visitor of [thread.host, thread.participant]) await lookedAt(visitor, thread)
    const after = await prints()
    changed[state] = Object.keys(after).filter(table => after[table] !== before[table])
    readings[state] = await whoRead()
    if (state === 'held') afterRefusal = await refusedForm(thread)
  }
}, 180_000)
afterAll(() => world.close())

/** A form that saves nothing and shows the other's keywords again: what it is answered with, and what the log has. */
async function refusedForm({ id, host }: Thread) {
  await world.superuser.query('create table before_refusal as table reading; delete from reading')
  const refused = await answered(await host.postOnly(urls.freezing({ id }), {}))
  const log = await whoRead()
  await world.superuser.query(
    'delete from reading; insert into reading table before_refusal; drop table before_refusal',
  )
  return { status: refused.status, shown: await birdsIn(refused), log }
}

/** Every page as this visitor. */
async function lookedAt(visitor: Visitor, thread: Thread): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const route of await routesOf(world, thread))
    if (route.method === 'GET') answers.push(...(await answersAt(visitor, route)))
  return answers
}

/** What each of the two meets of the other's while the reading log cannot be written. */
async function withoutLog(thread: Thread) {
  const { superuser, database } = world
  await superuser.query(`revoke insert on reading from "${database}_party"`)
  const met = async (visitor: Visitor) => {
    const birds = await Promise.all((await lookedAt(visitor, thread)).map(birdsIn))
    return [...new Set(birds.flat())].toSorted()
  }
  const seen = { host: await met(thread.host), participant: await met(thread.participant) }
  await superuser.query(`grant insert on reading to "${database}_party"`)
  world.terminal.lines.length = 0
  return seen
}

/** A fingerprint of every table; of sessions without their last sign of life. The workers' own beat is nobody's page. */
async function prints(): Promise<Record<string, string>> {
  const { rows } = await world.superuser.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
     where schemaname in ('public', 'graphile_worker') and tablename <> 'job_worker'`,
  )
  const prints: Record<string, string> = {}
  for (const { table } of rows) {
    const row = table === 'public.session' ? `(to_jsonb(t) - 'seen_at')::text` : 't::text'
    const held = await world.superuser.query(
      `select md5(string_agg(${row}, '|' order by ${row})) as print from ${table} t`,
    )
    prints[table] = held.rows[0].print
  }
  return prints
}

const whoRead = async () => {
  const { rows } = await world.superuser.query(
    `select distinct r.name || ' read ' || w.name as who from reading x join person r on r.id = x.reader_id
     join person w on w.id = x.writer_id order by 1`,
  )
  return rows.map(row => row.who)
}

test('a crawl of all pages changes the reading log and nothing else', () => {
  expect(Object.keys(changed)).toEqual([...states])
  const reading = ['public.reading']
  const nothing: string[] = []
  const during = { held: nothing, closing: nothing, closed: nothing }
  // The days on which both have opened what the other shared: when they had prepared, and when they talk.
  expect(changed).toEqual({ invited: nothing, agreed: reading, talking: reading, ...during })
})

test('the log says who has read whom, from the day something is shared', () => {
  const both = ['Anders Kjær read Lone Bach Holm', 'Lone Bach Holm read Anders Kjær']
  expect(readings).toEqual({
    invited: [],
    agreed: both,
    talking: both,
    held: both,
    closing: both,
    closed: both,
  })
})

test('a form that is answered with such a text leaves its row, though it saved nothing', () => {
  expect(afterRefusal).toEqual({
    status: 422,
    shown: expect.arrayContaining(['participantShared']),
    log: ['Anders Kjær read Lone Bach Holm'],
  })
})

test('while the log cannot be written, nobody meets a word that the other alone wrote and shared', () => {
  for (const state of ['invited', 'agreed', 'talking', 'held'] as const) {
    expect([state, readWithoutLog[state]?.host]).toEqual([
      state,
      expect.not.arrayContaining(['participantShared']),
    ])
    expect([state, readWithoutLog[state]?.participant]).toEqual([
      state,
      expect.not.arrayContaining(['hostShared']),
    ])
  }
  expect(readWithoutLog.talking?.host).toContain('hostShared')
  expect(readWithoutLog.talking?.participant).toContain('participantNote')
})
