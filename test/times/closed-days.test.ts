import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteInvited, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { morning } from '../world/house.ts'
import { idIn, invitationForm, slotsIn } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'
import { timesIn } from './rows.ts'

// Days without anybody: Constitution Day, Christmas, and weeks in which Solstrålen, or what it stands under, has closed.

let world: GentofteWorld
let mette: Visitor
let sara: Visitor
beforeAll(async () => {
  world = await openGentofte()
  await world.superuser.query(
    `insert into unit (organisation_id, id, name) values ($1, gen_random_uuid(), 'Månen')`,
    [world.organisation],
  )
  await world.superuser.query(
    `with above as (insert into unit (organisation_id, id, name) values ($1, gen_random_uuid(), 'Børn og unge') returning id)
      update unit set parent_id = (select id from above) where organisation_id = $1 and name = 'Solstrålen'`,
    [world.organisation],
  )
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(
    `update conversation set status = 'cancelled', starts_at = null; delete from closed_weeks`,
  )
  await world.moveTo(morning)
  mette = await world.as('mette')
  sara = await world.as('sara')
})

const close = (unit: string, from: string, to: string) =>
  world.superuser.query(
    'insert into closed_weeks select organisation_id, gen_random_uuid(), id, $1, $2 from unit where name = $3',
    [from, to, unit],
  )
const line = (day: string, meant?: string) => ({
  'day-1': day,
  'time-1': '10:00',
  ...(meant && { 'meant-1': meant }),
})
const holiday = 'er en fridag. Sæt hak, hvis du mener den.'
const asked = (page: Shown) => [page.status, /value="[^"]*"/.exec(tickIn(page))?.[0]]
const tickIn = ({ html }: Shown) => /<input[^>]*type="checkbox"[^>]*meant[^>]*>/.exec(html)?.[0] ?? ''
const invite = (fields: Record<string, string>) =>
  mette.post(urls.planning(world.people.sara), { ...invitationForm, 'day-2': '', 'time-2': '', ...fields })

describe('T1 a day typed by hand', () => {
  test('on which the house, or what it stands under, has closed is asked about once, and then taken', async () => {
    await close('Børn og unge', '2026-07-13', '2026-07-26')
    const hinted = await invite({ ...line('14/7-2026'), greeting: 'Jeg glæder mig.' })
    expect(asked(hinted)).toEqual([422, 'value="14/7-2026"'])
    expect(wordsOf(hinted)).toContain('Børn og unge har lukket tirsdag den 14. juli.')
    expect(hinted.html).toContain('href="#meant-1"')
    expect(hinted.html).toContain('Jeg glæder mig.')
    const other = await invite({ ...line('14/7-2026', '14/7-2026'), place: '' })
    expect(other.html).toContain('type="hidden" name="meant-1" value="14/7-2026"')
    expect(asked(await invite(line('15/7-2026', '14/7-2026')))).toEqual([422, 'value="15/7-2026"'])
    const id = idIn(await invite(line('14/7-2026', '14/7-2026')))
    const letter = await sara.get(urls.invitation({ id }))
    expect(slotsIn(letter)).toHaveLength(1)
    expect(wordsOf(letter)).toContain('Børn og unge har lukket kl. 10.00')
  })

  test('on Christmas Eve is asked about, in both languages; weeks of another house and past days are not', async () => {
    mette.cookies.set('__Host-medspil-language', 'en')
    expect(wordsOf(await invite(line('2026-12-24')))).toContain('Thursday 24 December is a day off.')
    mette.cookies.clear()
    mette = await world.as('mette')
    expect(wordsOf(await invite(line('2026-12-24')))).toContain(`Torsdag den 24. december ${holiday}`)
    const past = wordsOf(await invite(line('2025-12-24')))
    expect([past.includes('Tiden er gået.'), past.includes('fridag')]).toEqual([true, false])
    await close('Månen', '2026-08-03', '2026-08-07')
    expect((await invite(line('2026-08-04'))).path).toContain('/invitation')
  })

  test.each([
    ['more times', 'invited', () => mette, (id: string) => urls.times({ id })],
    ['T3 a proposal before a time', 'invited', () => sara, (id: string) => urls.newTime({ id })],
    ['T3 a proposal for an agreed one', 'agreed', () => mette, (id: string) => urls.newTime({ id })],
  ] as const)('%s: asks once too', async (_, state, who, path) => {
    const id = await (state === 'invited' ? gentofteInvited : gentofteTalk)(world, 'sara')
    const hinted = await who().post(path(id), line('2026-06-05'))
    expect(asked(hinted)).toEqual([422, 'value="2026-06-05"'])
    expect(wordsOf(hinted)).toContain(`Fredag den 5. juni ${holiday}`)
    const taken = await who().post(path(id), line('2026-06-05', '2026-06-05'))
    expect([taken.status, tickIn(taken)]).toEqual([200, ''])
  })

  test('T4 T9 a time to put off to, and for the next small talk, ask once; what is proposed says that it is a day off', async () => {
    const id = await gentofteTalk(world, 'sara')
    const wish = { 'new-day': '2026-05-01', 'new-time': '10:00', until: '2026-05-01' }
    await close('Solstrålen', '2026-05-01', '2026-05-01')
    const hinted = await mette.post(urls.postponement({ id }), wish)
    expect(asked(hinted)).toEqual([422, 'value="2026-05-01"'])
    expect(wordsOf(hinted)).toContain('Solstrålen har lukket fredag den 1. maj.')
    await mette.post(urls.postponement({ id }), { ...wish, 'new-meant': '2026-05-01' })
    const seen = await sara.get(urls.newTime({ id }))
    expect(wordsOf(seen)).toContain('Solstrålen har lukket kl. 10.00')
    await sara.post(urls.timeAnswer({ id }), { time: timesIn(seen)[0] ?? '' })
    await world.moveTo(new Date('2026-05-01T08:05:00Z'))
    const host = await world.as('mette')
    await host.post(urls.talk({ id }), {})
    const again = { day: '2026-06-05', time: '10:00' }
    expect(asked(await host.post(urls.meetAgain({ id }), again))).toEqual([422, 'value="2026-06-05"'])
    expect((await host.post(urls.meetAgain({ id }), { ...again, meant: '2026-06-05' })).path).toBe(
      urls.conversation({ id }),
    )
  })
})

