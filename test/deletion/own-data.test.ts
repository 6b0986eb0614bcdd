import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { birdsAmong } from '../walls/birds.ts'
import { threadIn } from '../walls/course.ts'
import type { Thread } from '../walls/thread.ts'
import { giveDuty, openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { roundAt } from './shelves.ts'

// »Hent mine data« and screen 26: everything of oneself, and nothing of another.

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await threadIn(world, 'closed')
  const topic = urls.topic({ id: thread.id, step: 'indledning' })
  for (const visitor of [thread.host, thread.participant]) await visitor.get(topic)
})
afterAll(() => world.close())

const fetched = async (visitor: Visitor) => {
  const response = await visitor.postOnly(urls.ownData(), {})
  return { response, html: await response.text() }
}
const stale = async (name: 'lone' | 'anders') => {
  const visitor = await world.as(name)
  await world.superuser.query(`update session set fresh_code_at = fresh_code_at - interval '6 minutes'`)
  return visitor
}
const events = async () =>
  (await world.superuser.query(`select 1 from event where what = 'data-fetched'`)).rowCount

const joint = ['conclusion', 'year', 'point', 'support', 'competence', 'paper', 'jobProposal'] as const
const told = ['participantTheme', 'participantHope', 'followUpLine', 'job'] as const

describe('M18 the file holds all of one’s own and of what is joint, and not a word that the other wrote alone', () => {
  test('for the one the talk is about', async () => {
    const { response, html } = await fetched(await world.as('lone'))
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="mine-data.html"')
    expect(birdsAmong(html).toSorted()).toEqual(
      [...joint, ...told, 'participantNote', 'participantKept', 'participantShared', 'remark'].toSorted(),
    )
    expect(html).toContain('lone@lyngsoe.example')
    expect(wordsOf({ html })).toContain('Skrevet under med en bemærkning')
    expect(wordsOf({ html })).toContain('Anders Kjær har åbnet det, du har delt (LUS)')
    expect(wordsOf({ html })).toMatch(/Slettes 14\.\s?maj 2026/)
    expect(html).not.toMatch(/<script|src=|@import|url\(/)
  })

  test('as JSON it holds the same words, and needs the same code', async () => {
    const lone = await world.as('lone')
    const response = await lone.postOnly(urls.ownData(), { as: 'json' })
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="mine-data.json"')
    expect(response.headers.get('content-type')).toBe('application/json')
    const json = await response.text()
    expect(birdsAmong(json).toSorted()).toEqual(birdsAmong((await fetched(lone)).html).toSorted())
    const { title, chapters } = JSON.parse(json)
    expect([title, chapters[0].title, chapters[0].sections[0].rows[0]]).toEqual([
      'Hent mine data',
      'Om dig',
      { term: 'Navn', text: 'Lone Bach Holm' },
    ])
    const refused = await (await stale('lone')).postOnly(urls.ownData(), { as: 'json' })
    expect([refused.status, birdsAmong(await refused.text())]).toEqual([422, []])
  })

  test('for whoever holds it, who never learns when the other read', async () => {
    const { html } = await fetched(await world.as('anders'))
    expect(birdsAmong(html).toSorted()).toEqual(
      [...joint, 'greeting', 'hostNote', 'hostKept', 'hostShared', 'hostTheme'].toSorted(),
    )
    expect(html).not.toContain('har åbnet det, du har delt (')
    expect(wordsOf({ html })).not.toContain('Forberedelse skrevet · Lone')
    expect(wordsOf({ html })).not.toContain('Forberedelse delt · Lone')
  })

  test('a duty stands in it by its name', async () => {
    await giveDuty(world, world.people.karim, 'deputy')
    const { html } = await fetched(await world.as('karim'))
    expect(wordsOf({ html })).toContain('Souschef. Fra 1. januar 2020')
  })

  test('a stranger’s holds nothing of the two', async () => {
    const { html } = await fetched(await world.as('birthe'))
    expect(birdsAmong(html)).toEqual([])
    expect(html).toContain('Birthe Sand')
    expect(html).not.toContain('Anders')
  })
})

describe('a fresh code', () => {
  test('is asked for: without one there is no file and no trace of one', async () => {
    const before = await events()
    const lone = await stale('lone')
    const refused = await lone.postOnly(urls.ownData(), {})
    expect(refused.status).toBe(422)
    expect(birdsAmong(await refused.text())).toEqual([])
    expect((await lone.postOnly(urls.ownData(), { code: '000000' })).status).toBe(422)
    expect(await events()).toBe(before)
  })

  test('opens it, and that it was fetched is written down', async () => {
    const before = (await events()) ?? 0
    const lone = await stale('lone')
    const said = world.terminal.next(/^Kode til lone@lyngsoe.example: (\S+)$/)
    expect((await lone.postOnly(urls.ownDataCode(), {})).headers.get('location')).toBe(urls.ownData())
    const code = (await said)[1] ?? ''
    expect(wordsOf(await lone.get(urls.ownData()))).toContain('Koden fra mailen')
    const response = await lone.postOnly(urls.ownData(), { code })
    expect(response.status).toBe(200)
    expect(birdsAmong(await response.text())).toContain('participantNote')
    expect(await events()).toBe(before + 1)
  })
})

test('S3-13 T25 screen 26 says of each text who, since when and until when, and then that it is gone', async () => {
  const page = async () => wordsOf(await (await world.as('lone')).get(urls.whoSees()))
  const now = await page()
  expect(now).toMatch(/LUS med Anders/)
  expect(now).toMatch(/Dine noter og svar, du ikke har delt Kun du 2\.\s?april 2026 Slettes 14\.\s?maj 2026/)
  expect(now).toMatch(/Planen og bemærkninger Du og Anders 14\.\s?april 2026 Slettes 14\.\s?april 2029/)
  await roundAt(world, '2026-05-01T08:00:00Z')
  expect(await page()).toContain('Noget bliver slettet')
  await roundAt(world, '2026-05-14T08:00:00Z')
  const later = await page()
  expect(later).toMatch(/Dine noter og svar, du ikke har delt \(LUS med Anders\), 14\.\s?maj 2026/)
  const { html } = await fetched(await world.as('lone'))
  expect(birdsAmong(html).toSorted()).toEqual([...joint, ...told, 'participantShared', 'remark'].toSorted())
  expect(wordsOf({ html })).toMatch(/Slettet 14\.\s?maj 2026/)
  expect(thread.id).toBeTruthy()
})
