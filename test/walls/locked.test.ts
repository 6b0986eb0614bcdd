import { afterAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, signIn, type World } from '../world/people.ts'
import { byPin, employ, newBrowser, printed, spend } from '../world/slips.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { birdsIn } from './birds.ts'
import { threadIn } from './course.ts'
import { answersAt, routesOf } from './crawl.ts'
import { proofOf, seen } from './proof.ts'
import { type Bird, birds, done, invited, prepare, type Thread, text } from './thread.ts'

// Walls §4: a slip alone opens nothing written before it was issued, whatever sequence of slips and sign-ins there is.

const worlds: World[] = []
afterAll(() => Promise.all(worlds.map(each => each.close())))

async function newWorld() {
  const world = await openWorld()
  worlds.push(world)
  return world
}

/** A talk that is closed, and whose person may ask for a follow-up: made once. */
let closedOnce: Promise<{ world: World; thread: Thread }> | undefined
const closed = () => (closedOnce ??= makeClosed())

async function makeClosed() {
  const world = await newWorld()
  await world.superuser.query(`update concept set body = jsonb_set(body, '{kinds,lus,followUpDays}', '14')`)
  return { world, thread: await threadIn(world, 'closed') }
}

/** An administrator who holds nobody's talks, signed in now. */
const office = async (world: World) =>
  signIn(world, world.organisation, await employ(world, 'Hanne Kontor', { duty: 'administrator' }))

/** Every text that a visitor meets on any page of this conversation, and on all other pages. */
async function met(world: World, visitor: Visitor, thread: Pick<Thread, 'id'>): Promise<Bird[]> {
  const found = new Set<Bird>()
  for (const route of await routesOf(world, thread)) {
    if (route.method !== 'GET') continue
    for (const answer of await answersAt(visitor, route))
      for (const bird of await birdsIn(answer)) found.add(bird)
  }
  return [...found].toSorted()
}

const sealed = [
  'letter',
  'answer',
  'shared_answer',
  'conclusion',
  'plan_point',
  'record',
  'signature',
  'document',
]
const rowsOf = async (world: World, visitor: Visitor) =>
  Promise.all(
    [...sealed, 'shelf', 'tick', 'conversation', 'preparation'].map(
      async table => (await seen(world.deps.db.party, proofOf(visitor), `select 1 from ${table}`)).length,
    ),
  )

test('a slip for somebody who has been here locks every conversation from before: no page, no row, no key', async () => {
  const { world, thread } = await closed()
  await world.superuser.query('update person set address_proven_at = app.now() where id = $1', [
    world.people.lone.person,
  ])
  expect(await met(world, thread.participant, thread)).toContain('participantNote')

  const browser = newBrowser(world)
  await spend(browser, await printed(await office(world), world.people.lone))
  // What stands in a job description is the post's, and plain.
  expect(await met(world, browser, thread)).toEqual(['job'])
  expect(new Set(await rowsOf(world, browser))).toEqual(new Set([0]))
  expect((await browser.get(urls.conversation(thread))).status).toBe(404)
  expect(wordsOf(await browser.get(urls.home()))).toContain('Din nye seddel låser det, der er skrevet før.')
  const ways = wordsOf(await browser.get(urls.whoSees()))
  expect(ways).toContain('En samtale fra før er låst.')
  expect(ways).toContain('Hverken din leder eller administratoren kan.')

  // The way back is a code to the address that was proved before.
  const said = world.terminal.next(/^Kode til lone@lyngsoe\.example: (\S+)$/)
  const byMail = newBrowser(world)
  await byMail.post(urls.signIn(), { address: 'lone@lyngsoe.example' })
  await byMail.post(urls.signInCode(), { code: (await said)[1] ?? '' })
  expect(await met(world, byMail, thread)).toContain('participantNote')
})