test('T3 a time that comes before the letter about it is refused in words', async () => {
  const id = await gentofteTalk(world, 'sara')
  await world.moveTo(new Date('2026-04-08T17:00:00Z'))
  const late = await (await world.as('sara')).post(urls.newTime({ id }), {
    'day-1': '2026-04-08',
    'time-1': '21:00',
  })
  expect([late.status, wordsOf(late).includes('Brevet sendes først torsdag den 9. april kl. 7.00')]).toEqual([
    422,
    true,
  ])
})

describe('screen 7 painted times', () => {
  const page = urls.planningSeveral()
  const common = { length: '60', otherLength: '', where: 'later', place: '', greeting: '', pause: '15' }
  const hours = { opens: '09:00', closes: '10:00' }
  const stretch = { ...hours, 'w.1': 'yes', 'w.4': 'yes', 'w.5': 'yes', do: 'paint' }
  const people = () => ({ [`p.${world.people.sara.post}`]: 'yes' })
  const ticks = ({ html }: Shown) =>
    [...html.matchAll(/<input[^>]*name="(t\.[^"]+)"[^>]*>/g)].map(([tag, name]) => [
      name,
      / checked/.test(tag),
    ])

  test('on closed days come unticked and say why; whoever ticks one means it', async () => {
    await close('Solstrålen', '2026-07-13', '2026-07-15')
    const painted = await mette.post(page, {
      ...common,
      ...people(),
      ...stretch,
      from: '2026-07-13',
      to: '2026-07-16',
    })
    expect(ticks(painted)).toEqual([
      ['t.2026-07-13T09:00', false],
      ['t.2026-07-16T09:00', true],
    ])
    expect(wordsOf(painted)).toContain('Solstrålen har lukket. Sæt hak ved en tid, hvis I mødes alligevel.')
    expect(wordsOf(painted)).not.toContain('Der er 1 tider')
    const more = await mette.post(page, {
      ...common,
      ...people(),
      ...stretch,
      't.2026-07-13T09:00': 'yes',
      from: '2026-06-05',
      to: '',
    })
    expect(ticks(more)).toEqual([
      ['t.2026-06-05T09:00', false],
      ['t.2026-07-13T09:00', true],
    ])
    expect(wordsOf(more)).toContain('Fridag. Sæt hak')
    const sent = await mette.post(page, { ...common, ...people(), 't.2026-06-05T09:00': 'yes' })
    expect(sent.path).toBe(`${page}?inviteret=1`)
  })

  test('on closed days come unticked too before anybody of the house is ticked', async () => {
    await close('Solstrålen', '2026-07-13', '2026-07-15')
    const days = { from: '2026-07-13', to: '2026-07-16' }
    const painted = await mette.post(page, { ...common, ...stretch, ...days })
    expect(ticks(painted)).toEqual([
      ['t.2026-07-13T09:00', false],
      ['t.2026-07-16T09:00', true],
    ])
  })
})
