import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { fieldIn, filled, startOver, talking } from './talking.ts'

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await talking(world)
})
afterAll(() => world.close())
beforeEach(() => startOver(world))

const relations = () => urls.topic({ id: thread.id, step: 'relationer' })
const pen = () => urls.pen({ id: thread.id })
const show = (visitor: Visitor) => visitor.get(relations())
const save = async (visitor: Visitor, text: string) =>
  visitor.post(relations(), filled(await show(visitor), { 'q7.text': text }))
const later = (seconds: number) => world.moveTo(new Date(world.deps.clock.now().getTime() + seconds * 1000))
const savedText = async () => fieldOrText((await show(thread.host)).html)
const fieldOrText = (html: string) =>
  fieldIn({ html }, 'q7.text') ?? /<p[^>]*id="q7"[^>]*>([^<]*)/.exec(html)?.[1] ?? ''

test('S3-06 who saves a line holds the pen: the other reads it as it stands, without a field', async () => {
  await save(thread.participant, 'Vi holder fast i torsdagsmøderne.')
  const host = await show(thread.host)
  expect(fieldIn(host, 'q7.text')).toBeUndefined()
  expect(host.html).toMatch(/<p[^>]*id="q7"[^>]*>Vi holder fast i torsdagsmøderne\.<\/p>/)
  expect(host.html).toMatch(/<p data-writer="participant">/)
  expect(host.html).toMatch(/<p data-writer="host" hidden>/)
  expect(wordsOf(host)).toContain('Skriv selv')
})

test('S3-06 half a minute after the last save the pen lies free, and whoever saves first has it', async () => {
  await save(thread.participant, 'Første linje')
  await later(20)
  expect(fieldIn(await show(thread.host), 'q7.text')).toBeUndefined()
  await later(10)
  expect(fieldIn(await show(thread.host), 'q7.text')).toBe('Første linje')
  await save(thread.host, 'Anden linje')
  expect(fieldIn(await show(thread.participant), 'q7.text')).toBeUndefined()
})

test('S3-06 each save renews the half minute', async () => {
  await save(thread.participant, 'Et')
  await later(20)
  await save(thread.participant, 'To')
  await later(20)
  expect(fieldIn(await show(thread.host), 'q7.text')).toBeUndefined()
})

test('S3-06 the button takes the pen over at once, with no word from the one who holds it', async () => {
  await save(thread.participant, 'Lone skriver')
  const taken = await thread.host.post(pen(), filled(await show(thread.host)))
  expect(taken.path).toBe(relations())
  expect(fieldIn(taken, 'q7.text')).toBe('Lone skriver')
  expect(fieldIn(await show(thread.participant), 'q7.text')).toBeUndefined()
})

test('S3-06 a save without the pen is refused softly: both texts are shown, and the typed one stays in its field', async () => {
  const early = filled(await show(thread.participant), { 'q7.text': 'Lones linje' })
  await save(thread.host, 'Anders’ linje')
  const refused = await thread.participant.post(relations(), early)
  expect(refused.status).toBe(409)
  expect(wordsOf(refused)).toContain('Anders skriver lige nu.')
  expect(wordsOf(refused)).toMatch(/Det står der nu Anders’ linje/)
  expect(fieldIn(refused, 'q7.text')).toBe('Lones linje')
  expect(await savedText()).toBe('Anders’ linje')

  const over = await thread.participant.post(pen(), filled(refused))
  expect(over.status).toBe(200)
  expect(await savedText()).toBe('Lones linje')
})

test('both texts can stand, under each other', async () => {
  const early = filled(await show(thread.participant), { 'q7.text': 'Lones linje' })
  await save(thread.host, 'Anders’ linje')
  const refused = await thread.participant.post(relations(), early)
  await thread.participant.post(pen(), { ...filled(refused), do: 'join.q7' })
  expect(await savedText()).toBe('Anders’ linje\nLones linje')
})

test('a text that changed since it was seen is not written over, also when the pen lies free', async () => {
  const early = filled(await show(thread.participant), { 'q7.text': 'Lones linje' })
  await save(thread.host, 'Anders’ linje')
  await later(31)
  const refused = await thread.participant.post(relations(), early)
  expect(refused.status).toBe(409)
  expect(wordsOf(refused)).toContain('Teksten er ændret, siden du så den.')
  expect(fieldIn(refused, 'q7.text')).toBe('Lones linje')
  expect(await savedText()).toBe('Anders’ linje')
  await thread.participant.post(relations(), filled(refused))
  expect(await savedText()).toBe('Lones linje')
})

test('a text changed a second time while one looks at both is shown anew', async () => {
  const early = filled(await show(thread.participant), { 'q7.text': 'Lones linje' })
  await save(thread.host, 'Et')
  const refused = await thread.participant.post(relations(), early)
  await save(thread.host, 'To')
  const again = await thread.participant.post(pen(), filled(refused))
  expect(again.status).toBe(409)
  expect(wordsOf(again)).toMatch(/Det står der nu To/)
  expect(fieldIn(again, 'q7.text')).toBe('Lones linje')
})

