import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Proof } from '../../src/db/database.ts'
import type { Tx } from '../../src/db/query.ts'
import { openWorld, type World } from '../world/people.ts'
import { codes, proofOf, refusal, seen, touched } from './proof.ts'
import { prepared, type Thread } from './thread.ts'

// What the party role cannot do, with a real session and any SQL it likes: the walls do not lean on the pages.

let world: World
let thread: Thread
let host: Proof
let participant: Proof
beforeAll(async () => {
  world = await openWorld()
  thread = await prepared(world)
  host = proofOf(thread.host)
  participant = proofOf(thread.participant)
})
afterAll(() => world.close())

const party = () => world.deps.db.party
const anders = () => world.people.anders.person
const lone = () => world.people.lone.person
const shelfOf = async (scope: string) =>
  (
    await world.superuser.query('select id from shelf where conversation_id = $1 and scope = $2', [
      thread.id,
      scope,
    ])
  ).rows[0].id

/** Inserts a row as the participant: refused with which code, or done. */
const inserts = (table: string, row: Record<string, unknown>, proof = participant) =>
  refusal(party(), proof, tx => insert(tx, table, row))
const insert = (tx: Tx, table: string, row: Record<string, unknown>) => {
  const names = Object.keys(row)
  const values = names.map((_, at) => `$${at + 1}`).join(', ')
  return tx.query(`insert into ${table} (${names.join(', ')}) values (${values})`, Object.values(row))
}
const here = () => ({ organisation_id: world.organisation, conversation_id: thread.id })
const bytes = randomBytes(93)
const now = new Date('2026-04-02T09:00:00Z')

describe('nobody else sees a row of the conversation', () => {
  test.each(['karim', 'birthe', 'eva', 'poul'] as const)('%s', async name => {
    const { rows } = await world.superuser.query<{ table: string }>(
      `select table_name as table from information_schema.columns c where table_schema = 'public' and column_name = 'conversation_id'
       and has_table_privilege(current_database() || '_party', format('%I.%I', table_schema, table_name), 'select') order by 1`,
    )
    expect(rows.length).toBeGreaterThan(12)
    const proof = proofOf(await world.as(name))
    for (const { table } of rows)
      expect([
        table,
        await seen(party(), proof, `select * from ${table} where conversation_id = $1`, [thread.id]),
      ]).toEqual([table, []])
    expect(await seen(party(), proof, 'select * from conversation where id = $1', [thread.id])).toEqual([])
    expect(await seen(party(), proof, 'select * from app.shared_on($1)', [thread.id])).toEqual([])
  })
})

describe('what belongs to one', () => {
  test('own answers, preparation and shelf are seen by their writer alone', async () => {
    for (const table of ['answer', 'preparation', `shelf`]) {
      const owners = (proof: Proof) =>
        seen(party(), proof, `select distinct person_id from ${table} where person_id is not null`)
      expect(await owners(participant)).toEqual([{ person_id: lone() }])
      expect(await owners(host)).toEqual([{ person_id: anders() }])
    }
  })

  test('addresses, staff numbers and sessions are no party’s to read', async () => {
    for (const ask of ['address', 'number', 'address_proven_at', 'address_used_at'])
      expect(await refusal(party(), host, `select ${ask} from person`)).toBe(codes.denied)
    for (const table of [
      'session',
      'code_request',
      'installation',
      'setup_code',
      'event',
      'chain',
      'mail',
      'preview',
    ])
      expect([table, await refusal(party(), host, `select * from ${table}`)]).toEqual([table, codes.denied])
  })

  test('colleagues are names only when one has to do with them', async () => {
    const names = await seen(party(), participant, 'select name from person order by name')
    expect(names.map(row => row.name)).toEqual(['Anders Kjær', 'Birthe Sand', 'Lone Bach Holm'])
  })
})

