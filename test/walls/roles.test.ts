import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Proof, rehearsal } from '../../src/db/database.ts'
import { openWorld, type World } from '../world/people.ts'
import { codes, proofOf, refusal, seen } from './proof.ts'
import { prepared, type Thread } from './thread.ts'

// The three roles that are nobody's own: the door, the office and the jobs.

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await prepared(world)
})
afterAll(() => world.close())

const readable = async (role: string) => {
  const { rows } = await world.superuser.query<{ table: string }>(
    `select distinct table_name as table from information_schema.column_privileges
     where table_schema = 'public' and privilege_type = 'SELECT' and grantee = current_database() || '_' || $1 order by 1`,
    [role],
  )
  return rows.map(row => row.table)
}
const rowsIn = async (pool: Pool, role: string, proof: Proof) => {
  const counts = (await readable(role)).map(table => `(select count(*)::int from ${table}) as ${table}`)
  const [counted] = await seen(pool, proof, `select ${counts.join(', ')}`)
  return Object.fromEntries(Object.entries(counted ?? {}).filter(([, count]) => count !== 0))
}

test('the door reads no table that holds a text or a name', async () => {
  const tables = [
    ...['code_request', 'organisation', 'person', 'pin', 'proven_device'],
    ...['session', 'sign_in_failure', 'slip'],
  ]
  expect(await readable('door')).toEqual(tables)
  for (const ask of [
    'name from person',
    'number from person',
    'name from organisation',
    'sealed from answer',
  ])
    expect([ask, await refusal(world.deps.db.door, {}, `select ${ask}`)]).toEqual([ask, codes.denied])
})

describe('the office', () => {
  const office = () => world.deps.db.office

  test('sees nothing without an administrator’s session, and no conversation with one', async () => {
    expect(await rowsIn(office(), 'office', {})).toEqual({})
    expect(await rowsIn(office(), 'office', proofOf(thread.host))).toEqual({})
    await world.superuser.query(
      `insert into duty values ($1, $2, $3, null, 'administrator', '2020-01-01', null)`,
      [...[world.organisation, randomUUID(), world.people.birthe.person]],
    )
    const birthe = proofOf(await world.as('birthe'))
    expect(await readable('office')).toEqual([
      'address_change',
      'concept',
      'duty',
      'hosting',
      'intake',
      'intake_head',
      'intake_row',
      'intake_unit',
      'leave',
      'mail_choice',
      'organisation',
      'person',
      'post',
      'unit',
    ])
    const own = { concept: 1, duty: 1, hosting: 3, organisation: 1, person: 4, post: 4, unit: 3 }
    expect(await rowsIn(office(), 'office', birthe)).toEqual(own)
    for (const change of [`organisation_id = '${world.other}'`, `address = 'birthe@lyngsoe.example'`])
      expect(await refusal(office(), birthe, `update person set ${change}`)).toBe(codes.denied)
  })

  test('of one being set up sees that one alone, and learns of others only whether an address is taken', async () => {
    const browser = randomBytes(32).toString('base64url')
    await world.superuser.query(
      `insert into setup_code values (sha256('a'), app.now() + interval '1 hour', app.now(), sha256(convert_to($1, 'UTF8')), null)`,
      [browser],
    )
    const setup = { setup: browser }
    expect(await rowsIn(office(), 'office', setup)).toEqual({})
    const asked = ['lone@lyngsoe.example', 'nobody@lyngsoe.example']
    expect(await seen(office(), setup, 'select t from app.taken_addresses($1) t', [asked])).toEqual([
      { t: asked[0] },
    ])
    expect(await seen(office(), {}, 'select t from app.taken_addresses($1) t', [asked])).toEqual([])
    const rename = `insert into unit values ('${world.organisation}', '${randomUUID()}', null, 'Ny')`
    expect(await refusal(office(), setup, rename)).toBe(codes.denied)
  })
})

