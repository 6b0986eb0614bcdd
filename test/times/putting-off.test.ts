import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, invited, slotsIn, writtenRelations } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { cardOf, mailsOf, talkOf, timesIn } from './rows.ts'

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

const line = (at: number, day: string, time: string) => ({ [`day-${at}`]: day, [`time-${at}`]: time })
const twoTimes = { ...line(1, '2026-04-21', '10:00'), ...line(2, '2026-04-22', '14:00') }
const propose = (visitor: Visitor, id: string, fields: Record<string, string> = twoTimes) =>
  visitor.post(urls.newTime({ id }), fields)
const page = (visitor: Visitor, id: string) => visitor.get(urls.newTime({ id }))
const card = async (visitor: Visitor) => cardOf(await visitor.get(urls.home()))

describe('T4 putting off', () => {
  test('on the morning itself is one tap for either, from Min side and from the talk’s own page', async () => {
    for (const name of ['anders', 'lone'] as const) {
      await world.moveTo(morning)
      const id = await agreed(world)
      await world.moveTo(new Date('2026-04-14T06:00:00Z'))
      const visitor = await world.as(name)
      for (const path of [urls.home(), urls.conversation({ id })]) {
        const shown = await visitor.get(path)
        expect(shown.html).toContain(`action="${urls.postponement({ id })}"`)
        expect(wordsOf(shown)).toContain('Udskyd samtalen i dag I finder en ny tid senest 14. maj.')
      }
      const put = await visitor.post(urls.postponement({ id }), {})
      expect(put.path).toBe(urls.newTime({ id }))
      expect(await talkOf(world, id)).toMatchObject({
        status: 'postponed',
        starts_at: null,
        postponed_until: '2026-05-14',
        host_postponements: name === 'anders' ? 1 : 0,
        calendar_sequence: 1,
      })
      expect((await mailsOf(world, id)).slice(-2)).toEqual(['postponed to Anders', 'postponed to Lone'])
      await world.superuser.query(`update conversation set status = 'cancelled'`)
    }
  })

  test('keeps the preparation open, and both are asked to find a new time', async () => {
    const id = await agreed(world)
    await lone.post(urls.step({ id, step: 'relationer' }), { ...writtenRelations, do: 'save' })
    await lone.post(urls.postponement({ id }), { until: '2026-04-30' })
    expect(await card(lone)).toBe('Find en ny tid med Anders')
    expect(await card(anders)).toBe('Find en ny tid med Lone')
    expect(wordsOf(await page(anders, id))).toContain('I finder en ny tid senest torsdag den 30. april.')
    const kept = await lone.get(urls.step({ id, step: 'relationer' }))
    expect(kept.html).toContain('Torsdagsmøderne virker.')
    const more = { ...writtenRelations, 'q7.version': '1', 'q8.version': '1', 'q8.keywords': 'Mere endnu' }
    expect((await lone.post(urls.step({ id, step: 'relationer' }), { ...more, do: 'save' })).html).toContain(
      'Mere endnu',
    )
    expect(wordsOf(await lone.get(urls.conversation({ id })))).toContain('Find en anden tid, eller udskyd')
  })

  test.each([
    ['a day that has passed', '2026-04-01', 'Dagen er gået.'],
    ['more than 30 days on', '2026-05-03', 'Det er for langt frem. Vælg en dag senest 2. maj.'],
    ['no day at all', 'til sommer', 'Skriv dag, måned og år'],
    ['a day that is not', '2026-04-31', 'Skriv dag, måned og år'],
  ])('to %s is refused in words, and the time stands', async (_, until, words) => {
    const id = await agreed(world)
    const refused = await anders.post(urls.postponement({ id }), { until })
    expect([refused.status, wordsOf(refused).includes(words)]).toEqual([422, true])
    expect(refused.html).toContain(`value="${until}"`)
    expect(await talkOf(world, id)).toMatchObject({ status: 'agreed', host_postponements: 0 })
  })

  test('with a new time in the same form tells it to the other at once, who says yes to it', async () => {
    for (const [mine, theirs, name] of [
      [() => anders, () => lone, 'Anders'],
      [() => lone, () => anders, 'Lone'],
    ] as const) {
      const id = await agreed(world)
      const fields = { 'new-day': '2026-04-21', 'new-time': '10:00', until: '2026-04-30' }
      const put = await mine().post(urls.postponement({ id }), fields)
      expect(wordsOf(put)).toContain('Du har foreslået tirsdag den 21. april kl. 10.00–11.15.')
      expect(await talkOf(world, id)).toMatchObject({ status: 'postponed', postponed_until: '2026-04-30' })
      expect((await mailsOf(world, id)).slice(-2)).toEqual(['postponed to Anders', 'postponed to Lone'])
      expect(await card(theirs())).toBe(`${name} foreslår en anden tid`)
      const [time = ''] = timesIn(await page(theirs(), id))
      await theirs().post(urls.timeAnswer({ id }), { time })
      expect(await talkOf(world, id)).toMatchObject({ status: 'agreed', calendar_sequence: 2 })
      await world.superuser.query(`update conversation set status = 'cancelled'`)
    }
  })

  test.each([
    ['one that has passed', { 'new-day': '2026-03-21', 'new-time': '10:00' }, 'Tiden er gået.', 'new-day'],
    ['half a time', { 'new-day': '2026-04-21', 'new-time': '' }, 'Skriv også klokkeslættet.', 'new-time'],
    ['the time it had', { 'new-day': '2026-04-14', 'new-time': '13:00' }, 'Det er den tid, I har', 'new-day'],
  ])(
    'with %s as the new time is refused; all that was typed stands, and so does the time',
    async (_, fields, words, at) => {
      const id = await agreed(world)
      const typed = { ...fields, until: '2026-04-30' }
      const refused = await anders.post(urls.postponement({ id }), typed)
      expect([refused.status, wordsOf(refused).includes(words)]).toEqual([422, true])
      expect(refused.html).toContain(`href="#${at}"`)
      for (const value of Object.values(typed).filter(Boolean))
        expect(refused.html).toContain(`value="${value}"`)
      expect(await talkOf(world, id)).toMatchObject({ status: 'agreed', calendar_sequence: 0 })
    },
  )

  test('is possible to the thirtieth day, not where no time is agreed, and not once the talk has begun', async () => {
    const id = await invited(world)
    expect((await lone.post(urls.postponement({ id }), {})).path).toBe(urls.conversation({ id }))
    const [slot = ''] = slotsIn(await lone.get(urls.invitation({ id })))
    await lone.post(urls.time({ id }), { slot })
    await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
    for (const path of [urls.postponement({ id }), urls.newTime({ id })])
      expect((await lone.post(path, twoTimes)).path).toBe(urls.conversation({ id }))
    expect(await talkOf(world, id)).toMatchObject({ status: 'talking' })
    await world.superuser.query(`update conversation set status = 'agreed' where id = $1`, [id])
    await lone.post(urls.postponement({ id }), { until: '2026-05-02' })
    expect(await talkOf(world, id)).toMatchObject({ status: 'postponed', postponed_until: '2026-05-02' })
  })

  test('T5 is over when the other says yes to a new time', async () => {
    const id = await agreed(world)
    await anders.post(urls.postponement({ id }), {})
    await propose(anders, id)
    expect(await card(anders)).toBe('Lone ser på dit forslag')
    expect(await card(lone)).toBe('Anders foreslår en anden tid')
    const [time = ''] = timesIn(await page(lone, id))
    await lone.post(urls.timeAnswer({ id }), { time })
    expect(await talkOf(world, id)).toMatchObject({
      status: 'agreed',
      postponed_until: null,
      host_postponements: 1,
      calendar_sequence: 2,
    })
    expect((await mailsOf(world, id)).slice(-2)).toEqual(['time-found to Anders', 'time-found to Lone'])
  })

  test('T5 comes before everything on both pages when 14 days have gone', async () => {
    const karimId = await invited(world, { ...line(1, '2026-04-10', '09:00'), ...line(2, '', '') }, 'karim')
    const karim = await world.as('karim')
    const [slot = ''] = slotsIn(await karim.get(urls.invitation({ id: karimId })))
    await karim.post(urls.time({ id: karimId }), { slot })
    const id = await agreed(world)
    await lone.post(urls.postponement({ id }), {})
    await world.moveTo(new Date('2026-04-15T08:00:00Z'))
    expect(await card(await world.as('anders'))).toBe('LUS med Karim var fredag den 10. april kl. 9.00–10.15')
    await world.moveTo(new Date('2026-04-16T08:00:00Z'))
    expect(await card(await world.as('anders'))).toBe('Find en ny tid med Lone')
    const said = wordsOf(await page(await world.as('lone'), id))
    expect(said).toContain('Der er gået 14 dage uden en ny tid.')
  })

  test('is counted for the host alone, and stands in the host’s year', async () => {
    const id = await agreed(world)
    const hosted = async () => wordsOf(await (await world.as('anders')).get(urls.hosted()))
    await anders.post(urls.postponement({ id }), {})
    expect(await hosted()).toContain('Udskudt')
    expect(await hosted()).toContain('Du har udskudt den en gang')
    await propose(lone, id)
    const [time = ''] = timesIn(await page(anders, id))
    await anders.post(urls.timeAnswer({ id }), { time })
    await anders.post(urls.postponement({ id }), {})
    expect(await hosted()).toContain('Du har udskudt den to gange')
    expect(wordsOf(await lone.get(urls.home()))).not.toContain('udskudt den')
  })
})
