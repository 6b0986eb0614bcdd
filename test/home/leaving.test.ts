import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { queueEmpty } from '../walls/door.ts'
import { proofOf, seen } from '../walls/proof.ts'
import { agreed, type Thread } from '../walls/thread.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// D16, M21: end dates on posts, duties and parts cut access that day; T19: the other is told that the talk waits.

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await agreed(world)
})
afterAll(() => world.close())

const { conversation, home, preparation, signIn } = urls
const sees = async (visitor: Visitor) => {
  const { status, path } = await visitor.get(conversation(thread))
  const rows = await seen(world.deps.db.party, proofOf(visitor), 'select 1 from conversation')
  return path.startsWith(signIn()) ? ['door', rows.length] : [status, rows.length]
}
const sql = (text: string, values: unknown[] = []) => world.superuser.query(text, values)
/** A second post beside the first, so that its person is still here. */
const addPost = async (person: string, unit: string) =>
  sql(
    `insert into post select organisation_id, $1, $2, id, 'Leder', '2020-01-01', null from unit where name = $3 and organisation_id = $4`,
    [randomUUID(), person, unit, world.organisation],
  )

describe('T19 D16 M21 the host’s post ends', () => {
  beforeEach(() => sql('update post set ends_on = app.today() + 1 where id = $1', [world.people.anders.post]))
  afterEach(() => sql('update post set ends_on = null where id = $1', [world.people.anders.post]))

  test('that day the host is out, session and rows; the day before all is as it was', async () => {
    expect(await sees(thread.host)).toEqual([200, 1])
    expect(wordsOf(await thread.participant.get(home()))).not.toContain('venter på en ny leder')
    await sql('update post set ends_on = app.today() where id = $1', [world.people.anders.post])
    expect(await sees(thread.host)).toEqual(['door', 0])
    expect((await thread.host.postOnly(urls.pen(thread), {})).headers.get('location')).toContain(signIn())
  })

  test('the participant reads in words that the talk waits, and goes on with what is theirs', async () => {
    await sql('update post set ends_on = app.today() where id = $1', [world.people.anders.post])
    for (const path of [home(), conversation(thread)]) {
      const words = wordsOf(await thread.participant.get(path))
      expect(words).toContain('Din LUS venter på en ny leder')
      expect(words).toContain('Anders holder den ikke mere.')
    }
    expect((await thread.participant.get(preparation(thread))).status).toBe(200)
  })

  test('a letter that waits for the leaver, or about somebody who has left, does not go', async () => {
    // A working morning: on the Thursday before Easter every letter is held.
    await world.moveTo(new Date('2026-04-08T08:00:00Z'))
    await sql('update post set ends_on = app.today() where id = $1', [world.people.anders.post])
    await queueEmpty(world)
    await sql('delete from mail')
    await sql(
      `insert into mail (organisation_id, id, person_id, conversation_id, kind, made_at, due_at)
       select $1, gen_random_uuid(), p, $2, 'shared', app.now(), app.now() from unnest($3::uuid[]) p`,
      [world.organisation, thread.id, [world.people.anders.person, world.people.lone.person]],
    )
    await sql(
      `select graphile_worker.add_job('send-mail', json_build_object('organisation', organisation_id, 'conversation', conversation_id, 'id', id)) from mail`,
    )
    await queueEmpty(world)
    const { rows } = await sql('select dropped, sent_at from mail')
    expect(rows).toEqual([
      { dropped: 'left', sent_at: null },
      { dropped: 'left', sent_at: null },
    ])
    await world.moveTo(morning)
  })
})

describe('D16 M21 also', () => {
  test('a part in the conversation that ends: out that day, though the post goes on; the other still reads it', async () => {
    const end = (day: string) =>
      sql(`update party set ends_on = ${day} where conversation_id = $1 and role = 'host'`, [thread.id])
    await end('app.today() + 1')
    expect(await sees(thread.host)).toEqual([200, 1])
    await end('app.today()')
    expect(await sees(thread.host)).toEqual([404, 0])
    expect(wordsOf(await thread.participant.get(conversation(thread)))).toContain('venter på en ny leder')
    await end('null')
  })

  test('T23 a chair’s duty: the former chair is out that day, and the leader is told', async () => {
    const duty = randomUUID()
    await sql(`insert into duty values ($1, $2, $3, null, 'chair', '2020-01-01', app.today() + 1)`, [
      world.organisation,
      duty,
      world.people.anders.person,
    ])
    await sql(`update party set post_id = null, duty_id = $2 where conversation_id = $1 and role = 'host'`, [
      thread.id,
      duty,
    ])
    expect(await sees(thread.host)).toEqual([200, 1])
    await sql('update duty set ends_on = app.today() where id = $1', [duty])
    expect(await sees(thread.host)).toEqual([404, 0])
    expect(wordsOf(await thread.participant.get(home()))).toContain('venter på en ny leder')
    await sql(`update party set duty_id = null, post_id = $2 where conversation_id = $1 and role = 'host'`, [
      thread.id,
      world.people.anders.post,
    ])
  })

  test('T20 a participant who moves to another house: out of the old talk that day, here in the new; the host is told', async () => {
    const { lone } = world.people
    await addPost(lone.person, 'Engvejen')
    await sql('update post set ends_on = app.today() where id = $1', [lone.post])
    expect(await sees(thread.participant)).toEqual([404, 0])
    expect((await thread.participant.get(home())).status).toBe(200)
    expect(wordsOf(await thread.host.get(conversation(thread)))).toContain(
      'Lone er ikke længere i stillingen',
    )
    await sql('update post set ends_on = null where id = $1', [lone.post])
  })
})
