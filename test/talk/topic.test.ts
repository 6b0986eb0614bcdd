import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getConversation } from '../../src/db/conversations.ts'
import { transaction } from '../../src/db/database.ts'
import { listTicks } from '../../src/db/ticks.ts'
import { urls } from '../../src/urls.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { fieldIn, filled, said, startOver, talking } from './talking.ts'

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await talking(world)
})
afterAll(() => world.close())
beforeEach(() => startOver(world))

const relations = () => urls.topic({ id: thread.id, step: 'relationer' })
const pay = () => urls.topic({ id: thread.id, step: 'loen' })
const show = (visitor: Visitor, path = relations()) => visitor.get(path)
const save = async (visitor: Visitor, changes: Record<string, string>, path = relations()) =>
  visitor.post(path, filled(await visitor.get(path), changes))

const readings = async () => {
  const { rows } = await world.superuser.query<{ reader_id: string; writer_id: string }>(
    'select reader_id, writer_id from reading where conversation_id = $1',
    [thread.id],
  )
  return rows
}

describe('both sides of a question', () => {
  test('S3-28 the led person stands first with her number; the chief gives none and is asked for none', async () => {
    for (const visitor of [thread.host, thread.participant]) {
      const words = wordsOf(await show(visitor))
      const [lone, anders] = [words.indexOf(said.loneQ7), words.indexOf(said.andersQ7)]
      expect(words.slice(0, lone)).toContain('5 af 6')
      expect(words.slice(lone, anders)).toContain('Anders skriver ikke tal her.')
      expect(anders).toBeGreaterThan(lone)
    }
  })

  test('what is not shared is not there, for either of them, and says so by name', async () => {
    const host = await show(thread.host)
    expect(wordsOf(host)).toContain('Lone har ikke delt noget her.')
    expect(host.html).not.toContain(said.loneQ8)
    expect(host.html).not.toContain(said.loneNote)
    expect((await show(thread.participant)).html).not.toContain(said.andersNote)
  })

  test('one’s own note and what one kept are there for oneself, folded, on a screen two may look at', async () => {
    const { html } = await show(thread.participant)
    const own = /<details class="private-note[^>]*>[\s\S]*?<\/details>/.exec(html)?.[0] ?? ''
    expect(own).toContain(said.loneNote)
    expect(own).toContain(said.loneQ8)
    expect(own).not.toMatch(/^<details[^>]*\sopen/)
    expect(html.replace(own, '')).not.toContain(said.loneNote)
    expect(html.replace(own, '')).not.toContain(said.loneQ8)
  })

  test('S0-48 help with asking is for the one who holds the talk', async () => {
    expect(wordsOf(await show(thread.host))).toContain('Hjælp til at spørge')
    expect(wordsOf(await show(thread.participant))).not.toContain('Hjælp til at spørge')
  })

  test('pay is named for what it is', async () => {
    expect(wordsOf(await show(thread.host, pay()))).toContain('I forhandler ikke løn her.')
  })
})

describe('the reading log', () => {
  test('opening what the other shared leaves a row a day; where nothing is shared there is none', async () => {
    await show(thread.host, urls.topic({ id: thread.id, step: 'strategi' }))
    expect(await readings()).toEqual([])
    await show(thread.host)
    await show(thread.host)
    const { anders, lone } = world.people
    expect(await readings()).toEqual([{ reader_id: anders.person, writer_id: lone.person }])
  })

  test('no row, no text', async () => {
    await world.superuser.query(`create function no_row() returns trigger language plpgsql as
      $$ begin raise exception 'no row'; end $$`)
    await world.superuser.query('create trigger no_row before insert on reading execute function no_row()')
    const shown = await show(thread.host)
    await world.superuser.query('drop function no_row cascade')
    expect(shown.status).toBe(500)
    expect(shown.html).not.toContain(said.loneQ7)
    expect((await show(thread.host)).html).toContain(said.loneQ7)
  })

  test('the page’s own asking for news opens no shared text and keeps nobody signed in', async () => {
    const asking = () => thread.host.send(relations(), { headers: { accept: 'application/json' } })
    const seen = async () =>
      (await world.superuser.query('select max(seen_at) as at from session')).rows[0]?.at.getTime()
    const news = await asking()
    expect(news.headers.get('content-type')).toContain('application/json')
    expect(await news.text()).not.toContain(said.loneQ7)
    expect(await readings()).toEqual([])
    const before = await seen()
    await world.moveTo(new Date(world.deps.clock.now().getTime() + 5 * 60_000))
    expect((await asking()).status).toBe(200)
    expect(await seen()).toBe(before)
  })
})

