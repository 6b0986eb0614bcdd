import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, invited, slotsIn } from '../world/thread.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'
import { cardOf, eventsOf, mailsOf, talkOf, timesIn } from './rows.ts'

let world: World
let anders: Visitor
let lone: Visitor
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  await world.superuser.query('delete from proposed_time')
  await world.moveTo(morning)
  anders = await world.as('anders')
  lone = await world.as('lone')
})

const english = (visitor: Visitor) => visitor.cookies.set('__Host-medspil-language', 'en')
const line = (at: number, day: string, time: string) => ({ [`day-${at}`]: day, [`time-${at}`]: time })
const twoTimes = { ...line(1, '2026-04-21', '10:00'), ...line(2, '2026-04-22', '14:00') }
const propose = (visitor: Visitor, id: string, fields: Record<string, string> = twoTimes) =>
  visitor.post(urls.newTime({ id }), fields)
const page = (visitor: Visitor, id: string) => visitor.get(urls.newTime({ id }))
const startsAt = async (id: string) => (await talkOf(world, id)).starts_at?.toISOString()
const card = async (visitor: Visitor) => cardOf(await visitor.get(urls.home()))

describe('T3 another time than those offered', () => {
  test('S0-45 is proposed by the invited, and is the talk’s when the host says yes to one of them', async () => {
    const id = await invited(world)
    const sent = await propose(lone, id)
    expect(sent.path).toBe(urls.invitation({ id }))
    expect(wordsOf(sent)).toContain(
      'Du har foreslået tirsdag den 21. april kl. 10.00–11.15 og onsdag den 22. april kl. 14.00–15.15. Anders har ikke svaret endnu.',
    )
    expect(await card(lone)).toBe('Anders ser på dit forslag')
    expect(await card(anders)).toBe('Lone foreslår en anden tid')
    expect(await talkOf(world, id)).toMatchObject({ status: 'invited', starts_at: null })

    const seen = await anders.get(urls.invitation({ id }))
    const [, second = ''] = timesIn(seen)
    const agreed = await anders.post(urls.timeAnswer({ id }), { time: second })
    expect(agreed.path).toBe(urls.conversation({ id }))
    expect(await talkOf(world, id)).toMatchObject({ status: 'agreed', calendar_sequence: 0 })
    expect(await startsAt(id)).toBe('2026-04-22T12:00:00.000Z')
    expect(await mailsOf(world, id)).toEqual([
      'invitation to Lone',
      'times-proposed to Anders',
      'time-agreed to Lone',
    ])
    expect(await card(lone)).toBe('Forbered din samtale med Anders')
  })

  test('M8 is declined in one tap, without a reason, and the other is told; the host then gives others', async () => {
    const id = await invited(world)
    await propose(lone, id)
    const seen = await anders.get(urls.invitation({ id }))
    expect(wordsOf(seen)).toContain('Ingen af dem passer')
    expect(reasonFields(seen, urls.timeAnswer({ id }))).toEqual(['do', 'key', 'time'])
    const refused = await anders.post(urls.timeAnswer({ id }), { do: 'none' })
    expect(refused.path).toBe(urls.invitation({ id }))
    expect(wordsOf(refused)).toContain('Lone beder om andre tider.')
    expect(await card(anders)).toBe('Lone beder om andre tider')
    expect(await card(lone)).toBe('Vælg en tid til din LUS med Anders')
    await anders.post(urls.times({ id }), line(1, '2026-04-23', '09:00'))
    expect(slotsIn(await lone.get(urls.invitation({ id })))).toHaveLength(3)
    expect(await mailsOf(world, id)).toEqual([
      'invitation to Lone',
      'times-proposed to Anders',
      'times-refused to Lone',
      'invitation to Lone',
    ])
  })

  test('S0-45 nobody says yes to their own proposal, nor to a time that nobody proposed', async () => {
    const id = await invited(world)
    await propose(lone, id)
    const [own = ''] = (
      await world.superuser.query('select id from proposed_time order by starts_at')
    ).rows.map(row => row.id)
    for (const time of [own, 'x', crypto.randomUUID()])
      expect((await lone.post(urls.timeAnswer({ id }), { time })).status).toBe(409)
    const none = await anders.post(urls.timeAnswer({ id }), {})
    expect([none.status, wordsOf(none).includes('Vælg en af tiderne.')]).toEqual([422, true])
    await lone.post(urls.timeAnswer({ id }), { do: 'none' })
    expect(await talkOf(world, id)).toMatchObject({ status: 'invited', starts_at: null })
    expect(timesIn(await anders.get(urls.invitation({ id })))).toHaveLength(2)
  })

  test.each([
    ['none', {}, 422, 'Giv mindst én tid'],
    ['one that has passed', line(1, '2026-04-01', '10:00'), 422, 'Tiden er gået.'],
    ['a day nobody reads', line(1, 'på tirsdag', '10:00'), 422, 'Skriv dag, måned og år'],
    ['no hour', line(1, '2026-04-21', ''), 422, 'Skriv også klokkeslættet.'],
    [
      'two on top of each other',
      { ...line(1, '2026-04-21', '10:00'), ...line(2, '2026-04-21', '10:30') },
      422,
      'To tider ligger oven i hinanden.',
    ],
    [
      'more than three',
      { ...twoTimes, ...line(3, '2026-04-23', '10:00'), ...line(4, '2026-04-24', '10:00') },
      422,
      'Giv højst tre tider.',
    ],
  ])('%s: is told in words, and what was typed stands', async (_, fields, status, words) => {
    const id = await invited(world)
    const refused = await propose(lone, id, fields)
    expect([refused.status, wordsOf(refused).includes(words)]).toEqual([status, true])
    for (const [name, value] of Object.entries(fields)) expect(fieldIn(refused, name)).toBe(value)
    expect(await eventsOf(world, id)).not.toContain('times-proposed')
  })
})