test('a first slip opens the conversation one is invited to, but no text from before it; what comes after is read', async () => {
  const world = await newWorld()
  const thread = await invited(world)
  const slot = urls.documentSlot({ id: thread.id, slot: 'politikker' })
  await done(thread.host, slot, { do: 'save', title: text('paper'), link: 'https://lyngsoe.example/a' })
  await world.superuser.query('delete from session where person_id = $1', [world.people.lone.person])
  await world.moveTo(new Date('2026-04-03T08:00:00Z'))
  const browser = newBrowser(world)
  await spend(browser, await printed(await office(world), world.people.lone))
  expect((await browser.get(urls.invitation(thread))).status).toBe(200)
  expect(await met(world, browser, thread)).toEqual([])

  const said = 'Her ligger noget fra før din seddel. Anders kan se det og ændre det.'
  const papers = await browser.get(urls.documentSlots(thread))
  expect(wordsOf(papers)).toContain(said)
  expect(papers.html).not.toContain(`action="${slot}"`)
  const typed = { do: 'save', title: 'Et andet', link: 'https://lyngsoe.example/b', version: '0' }
  const kept = await browser.post(slot, typed)
  expect([kept.status, kept.html.includes('Et andet'), wordsOf(kept).includes(said)]).toEqual([
    409,
    true,
    true,
  ])
  expect(wordsOf(await (await world.as('anders')).get(urls.documentSlots(thread)))).toContain(birds.paper)

  const host = await world.as('anders')
  const { html } = await browser.get(urls.invitation(thread))
  await done(browser, urls.time(thread), { slot: /name="slot" value="([^"]+)"/.exec(html)?.[1] ?? '' })
  await prepare(thread, host, 'host')
  await prepare(thread, browser, 'participant')
  expect(await met(world, browser, thread)).toEqual([
    'hostShared',
    'participantKept',
    'participantNote',
    'participantShared',
  ])
})

test('T16 a first slip of the host’s opens the follow-up asked for before it, but not the line that was written along', async () => {
  const { world, thread } = await closed()
  const line = text('followUpLine')
  const host = await world.as('anders')
  expect(wordsOf(await host.get(urls.followUp(thread)))).toContain(line)
  expect(await linesOf(world, host)).toHaveLength(1)

  await world.superuser.query('delete from session where person_id = $1', [world.people.anders.person])
  await world.moveTo(new Date('2026-04-15T08:00:00Z'))
  const browser = newBrowser(world)
  await spend(browser, await printed(await office(world), world.people.anders))
  expect(await linesOf(world, browser)).toEqual([])
  const shown = wordsOf(await browser.get(urls.followUp(thread)))
  expect(shown).toContain('Lone har bedt om en opfølgning.')
  expect(shown).not.toContain(birds.followUpLine)
  await done(browser, urls.followUpTimes(thread), { 'day-1': '2026-04-20', 'time-1': '10:00' })
})

const linesOf = (world: World, visitor: Visitor) =>
  seen(world.deps.db.party, proofOf(visitor), 'select 1 from follow_up_line')

test('random sequences of slips, PINs, days and sharing: no way in reads a text from before it was made', async () => {
  const world = await newWorld()
  const thread = await invited(world)
  const { lone } = world.people
  await done(thread.participant, urls.step({ id: thread.id, step: 'strategi' }), {
    'q3.score': '',
    'q3.keywords': text('participantKept'),
    'q3.note': text('participantNote'),
    'q3.version': '0',
    'q4.score': '',
    'q4.keywords': '',
    'q4.note': '',
    'q4.version': '0',
  })
  await world.superuser.query('update person set address_proven_at = app.now() where id = $1', [lone.person])
  let now = new Date('2026-04-02T09:00:00Z')
  let login = ''
  let pin = ''
  let seed = 7
  const pick = (count: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * count)
  }
  const ways: Visitor[] = []
  for (let step = 0; step < 14; step++) {
    now = new Date(now.getTime() + (1 + pick(30)) * 3_600_000)
    await world.moveTo(now)
    const hanne = await office(world)
    const browser = newBrowser(world)
    const kind = pick(3)
    if (kind === 0 || login === '') {
      const slip = await printed(hanne, lone)
      pin = String(510_283 + step * 7)
      login = slip.login
      await spend(browser, slip, pin)
    } else if (kind === 1) await byPin(browser, login, pin)
    else {
      await printed(hanne, lone)
      await byPin(browser, login, pin)
    }
    ways.push(browser)
    for (const path of [
      urls.home(),
      urls.preparation(thread),
      urls.step({ id: thread.id, step: 'strategi' }),
      urls.shared(thread),
    ]) {
      const shown = await browser.get(path)
      expect(shown.path === urls.home() || shown.status === 404).toBe(true)
      for (const bird of Object.values(birds)) expect(shown.html).not.toContain(bird)
    }
    expect(await seen(world.deps.db.party, proofOf(browser), 'select 1 from answer')).toEqual([])
  }
  expect(ways.length).toBe(14)
}, 120_000)

test('every table that holds a text under seal is bound by its own date', async () => {
  const world = worlds[0] ?? (await newWorld())
  const { rows } = await world.superuser.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname like '%shelf_id' and a.attnum > 0)
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'slip_bound' and not p.polpermissive)
     order by 1`,
  )
  // Ticks, notices without words, and what belongs to a closed talk: none of it is there before both have come in.
  expect(rows.map(({ name }) => name)).toEqual(['deletion_notice', 'point_mark', 'tick'])
})