test('whoever typed nothing goes on without a word, whatever the other wrote meanwhile', async () => {
  await save(thread.host, 'Først')
  await later(31)
  const early = filled(await show(thread.participant))
  await save(thread.host, 'Så')
  const next = await thread.participant.post(relations(), { ...early, do: 'next' })
  expect(next.path).toBe(urls.topic({ id: thread.id, step: 'samarbejde' }))
  expect(await savedText()).toBe('Så')
})

test('two tabs of one person: the older one is told, and nothing is lost', async () => {
  const tab = filled(await show(thread.participant), { 'q7.text': 'I den gamle fane' })
  await save(thread.participant, 'I den nye fane')
  const refused = await thread.participant.post(relations(), tab)
  expect(refused.status).toBe(409)
  expect(wordsOf(refused)).toMatch(/Det står der nu I den nye fane/)
  expect(fieldIn(refused, 'q7.text')).toBe('I den gamle fane')
})

test('the script’s save says whether it was kept, and the next version', async () => {
  const first = await autosave(thread.participant, { 'q7.text': 'Skrevet af scriptet' })
  expect(first.status).toBe(200)
  expect(await first.json()).toMatchObject({ said: expect.stringContaining('Gemt'), versions: { q7: 1 } })
  const early = filled(await show(thread.participant), { 'q7.text': 'For sent' })
  await thread.host.post(pen(), filled(await show(thread.host)))
  const refused = await sendAsScript(thread.participant, early)
  expect(refused.status).toBe(409)
  expect((await refused.json()).said).toContain('Anders skriver lige nu.')
  const long = await sendAsScript(
    thread.host,
    filled(await show(thread.host), { 'q7.text': 'x'.repeat(4001) }),
  )
  expect(long.status).toBe(422)
  expect(await savedText()).toBe('Skrevet af scriptet')
})

test('S3-06 the other’s page hears the line and who writes it', async () => {
  await save(thread.participant, 'Hørt hos Anders')
  const news = await thread.host.send(relations(), { headers: { accept: 'application/json' } })
  expect(await news.json()).toMatchObject({
    writer: 'participant',
    place: 'q7',
    groups: { q7: { version: 1, fields: { 'q7.text': 'Hørt hos Anders' } } },
  })
})

test('S3-06 »Gør til punkt« is no change of the text: it waits for nobody’s pen, and takes none', async () => {
  const early = filled(await show(thread.host))
  await save(thread.participant, 'Sprog ved måltiderne')
  const pressed = await thread.host.post(relations(), { ...early, do: 'point.q7' })
  expect(pressed.status).toBe(200)
  expect(wordsOf(pressed)).not.toContain('Noget er ikke gemt')
  expect(wordsOf(pressed)).toContain('Planen har ét punkt Åbn planen Sprog ved måltiderne')
  expect(pressed.html).toMatch(/data-pen="q7"><p data-writer="participant">/)
  await later(31)
  await thread.host.post(relations(), filled(await show(thread.host), { 'q7.text': 'Mere leg' }))
  await later(31)
  await thread.participant.post(relations(), filled(await show(thread.participant), { do: 'point.q7' }))
  expect((await show(thread.host)).html).not.toMatch(/data-writer="participant">/)
})

test('S3-06 the pen is shown at the one text it writes in, and where it was taken over', async () => {
  await save(thread.participant, 'Kun her')
  const host = await show(thread.host)
  expect(host.html).toMatch(/data-pen="q7"><p data-writer="participant">/)
  expect(host.html).toMatch(/data-pen="q8"><p data-writer="participant" hidden>/)
  expect(host.html).toMatch(/data-pen="q8">.*?<p data-writer="nobody">/)
  const taken = await thread.host.post(pen(), filled(host, { do: 'take.q8' }))
  expect(taken.html).toMatch(/data-pen="q7">.*?<p data-writer="host" hidden>/)
  expect(taken.html).toMatch(/data-pen="q8">.*?<p data-writer="host">/)
})

test('what one saved oneself and left as it is yields to what the other writes after', async () => {
  const early = filled(await show(thread.participant), { 'q7.text': 'Lones linje' })
  const { versions, marks } = await (await sendAsScript(thread.participant, early)).json()
  await thread.host.post(pen(), filled(await show(thread.host)))
  await save(thread.host, 'Anders’ linje')
  const left = { ...early, 'q7.version': String(versions.q7), 'q7.shown': marks.q7 }
  const next = await thread.participant.post(relations(), { ...left, do: 'next' })
  expect(next.path).toBe(urls.topic({ id: thread.id, step: 'samarbejde' }))
  expect(await savedText()).toBe('Anders’ linje')
})

test('one event a sitting, not one a save', async () => {
  await save(thread.participant, 'Et')
  await save(thread.participant, 'To')
  await thread.host.post(pen(), filled(await show(thread.host)))
  const { rows } = await world.superuser.query(
    `select actor_id from event where what = 'pen-taken' and conversation_id = $1 order by at`,
    [thread.id],
  )
  const { lone, anders } = world.people
  expect(rows.map(row => row.actor_id)).toEqual([lone.person, anders.person])
})

const autosave = async (visitor: Visitor, changes: Record<string, string>) =>
  sendAsScript(visitor, filled(await show(visitor), changes))

const sendAsScript = (visitor: Visitor, fields: Record<string, string>) =>
  visitor.send(relations(), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
  })
