import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type Name, openWorld, type World } from '../world/people.ts'
import type { Shown, Visitor } from '../world/visitor.ts'
import { birdsAmong } from './birds.ts'
import { agreed, answer, birds, done, prepare, share, type Thread, text } from './thread.ts'

// Share, edit, take back, change host: what the one who holds the talk can read after each step, over all their pages.

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await agreed(world)
})
afterAll(() => world.close())

const step = () => urls.step({ id: thread.id, step: 'indledning' })

/** All that somebody finds in the conversation, and their status on its first page. */
async function reads(visitor: Visitor) {
  const { id } = thread
  const steps = ['indledning', 'strategi'].map(name => urls.step({ id, step: name }))
  const paths = [
    urls.conversation({ id }),
    ...steps,
    urls.preparation({ id }),
    urls.sharing({ id }),
    urls.home(),
  ]
  const pages: Shown[] = []
  for (const path of paths) pages.push(await visitor.get(path))
  return { status: pages[0]?.status, html: pages.map(({ html }) => html).join('\n') }
}
const birdsOf = async (visitor: Visitor) => birdsAmong((await reads(visitor)).html)

test('a copy is what was shared, not what is written since; and it is gone when it is taken back', async () => {
  const { host, participant, id } = thread
  await done(participant, step(), {
    ...answer('q1', text('participantKept'), text('participantNote')),
    ...answer('q2', '', ''),
  })
  expect(await birdsOf(host)).not.toContain('participantKept')
  await share({ id }, participant)
  expect((await reads(host)).html).toContain(birds.participantKept)

  const edited = answer('q1', text('participantShared'), text('participantNote'), '1')
  await done(participant, step(), { ...edited, ...answer('q2', '', '') })
  const after = (await reads(host)).html
  expect(after).toContain(birds.participantKept)
  expect(after).not.toContain(birds.participantShared)

  await share({ id }, participant, '2')
  expect((await reads(host)).html).toContain(birds.participantShared)
  expect((await reads(host)).html).not.toContain(birds.participantKept)

  await done(participant, urls.unsharing({ id }), {})
  expect((await birdsOf(host)).filter(bird => bird.startsWith('participant'))).toEqual([])
  const { rows } = await world.superuser.query('select 1 from shared_answer where conversation_id = $1', [id])
  expect(rows).toEqual([])
})

test('a new host reads nothing that was shared with the one before, and the one before finds no page', async () => {
  const { host, participant, id } = thread
  await share({ id }, participant, '2')
  await prepare(thread, host, 'host')
  await changeHost('anders', 'karim')
  const karim = await world.as('karim')
  expect((await reads(karim)).status).toBe(200)
  expect((await birdsOf(karim)).filter(bird => bird !== 'greeting')).toEqual([])
  expect((await reads(host)).status).toBe(404)
  expect(await birdsOf(host)).toEqual([])

  await share({ id }, participant, '2')
  expect((await reads(karim)).html).toContain(birds.participantShared)
  const { rows } = await world.superuser.query(
    `select distinct p.name from shared_answer s join person p on p.id = s.reader_id
    where s.conversation_id = $1 and s.author_id = $2`,
    [id, world.people.lone.person],
  )
  expect(rows).toEqual([{ name: 'Karim Aydin' }])
  await changeHost('karim', 'anders')
})

test('one who leads and is led is one thing in each conversation', async () => {
  const lone = await world.as('lone')
  const letter = {
    length: '75',
    where: 'later',
    greeting: text('remark'),
    'day-1': '2026-04-20',
    'time-1': '10:00',
  }
  const sent = await lone.postOnly(urls.planning({ post: world.people.birthe.post }), letter)
  const id = sent.headers.get('location')?.split('/')[2] ?? ''
  const birthe = await world.as('birthe')
  const own = { ...answer('q1', text('point'), text('support')), ...answer('q2', '', '') }
  await done(birthe, urls.step({ id, step: 'indledning' }), own)
  for (const visitor of [await world.as('anders'), await world.as('karim')])
    for (const path of [
      urls.conversation({ id }),
      urls.invitation({ id }),
      urls.step({ id, step: 'indledning' }),
    ])
      expect((await visitor.get(path)).status).toBe(404)
  expect(await birdsOf(birthe)).toEqual([])
  const shown = (await lone.get(urls.hosted())).html
  expect(shown).toContain('Birthe Sand')
  expect((await lone.get(urls.step({ id, step: 'indledning' }))).html).not.toContain(birds.support)
})

test('fifty first words at once, and there is one shelf, one key, and every word opens', async () => {
  const karim = await world.as('anders')
  const post = world.people.karim.post
  const letter = { length: '75', where: 'later', 'day-1': '2026-04-21', 'time-1': '10:00' }
  const sent = await karim.postOnly(urls.planning({ post }), letter)
  const id = sent.headers.get('location')?.split('/')[2] ?? ''
  const writer = await world.as('karim')
  const steps = ['indledning', 'strategi', 'resultater'] as const
  const questions = { indledning: ['q1', 'q2'], strategi: ['q3', 'q4'], resultater: ['q5', 'q6'] } as const
  const fields = (name: (typeof steps)[number]) =>
    Object.assign({}, ...questions[name].map(q => answer(q, `ord om ${q}`, '')))
  const saves = Array.from({ length: 50 }, (_, at) => steps[at % 3] ?? 'strategi').map(name =>
    writer.postOnly(urls.step({ id, step: name }), fields(name)),
  )
  expect(new Set((await Promise.all(saves)).map(({ status }) => status))).toEqual(new Set([303]))
  const { rows } = await world.superuser.query(
    `select count(*)::int as n from shelf where conversation_id = $1 and scope = 'own'`,
    [id],
  )
  expect(rows).toEqual([{ n: 1 }])
  for (const name of steps) {
    const { html } = await writer.get(urls.step({ id, step: name }))
    for (const question of questions[name]) expect(html).toContain(`ord om ${question}`)
  }
})

/** What an import does when somebody else takes over: the one’s part ends today, the other’s begins. */
async function changeHost(from: Name, to: Name) {
  const { superuser, organisation, people } = world
  await superuser.query(
    `update party set ends_on = app.today() where conversation_id = $1 and person_id = $2`,
    [...[thread.id, people[from].person]],
  )
  await superuser.query(
    `insert into party values ($1, $2, $3, 'host', $4, null, app.today(), null)
     on conflict (organisation_id, conversation_id, person_id, starts_on) do update set ends_on = null`,
    [organisation, thread.id, people[to].person, people[to].post],
  )
}