describe('nothing is written in another’s name', () => {
  test('no party row can be written, moved or ended', async () => {
    const row = { ...here(), person_id: world.people.karim.person, role: 'host', starts_on: '2026-04-01' }
    expect(await inserts('party', row, host)).toBe(codes.denied)
    expect(await refusal(party(), host, `update party set ends_on = null`)).toBe(codes.denied)
    expect(await refusal(party(), host, `delete from party`)).toBe(codes.denied)
    expect(await refusal(party(), host, `insert into conversation select * from conversation`)).toBe(
      codes.denied,
    )
  })

  test('no shared answer, reading, signature, tick, shelf, answer or key of a form', async () => {
    const own = {
      ...here(),
      person_id: anders(),
      question: 'q9',
      shelf_id: await shelfOf('talk'),
      version: 1,
      sealed: bytes,
    }
    const shared = {
      ...here(),
      author_id: anders(),
      reader_id: lone(),
      question: 'q9',
      shelf_id: own.shelf_id,
      version: 1,
    }
    const shelf = { ...here(), id: randomUUID(), scope: 'own', person_id: anders(), epoch: 1, wrapped: bytes }
    const signature = { ...here(), record_version: 1, person_id: anders(), choice: 'signed', at: now }
    const read = {
      ...here(),
      id: randomUUID(),
      reader_id: anders(),
      writer_id: lone(),
      what: 'preparation',
      read_on: now,
    }
    const key = {
      organisation_id: world.organisation,
      person_id: anders(),
      key: 'a-key-of-anders',
      made_at: now,
    }
    const rows = {
      answer: { ...own, saved_at: now },
      tick: own,
      shared_answer: { ...shared, sealed: bytes, shared_at: now },
      shelf,
      signature,
      reading: read,
      idempotency: key,
      preparation: { ...here(), person_id: anders(), begun_at: now },
    }
    for (const [table, row] of Object.entries(rows))
      expect([table, await inserts(table, row)]).toEqual([table, codes.denied])
  })

  test('no joint line, pen or frozen text; and the letter’s line is the host’s', async () => {
    const shelf_id = await shelfOf('talk')
    const line = { ...here(), shelf_id, version: 1, sealed: bytes, saved_at: now }
    const conclusion = { ...line, question: 'q1' }
    const point = { ...line, id: randomUUID(), position: 1 }
    const record = {
      ...here(),
      ...{ version: 1, frozen_at: now, talk_shelf_id: shelf_id, plan_shelf_id: shelf_id, talk_sealed: bytes },
      ...{ plan_sealed: bytes, talk_hash: bytes.subarray(0, 32), plan_hash: bytes.subarray(0, 32) },
      fingerprint: bytes.subarray(0, 32),
    }
    const both = async (table: string, row: Record<string, unknown>, column: string) => [
      table,
      await inserts(table, { ...row, [column]: anders() }),
      await inserts(table, { ...row, [column]: lone() }),
    ]
    expect(await both('conclusion', conclusion, 'saved_by')).toEqual(['conclusion', codes.denied, 'done'])
    expect(await both('plan_point', point, 'saved_by')).toEqual(['plan_point', codes.denied, 'done'])
    expect(await both('pen', { ...here(), until: now }, 'person_id')).toEqual(['pen', codes.denied, 'done'])
    expect(await both('record', record, 'frozen_by')).toEqual(['record', codes.denied, 'done'])
    expect(await touched(party(), participant, `update letter set version = version + 1`)).toBe(0)
    expect(await touched(party(), host, `update letter set version = version + 1`)).toBe(1)
  })

  test('nor is anything taken from another: copies, ticks, shelves, the day a text dies', async () => {
    expect(await touched(party(), participant, 'delete from shared_answer')).toBe(1)
    expect(
      await seen(party(), host, 'select author_id from shared_answer where author_id = $1', [anders()]),
    ).toHaveLength(1)
    for (const change of [
      'update shelf set destroy_after = null',
      'update shelf set wrapped = null',
      'delete from answer',
    ])
      expect([change, await refusal(party(), participant, change)]).toEqual([change, codes.denied])
  })
})