describe('the jobs', () => {
  const jobs = () => world.deps.db.jobs

  /** Enters a job as the owner does, locked or not, and gives its number. */
  async function entered(kind: string, ids: Record<string, string>, locked: boolean): Promise<string> {
    const { rows } = await world.superuser.query(
      `with made as (select (graphile_worker.add_job($1, $2::json, run_at => now() + interval '1 day')).id)
       select id::text from made`,
      [kind, JSON.stringify(ids)],
    )
    if (locked)
      await world.superuser.query(
        'update graphile_worker._private_jobs set locked_at = now(), locked_by = $2 where id = $1',
        [...[rows[0].id, 'a test']],
      )
    return rows[0].id
  }

  test('see nothing without a job, with one that nobody has begun, or with a number that was made up', async () => {
    const ids = { organisation: world.organisation, conversation: thread.id }
    const waiting = await entered('draw-documents', ids, false)
    for (const proof of [{}, { job: waiting }, { job: '999999' }, { job: '' }])
      expect([proof, await rowsIn(jobs(), 'jobs', proof)]).toEqual([proof, {}])
  })

  test('about a conversation see that conversation, its shared keys only when drawing, and never an own one', async () => {
    await world.superuser.query(
      `insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes)
       select organisation_id, gen_random_uuid(), kind, concept_id, unit_id, 'draft', 60 from conversation where id = $1`,
      [thread.id],
    )
    const ids = { organisation: world.organisation, conversation: thread.id }
    const drawing = await rowsIn(jobs(), 'jobs', { job: await entered('draw-documents', ids, true) })
    expect(drawing).toMatchObject({ conversation: 1, party: 2, shelf: 2, person: 4, slot: 2 })
    expect(drawing).not.toHaveProperty('mail')
    const scopes = await seen(
      jobs(),
      { job: await entered('draw-documents', ids, true) },
      'select scope from shelf order by 1',
    )
    expect(scopes).toEqual([{ scope: 'plan' }, { scope: 'talk' }])
    const { rows } = await world.superuser.query('select id from mail limit 1')
    const mailing = await rowsIn(jobs(), 'jobs', {
      job: await entered('send-mail', { ...ids, id: rows[0].id }, true),
    })
    expect(mailing).toMatchObject({ conversation: 1, party: 2, mail: 1 })
    expect(mailing).not.toHaveProperty('shelf')
    expect(mailing).not.toHaveProperty('code_request')
  })

  test('read no preparation, answer, conclusion or staff number whatever the job is', async () => {
    const ids = { organisation: world.organisation, conversation: thread.id }
    const proof = { job: await entered('draw-documents', ids, true) }
    for (const table of [
      'answer',
      'preparation',
      'shared_answer',
      'own_themes',
      'sent_themes',
      'conclusion',
      'tick',
      'plan_point',
      'letter',
      'session',
    ])
      expect([table, await refusal(jobs(), proof, `select * from ${table}`)]).toEqual([table, codes.denied])
    expect(await refusal(jobs(), proof, 'select number from person')).toBe(codes.denied)
  })

  test('enter no job and change none, so they cannot prove what was not entered', async () => {
    const id = await entered('send-mail', { organisation: world.organisation }, false)
    const table = 'graphile_worker._private_jobs'
    const change = `update ${table} set payload = '{"organisation": "${world.other}"}' where id = ${id}`
    expect(await refusal(jobs(), {}, change)).toBe(codes.badJob)
    expect(await refusal(jobs(), {}, `update ${table} set task_id = task_id + 1 where id = ${id}`)).toBe(
      codes.badJob,
    )
    expect(
      await refusal(
        jobs(),
        {},
        `insert into ${table} (task_id, payload) select task_id, payload from ${table}`,
      ),
    ).toBe(codes.denied)
    expect(await refusal(jobs(), {}, `select graphile_worker.add_job('send-mail', '{}'::json)`)).toBe(
      codes.denied,
    )
    expect(await refusal(jobs(), {}, `select app.enqueue('send-mail', '{}'::jsonb)`)).toBe(codes.denied)
  })

  test('are the worker’s own: one that fails is counted, freed and tried again', async () => {
    const id = await entered('send-mail', { organisation: world.organisation }, true)
    const failed = `update graphile_worker._private_jobs set last_error = 'x', locked_by = null, locked_at = null where id = ${id}`
    expect(await rehearsal(jobs(), {}, async tx => (await tx.query(failed)).rowCount)).toBe(1)
  })
})