describe('T3 an agreed time', () => {
  test('holds until the other has said yes to a new one; then it moves, and both are told', async () => {
    const id = await agreed(world)
    const sent = await propose(anders, id)
    expect(wordsOf(sent)).toContain('Lige nu er den aftalt til tirsdag den 14. april kl. 13.00–14.15.')
    expect(await talkOf(world, id)).toMatchObject({ status: 'agreed' })
    expect(await startsAt(id)).toBe('2026-04-14T11:00:00.000Z')
    expect(await card(lone)).toBe('Anders foreslår en anden tid')
    expect(await card(anders)).toBe('Forbered din samtale med Lone')

    const [first = ''] = timesIn(await page(lone, id))
    await lone.post(urls.timeAnswer({ id }), { time: first })
    expect(await startsAt(id)).toBe('2026-04-21T08:00:00.000Z')
    expect(await talkOf(world, id)).toMatchObject({ status: 'agreed', calendar_sequence: 1 })
    expect((await mailsOf(world, id)).slice(-3)).toEqual([
      'times-proposed to Lone',
      'time-moved to Anders',
      'time-moved to Lone',
    ])
    expect(await eventsOf(world, id)).toEqual(['invited', 'time-agreed', 'times-proposed', 'time-moved'])
  })

  test('that the host asked to leave is offered to nobody else; one the participant left can be picked', async () => {
    const id = await agreed(world)
    const karimId = await invited(world, { 'day-1': '', 'time-1': '' }, 'karim')
    await propose(anders, id)
    const [first = ''] = timesIn(await page(lone, id))
    await lone.post(urls.timeAnswer({ id }), { time: first })
    await anders.post(urls.times({ id: karimId }), line(1, '2026-04-21', '10:00'))
    const karim = await world.as('karim')
    expect(wordsOf(await karim.get(urls.invitation({ id: karimId })))).not.toContain('14. april')

    const free = slotsIn(await page(lone, id))
    expect(free).toHaveLength(1)
    await lone.post(urls.time({ id }), { slot: free[0] ?? '' })
    expect(await startsAt(id)).toBe('2026-04-16T07:30:00.000Z')
    expect(await talkOf(world, id)).toMatchObject({ calendar_sequence: 2 })
  })

  test('may be countered: the newer proposal takes the older one’s place, and the other’s is gone', async () => {
    const id = await agreed(world)
    await propose(anders, id)
    const [old = ''] = timesIn(await page(lone, id))
    await propose(lone, id, line(1, '2026-04-28', '09:00'))
    expect(await card(anders)).toBe('Lone foreslår en anden tid')
    expect((await lone.post(urls.timeAnswer({ id }), { time: old })).status).toBe(409)
    const [time = ''] = timesIn(await page(anders, id))
    await anders.post(urls.timeAnswer({ id }), { time })
    expect(await startsAt(id)).toBe('2026-04-28T07:00:00.000Z')
  })

  test('stands when none of the new ones fits', async () => {
    const id = await agreed(world)
    await propose(lone, id)
    const refused = await anders.post(urls.timeAnswer({ id }), { do: 'none' })
    expect(refused.path).toBe(urls.newTime({ id }))
    expect(await talkOf(world, id)).toMatchObject({ status: 'agreed', calendar_sequence: 0 })
    expect((await mailsOf(world, id)).at(-1)).toBe('times-refused to Lone')
  })

  test('is not proposed again as it is, and not on top of another talk of the host’s', async () => {
    const id = await agreed(world)
    const karimId = await invited(world, { ...line(1, '2026-04-20', '09:00'), ...line(2, '', '') }, 'karim')
    const karim = await world.as('karim')
    const [slot = ''] = slotsIn(await karim.get(urls.invitation({ id: karimId })))
    await karim.post(urls.time({ id: karimId }), { slot })
    const same = await propose(anders, id, line(1, '2026-04-14', '13:00'))
    expect(wordsOf(same)).toContain('Det er den tid, I har aftalt nu.')
    const clash = await propose(anders, id, line(1, '2026-04-20', '10:00'))
    expect([clash.status, wordsOf(clash).includes('Du har en anden samtale på det tidspunkt.')]).toEqual([
      422,
      true,
    ])
    // Lone cannot know; Anders sees it, and the database holds it.
    await propose(lone, id, line(1, '2026-04-20', '09:30'))
    const seen = await page(anders, id)
    expect(wordsOf(seen)).toContain('En af jer kan ikke')
    expect(timesIn(seen)).toEqual([])
    expect(wordsOf(seen)).not.toContain('Sig ja til den')
    const { rows } = await world.superuser.query('select id from proposed_time')
    const late = await anders.post(urls.timeAnswer({ id }), { time: rows[0].id })
    expect([late.status, wordsOf(late).includes('Tiden er lige taget.')]).toEqual([409, true])
    expect(await startsAt(id)).toBe('2026-04-14T11:00:00.000Z')
  })

  test('is moved in English in the same way', async () => {
    const id = await agreed(world)
    english(anders)
    english(lone)
    expect(wordsOf(await page(anders, id))).toContain('Suggest another time')
    await propose(anders, id)
    expect(await card(lone)).toBe('Anders suggests another time')
    const seen = wordsOf(await page(lone, id))
    expect(seen).toContain('Just now it is set for Tuesday 14 April, 13.00–14.15.')
    expect(seen).toContain('None of them suits me')
  })
})

/** The names of a form's fields, so that one sees what is asked for. */
function reasonFields({ html }: Shown, action: string): string[] {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? ''
  return [...new Set([...form.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name))].toSorted()
}

const fieldIn = ({ html }: Shown, name: string) => {
  const tag = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html)?.[0] ?? ''
  return / value="([^"]*)"/.exec(tag)?.[1] ?? ''
}