describe('appointments, letters and traces', () => {
  test('only a host’s own times are offered, and a time that is taken stays taken', async () => {
    const slot = await seen(party(), participant, 'select id from slot where conversation_id is null')
    const foreign = randomUUID()
    await world.superuser.query('insert into slot values ($1, $2, $3, $4, 60, null)', [
      ...[world.organisation, foreign, world.people.karim.person, now],
    ])
    const offer = { ...here(), slot_id: foreign }
    expect(slot).toHaveLength(1)
    expect(await inserts('slot_offer', offer)).toBe(codes.denied)
    expect(await inserts('slot_offer', offer, host)).toBe(codes.denied)
    expect(await touched(party(), participant, 'delete from slot_offer')).toBe(0)
    await world.superuser.query('insert into slot_offer values ($1, $2, $3)', [
      world.organisation,
      thread.id,
      foreign,
    ])
    await world.superuser.query(
      `insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes)
       select organisation_id, $2, kind, concept_id, unit_id, 'draft', 60 from conversation where id = $1`,
      [thread.id, foreign],
    )
    await world.superuser.query('update slot set conversation_id = id where id = $1', [foreign])
    const freed = `update slot set conversation_id = null where id = '${foreign}'`
    expect(await touched(party(), participant, freed)).toBe(0)
  })

  test('a letter goes to the two of them alone, and a job is about one’s own conversation', async () => {
    const mail = { ...here(), id: randomUUID(), kind: 'shared', made_at: now, due_at: now }
    expect(await inserts('mail', { ...mail, person_id: anders() })).toBe('done')
    expect(await inserts('mail', { ...mail, person_id: world.people.birthe.person })).toBe(codes.denied)
    const enqueue = (kind: string, ids: Record<string, string>, proof = participant) =>
      refusal(party(), proof, tx => tx.query('select app.enqueue($1, $2)', [kind, JSON.stringify(ids)]))
    const ids = { organisation: world.organisation, conversation: thread.id }
    expect(await enqueue('draw-documents', ids)).toBe('done')
    expect(await enqueue('draw-documents', ids, proofOf(await world.as('karim')))).toBe(codes.notParty)
    expect(await enqueue('draw-documents', { ...ids, organisation: world.other })).toBe(codes.notParty)
    expect(await enqueue('send-mail', { organisation: world.organisation })).toBe(codes.notParty)
    expect(await enqueue('send-mail', { ...ids, 'Lone har sagt': thread.id })).toBe(codes.badJob)
    expect(await enqueue('send-mail', { ...ids, id: 'Lone er ked af det' })).toBe(codes.badJob)
    expect(await enqueue('erase', ids)).toBe(codes.badJob)
  })

  test('an event is of one’s own conversation and holds ids, never text', async () => {
    const event = { ...here(), id: randomUUID(), at: now, actor_id: lone(), what: 'looked', salt: bytes }
    expect(await inserts('event', { ...event, ids: '{"slot": "a-1"}' })).toBe('done')
    const refused = [
      '{"slot": "Lone er ked af det"}',
      '{"Lone sagde": "a"}',
      '["a"]',
      '{"slot": {"a": "b"}}',
      '{"slot": null}',
    ]
    for (const ids of refused)
      expect([ids, await inserts('event', { ...event, ids })]).toEqual([ids, '23514'])
    expect(await inserts('event', { ...event, conversation_id: randomUUID() })).toBe(codes.denied)
    expect(await inserts('event', { ...event, actor_id: anders() })).toBe(codes.denied)
  })

  test('who hosts whom is asked when a conversation begins', async () => {
    const begin = (post: string, proof: Proof) =>
      refusal(party(), proof, tx =>
        tx.query(`select app.begin_conversation($1, 'lus', $2, 60, null)`, [randomUUID(), post]),
      )
    expect(await begin(world.people.karim.post, host)).toBe('done')
    expect(await begin(world.people.lone.post, host)).toBe(codes.open)
    expect(await begin(world.people.anders.post, participant)).toBe(codes.notParty)
    expect(await begin(world.people.poul.post, host)).toBe(codes.notParty)
    expect(await begin(world.people.karim.post, { session: 'nobody' })).toBe(codes.notParty)
  })
})

describe('one who is no party any more', () => {
  test('leaves no trace on what they once wrote', async () => {
    await world.superuser.query(
      `update party set starts_on = '2026-01-01', ends_on = '2026-04-02' where person_id = $1`,
      [lone()],
    )
    for (const change of [
      'delete from shared_answer',
      `update tick set sealed = '\\x00'`,
      `update answer set sealed = '\\x00'`,
      `update conversation set place = 'x'`,
      `update pen set until = now()`,
    ])
      expect([change, await touched(party(), participant, change)]).toEqual([change, 0])
    await world.superuser.query(`update party set ends_on = null where person_id = $1`, [lone()])
  })
})
