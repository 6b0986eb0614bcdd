import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Proof, rehearsal, transaction } from '../../src/db/database.ts'
import type { Tx } from '../../src/db/query.ts'
import { openWorld, type World } from '../world/people.ts'
import { codes, proofOf, refusal, seen } from './proof.ts'
import { prepared, type Thread } from './thread.ts'

// "Sådan ser det ud hos Anders": the database answers as for the other, never more, and the transaction cannot last.

let world: World
let thread: Thread
let participant: Proof
beforeAll(async () => {
  world = await openWorld()
  thread = await prepared(world)
  participant = proofOf(thread.participant)
})
afterAll(() => world.close())

const party = () => world.deps.db.party
const lookAs = (tx: Tx, person: string, conversation = thread.id) =>
  tx.query('select app.preview($1, $2)', [conversation, person])
const copies = 'select author_id, reader_id, question from shared_answer order by 1, 2, 3'

test('it shows what I wrote and the other reads, as the other finds it; and nothing else', async () => {
  const { anders, lone } = world.people
  const others = await seen(party(), proofOf(thread.host), copies)
  const shown = await rehearsal(party(), participant, async tx => {
    await lookAs(tx, anders.person)
    return (await tx.query(copies)).rows
  })
  expect(shown).toEqual(others.filter(row => row.author_id === lone.person))
  expect(shown).toHaveLength(1)
})

test('the other’s own answers, preparation and shelf are as closed as ever', async () => {
  const mine =
    'select (select count(*)::int from answer) as answers, (select count(*)::int from preparation) as preparations'
  const whose = `select distinct person_id from shelf where person_id is not null union select person_id from answer
    union select person_id from preparation`
  const [before, during] = await rehearsal(party(), participant, async tx => {
    const before = (await tx.query(mine)).rows
    await lookAs(tx, world.people.anders.person)
    expect((await tx.query(whose)).rows).toEqual([{ person_id: world.people.lone.person }])
    return [before, (await tx.query(mine)).rows]
  })
  expect(during).toEqual(before)
})

test('what the host before once shared with the other does not come into view', async () => {
  const earlier = world.people.karim.person
  await world.superuser.query(
    `insert into party values ($1, $2, $3, 'host', null, null, '2026-01-01', '2026-04-01')`,
    [world.organisation, thread.id, earlier],
  )
  await world.superuser.query(
    `insert into shared_answer select organisation_id, conversation_id, $2, author_id, 'q20', shelf_id, 1, sealed, shared_at
     from shared_answer where conversation_id = $1 and author_id = $3`,
    [thread.id, earlier, world.people.lone.person],
  )
  const shown = await rehearsal(party(), proofOf(thread.host), async tx => {
    await lookAs(tx, world.people.lone.person)
    return (await tx.query(copies)).rows
  })
  expect(shown.map(row => row.author_id)).toEqual([world.people.anders.person])
})

test('it never lasts: COMMIT is refused, and nothing of it is left', async () => {
  const before = await seen(party(), participant, copies)
  const kept = transaction(party(), participant, async tx => {
    await tx.query('delete from shared_answer')
    await lookAs(tx, world.people.anders.person)
  })
  await expect(kept).rejects.toMatchObject({ code: 'P0400' })
  expect(await seen(party(), participant, copies)).toEqual(before)
  const escaped = transaction(party(), participant, async tx => {
    await lookAs(tx, world.people.anders.person)
    await tx.query('set constraints all immediate')
  })
  await expect(escaped).rejects.toMatchObject({ code: 'P0400' })
  expect((await world.superuser.query('select * from preview')).rows).toEqual([])
})

test('only a party looks, only as a party, only in the conversation both are in', async () => {
  const as = (proof: Proof, person: string, conversation?: string) =>
    refusal(party(), proof, tx => lookAs(tx, person, conversation))
  const { anders, birthe, lone } = world.people
  expect(await as(participant, anders.person)).toBe('done')
  expect(await as(participant, birthe.person)).toBe(codes.notParty)
  expect(await as(proofOf(await world.as('birthe')), lone.person)).toBe(codes.notParty)
  expect(await as(participant, anders.person, randomUUID())).toBe(codes.notParty)
  expect(await as({}, anders.person)).toBe(codes.notParty)
})
