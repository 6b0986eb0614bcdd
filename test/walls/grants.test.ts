import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rehearsal } from '../../src/db/database.ts'
import { type House, openHouse } from '../world/house.ts'
import { codes, refusal } from './proof.ts'

// What each small role may do to each table, written by hand. Rows are the policies' business; this is the outer wall.

const own = 'select, insert, update (version, sealed, saved_at)'
const grants: Record<string, Record<string, string>> = {
  address_change: { jobs: 'select', office: 'select' },
  answer: { party: own },
  closed_weeks: { party: 'select, insert, delete' },
  code_request: {
    door: 'select, insert, update, delete',
    jobs: 'select, update (code_hash, organisation_id, person_id)',
  },
  concept: { jobs: 'select', office: 'select, insert', party: 'select' },
  conclusion: { party: 'select, insert, update (version, sealed, saved_by, saved_at)' },
  conversation: {
    jobs: 'select',
    party:
      'select, update (status, minutes, place, starts_at, invited_at, times_wanted_at, begun_at, held_on, begin_proposed_by, end_proposed_by, closed_at, calendar_sequence, version, was_at, postponed_at, postponed_by, postponed_until, host_postponements, cancelled_at, cancelled_cause, shape, time_set_by)',
  },
  deletion_notice: { jobs: 'select' },
  document_link: { party: 'select, insert, update (version, sealed, saved_by, saved_at)' },
  document: { jobs: 'select, insert', party: 'select' },
  duty: { office: 'select, insert, update', party: 'select' },
  event: { office: 'insert', party: 'insert' },
  follow_up: {
    jobs: 'select (organisation_id, id, conversation_id, asked_on, due_on, status, starts_at, was_at, calendar_sequence)',
    party:
      'select, insert, update (due_on, status, starts_at, was_at, calendar_sequence, said_by, said_on, held_on, closed_weeks)',
  },
  follow_up_line: { party: 'select, insert' },
  follow_up_time: { party: 'select, insert, delete' },
  hosting: { office: 'select, insert, update', party: 'select' },
  idempotency: { party: 'select, insert, update (status, location), delete' },
  intake: { office: 'select, insert, update, delete' },
  intake_head: { office: 'select, insert, update, delete' },
  intake_row: { office: 'select, insert, update, delete' },
  intake_unit: { office: 'select, insert, update, delete' },
  job_decision: { party: 'select, insert, update (outcome, decided_by, decided_on, valid_from)' },
  job_description: { party: 'insert' },
  job_worker: { jobs: 'select, insert, update, delete' },
  leave: { office: 'select, insert, update, delete' },
  letter: { party: 'select, insert, update (version, sealed)' },
  mail: { jobs: 'select, update (due_at, queued_at, tries, sent_at, failure, dropped)', party: 'insert' },
  mail_choice: { office: 'select, insert, update, delete', party: 'select' },
  organisation: {
    door: 'select (organisation_id)',
    jobs: 'select',
    office: 'select, insert, update',
    party: 'select',
  },
  own_themes: { party: own },
  party: { jobs: 'select', party: 'select' },
  pen: { party: 'select, insert, update (person_id, until, place)' },
  person: {
    door: 'select (organisation_id, id, address, address_proven_at, address_used_at, language), update (address_proven_at, address_used_at)',
    jobs: 'select (organisation_id, id, name, address, language)',
    office: 'select, insert, update (number, name, language)',
    party: 'select (organisation_id, id, name, language), update (language)',
  },
  pin: { door: 'select, insert, update, delete' },
  plan_point: {
    party: 'select, insert, update (position, version, sealed, saved_by, saved_at), delete',
  },
  point_mark: { party: 'select, insert, update (version, sealed, marked_by, marked_on)' },
  post: { jobs: 'select', office: 'select, insert, update', party: 'select' },
  preparation: { party: 'select, insert, update (finished_steps, last_step, last_saved_at, shared_at)' },
  proposed_time: { jobs: 'select', party: 'select, insert, delete' },
  proven_device: { door: 'select, insert, update, delete' },
  reading: { party: 'select, insert' },
  record: { jobs: 'select', party: 'select, insert, update (voided_at)' },
  sent_themes: { party: 'select, insert, delete' },
  session: { door: 'select, insert, update, delete' },
  shared_answer: { party: 'select, insert, delete' },
  shelf: { jobs: 'select', party: 'select, insert' },
  sign_in_failure: { door: 'select, insert, update, delete' },
  signature: { jobs: 'select', party: 'select, insert' },
  slip: { door: 'select, update (tries, used_at, voided_at)' },
  sitting: { party: 'select, insert' },
  slot: { jobs: 'select', party: 'select, insert, update (conversation_id), delete' },
  slot_offer: { jobs: 'select', party: 'select, insert, delete' },
  tick: { party: 'select, insert, update (version, sealed)' },
  unit: { jobs: 'select', office: 'select, insert, update', party: 'select' },
}

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('each role may do to each table what stands in the table above, and nothing else', async () => {
  const { rows } = await house.superuser.query<{ table: string; role: string; may: string }>(held)
  const there: Record<string, Record<string, string>> = {}
  for (const { table, role, may } of rows) there[table] = { ...there[table], [role]: may }
  expect(there).toEqual(grants)
})