describe('S3-26 keywords and joint conclusion', () => {
  test('are two fields: what one wrote beforehand never stands in the joint one', async () => {
    const shown = await show(thread.participant)
    expect(fieldIn(shown, 'q7.text')).toBe('')
    await save(thread.participant, { 'q7.text': 'Vi holder fast i torsdagsmøderne.' })
    expect(fieldIn(await show(thread.participant), 'q7.text')).toBe('Vi holder fast i torsdagsmøderne.')
  })

  test('own keywords go into the record only by their writer’s tick, and nobody ticks for the other', async () => {
    expect((await show(thread.host)).html).toContain('name="q7.tick.keywords"')
    await save(thread.host, { 'q7.tick.version': '0', 'q8.tick.version': '0', 'q8.tick.keywords': 'yes' })
    expect(await ticks()).toEqual([])
    await save(thread.participant, { 'q7.tick.keywords': 'yes' })
    expect(await ticks()).toEqual([
      { person: world.people.lone.person, question: 'q7', version: 1, keywords: true, pay: false },
    ])
    expect((await show(thread.host)).html).not.toMatch(/name="q7\.tick\.keywords"[^>]*checked/)
    expect((await show(thread.participant)).html).toMatch(/name="q7\.tick\.keywords"[^>]*checked/)
  })

  test('a tick is taken back, and a page from before it changes nothing back', async () => {
    const early = await show(thread.participant)
    await save(thread.participant, { 'q7.tick.keywords': 'yes' })
    await thread.participant.post(relations(), filled(early))
    expect((await ticks())[0]).toMatchObject({ keywords: true, version: 1 })
    const { 'q7.tick.keywords': _, ...unticked } = filled(await show(thread.participant))
    await thread.participant.post(relations(), unticked)
    expect((await ticks())[0]).toMatchObject({ keywords: false, version: 2 })
  })

  test('S3-13 the line on pay has a tick of its own, for each', async () => {
    await save(thread.host, { 'q18.tick.pay': 'yes' }, pay())
    expect(await ticks()).toEqual([
      { person: world.people.anders.person, question: 'q18', version: 1, keywords: false, pay: true },
    ])
    expect((await show(thread.participant, pay())).html).not.toMatch(/name="q18\.tick\.pay"[^>]*checked/)
  })

  test('ticks lie under seal', async () => {
    await save(thread.participant, { 'q7.tick.keywords': 'yes' })
    const { rows } = await world.superuser.query('select sealed from tick')
    expect(rows[0].sealed.toString('latin1')).not.toContain('keywords')
  })
})

const ticks = () =>
  transaction(world.deps.db.party, { session: tokenOf(thread.host) }, async tx => {
    const me = { organisation: world.organisation, person: world.people.anders.person }
    return listTicks(tx, world.deps.keys, await getConversation(tx, me, thread.id))
  })

const tokenOf = (visitor: Visitor) => visitor.cookies.get('__Host-medspil-session') ?? ''

describe('what is typed', () => {
  test('is cleaned: emoji stay, controls and half characters go', async () => {
    await save(thread.participant, { 'q7.text': 'Vi ses\u0000 😀\ud800 \u202etorsdag' })
    expect(fieldIn(await show(thread.participant), 'q7.text')).toBe('Vi ses 😀\ufffd torsdag')
  })

  test('that is too long comes back in its field, and the other fields are saved', async () => {
    const long = 'å'.repeat(4001)
    const answer = await save(thread.participant, { 'q7.text': long, 'q8.text': 'Det kører' })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain('Her er plads til 4.000 tegn.')
    expect(fieldIn(answer, 'q7.text')).toBe(long)
    expect(fieldIn(await show(thread.participant), 'q7.text')).toBe('')
    expect(fieldIn(await show(thread.participant), 'q8.text')).toBe('Det kører')
    const mended = await thread.participant.post(relations(), filled(answer, { 'q7.text': 'å'.repeat(4000) }))
    expect(mended.status).toBe(200)
  })

  test('goes along with every button: the next topic, the plan, the text itself', async () => {
    const next = await save(thread.participant, { 'q7.text': 'Et', do: 'next' })
    expect(next.path).toBe(urls.topic({ id: thread.id, step: 'samarbejde' }))
    const plan = await save(thread.participant, { 'q7.text': 'To', do: 'plan' })
    expect(plan.path).toBe(urls.planDraft({ id: thread.id }))
    const last = await save(thread.participant, { do: 'next' }, pay())
    expect(last.path).toBe(urls.planDraft({ id: thread.id }))
    expect(fieldIn(await show(thread.participant), 'q7.text')).toBe('To')
  })

  test('a form sent twice is one save, and an unknown topic is nobody’s', async () => {
    const fields = {
      ...filled(await show(thread.participant), { 'q7.text': 'Én gang' }),
      key: crypto.randomUUID(),
    }
    const [one, two] = await Promise.all([
      thread.participant.post(relations(), fields),
      thread.participant.post(relations(), fields),
    ])
    expect([one.status, two.status]).toEqual([200, 200])
    const { rows } = await world.superuser.query(
      'select version from conclusion where conversation_id = $1',
      [thread.id],
    )
    expect(rows.map(row => row.version)).toEqual([1])
    for (const step of ['hemmeligt', '__proto__', 'q7'])
      expect((await show(thread.host, urls.topic({ id: thread.id, step }))).status).toBe(404)
  })

  test('joint text lies under seal', async () => {
    await save(thread.participant, { 'q7.text': 'Vi holder fast i torsdagsmøderne.' })
    const { rows } = await world.superuser.query('select sealed from conclusion')
    expect(rows[0].sealed.toString('utf8')).not.toContain('torsdag')
  })
})

test('somebody who is no party finds nothing, and cannot write', async () => {
  for (const name of ['karim', 'birthe', 'eva'] as const) {
    const stranger = await world.as(name)
    expect((await show(stranger)).status).toBe(404)
    expect((await stranger.post(relations(), { 'q7.text': 'x', 'q7.version': '0' })).status).toBe(404)
    expect((await stranger.post(urls.pen({ id: thread.id }), { place: 'plan' })).status).toBe(404)
  }
})

test('in English the question keeps its Danish, with a gloss beneath it', async () => {
  thread.host.cookies.set('__Host-medspil-language', 'en')
  const shown = await show(thread.host)
  const words = wordsOf(shown)
  expect(shown.html).toMatch(/<h2[^>]*lang="da"[^>]*>Hvor tilfreds er du med vores dialog og samarbejde\?/)
  expect(words).toContain('How satisfied are you with our dialogue and cooperation?')
  expect(words).toContain('Anders gives no numbers here.')
  expect(words).toContain('What do you agree on?')
})
