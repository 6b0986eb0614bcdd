import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../src/fault-code.ts'
import { openWorld, type World } from '../world/people.ts'

// What a foreign key would refuse, in the tables where a statement is asked about as a whole.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const unknown = randomUUID()

/** What the database says to a statement that is taken back; nothing when it is let through. */
async function refusal(text: string): Promise<string | undefined> {
  const { superuser, organisation, people } = world
  const named = {
    org: organisation,
    lone: people.lone.person,
    post: people.lone.post,
    host: people.anders.post,
    unknown,
  }
  const filled = Object.entries(named).reduce((so, [name, id]) => so.replaceAll(`:${name}`, `'${id}'`), text)
  await superuser.query('begin')
  try {
    await superuser.query(filled)
    return undefined
  } catch (fault) {
    return codeOf(fault)
  } finally {
    await superuser.query('rollback')
  }
}

const posts = (...people: string[]) =>
  `insert into post (organisation_id, id, person_id, unit_id, title, starts_on)
   select :org, gen_random_uuid(), p, (select unit_id from post where id = :post), 'Vikar', '2026-01-01' from unnest(array[${people}]::uuid[]) p`
const hosting = (led: string, host: string) =>
  `insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on) values (:org, ${led}, ${host}, '2026-01-01')`

const duty = (person: string, unit: string) =>
  `insert into duty (organisation_id, id, person_id, unit_id, duty, starts_on) values (:org, gen_random_uuid(), ${person}, ${unit}, 'tr', '2026-01-01')`

test('a row that names nobody, no unit or no post is refused, also among others that do', async () => {
  expect(await refusal(posts(':lone', ':lone'))).toBeUndefined()
  expect(await refusal(posts(':lone', ':unknown'))).toBe('23503')
  expect(await refusal(`update post set unit_id = :unknown where id = :post`)).toBe('23503')
  expect(await refusal(`update post set title = 'Leder' where id = :post`)).toBeUndefined()
  expect(await refusal(hosting(':post', ':host'))).toBeUndefined()
  expect(await refusal(hosting(':unknown', ':host'))).toBe('23503')
  expect(await refusal(hosting(':post', ':unknown'))).toBe('23503')
  expect(await refusal(`update hosting set host_post_id = :unknown`)).toBe('23503')
  const under = (unit: string) =>
    `update unit set parent_id = ${unit} where id = (select unit_id from post where id = :post)`
  expect(await refusal(under('null'))).toBeUndefined()
  expect(await refusal(under(':unknown'))).toBe('23503')
  expect(await refusal(duty(':lone', 'null'))).toBeUndefined()
  expect(await refusal(duty(':unknown', 'null'))).toBe('23503')
  expect(await refusal(duty(':lone', ':unknown'))).toBe('23503')
  expect(
    await refusal(
      `insert into person (organisation_id, id, number, name) values (:unknown, :unknown, 'x', 'Ingen')`,
    ),
  ).toBe('23503')
})

test('another organisation’s person is nobody here', async () => {
  expect(await refusal(posts(`'${world.people.eva.person}'`))).toBe('23503')
})

test('what is named stays, whoever takes it away', async () => {
  for (const table of ['post', 'person', 'unit', 'organisation'])
    expect([table, await refusal(`delete from ${table}`)]).toEqual([table, '23503'])
  // Nothing else names these: it is the hosting that holds the posts, and the post that holds its person and its unit.
  const alone = 'delete from hosting; delete from session;'
  expect(await refusal(`${alone} delete from post`)).toBeUndefined()
  expect(await refusal(`${alone} delete from person`)).toBe('23503')
  expect(await refusal(`${alone} delete from unit`)).toBe('23503')
  expect(await refusal(`${alone} delete from post; delete from person; delete from unit`)).toBeUndefined()
  const serving = `${duty(':lone', '(select unit_id from post where id = :post)')}; ${alone} delete from post;`
  expect(await refusal(`${serving} delete from person`)).toBe('23503')
  expect(await refusal(`${serving} delete from unit`)).toBe('23503')
})