test('roles are nobody else, own nothing and reach no queue but the jobs’', async () => {
  const { rows } = await house.superuser.query(
    `select rolname from pg_roles r where rolname like current_database() || '\\_%' and rolname not like '%\\_owner'
     and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit
       or exists (select from pg_auth_members m where m.member = r.oid)
       or exists (select from pg_class c where c.relowner = r.oid) or exists (select from pg_proc p where p.proowner = r.oid)
       or (rolname not like '%\\_jobs' and has_schema_privilege(r.oid, 'graphile_worker', 'usage')))`,
  )
  expect(rows).toEqual([])
})

describe('a role logged in', () => {
  test.each(['door', 'office', 'party', 'jobs'] as const)('as %s cannot become anybody', async role => {
    const pool: Pool = house.deps.db[role]
    const owner = `${house.database}_owner`
    const others = [owner, 'postgres', `${house.database}_${role === 'party' ? 'jobs' : 'party'}`]
    for (const other of others) {
      expect(await refusal(pool, {}, `set role "${other}"`)).toBe(codes.denied)
      expect(await refusal(pool, {}, `set session authorization "${other}"`)).toBe(codes.denied)
    }
    const { rows } = await rehearsal(pool, {}, async tx => {
      await tx.query('reset role')
      return tx.query('select current_user as me')
    })
    expect(rows).toEqual([{ me: `${house.database}_${role}` }])
  })

  test.each(['door', 'office', 'party', 'jobs'] as const)(
    'as %s cannot make or change anything',
    async role => {
      const pool: Pool = house.deps.db[role]
      const attempts = [
        'create table public.mine (a int)',
        'create temp table mine (a int)',
        'create schema mine',
        `create function public.mine() returns int language sql as 'select 1'`,
        `create function app.mine() returns int language sql as 'select 1'`,
        'alter table answer disable row level security',
        'alter table answer no force row level security',
        `drop policy party_own on answer`,
        'truncate answer',
        'create view public.mine as select * from answer',
        `create or replace function app.viewer(out organisation_id uuid, out person_id uuid) language sql as 'select null, null'`,
      ]
      for (const attempt of attempts)
        expect([attempt, await refusal(pool, {}, attempt)]).toEqual([attempt, codes.denied])
    },
  )

  test('cannot be anybody by name alone: the two that read nothing yet have no login of ours', async () => {
    expect(Object.keys(house.deps.db).toSorted()).toEqual([
      'bulk',
      'close',
      'door',
      'jobs',
      'office',
      'party',
    ])
  })
})

const held = `
  with rights as (
    select c.relname as table, acl.grantee, lower(acl.privilege_type) as may, null::text as col, 0 as at
    from pg_class c, aclexplode(c.relacl) acl
    where c.relnamespace = 'public'::regnamespace and acl.grantee <> c.relowner and c.relname not like 'kysely%'
    union all
    select c.relname, acl.grantee, lower(acl.privilege_type), a.attname, a.attnum
    from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) acl
    where c.relnamespace = 'public'::regnamespace and acl.grantee <> c.relowner),
  said as (
    select rights.table, grantee, rights.may, rights.may || coalesce(' (' || string_agg(col, ', ' order by at) || ')', '') as words
    from rights group by rights.table, grantee, rights.may)
  select said.table, replace(coalesce(pg_get_userbyid(nullif(grantee, 0)), 'everybody'), current_database() || '_', '') as role,
    string_agg(words, ', ' order by position(left(words, 3) in 'selinsupddel')) as may
  from said group by said.table, grantee`
