import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { cardOf, mailsOf, talkOf, timesIn } from '../times/rows.ts'
import {
  addStaff,
  type GentofteWorld,
  gentofteInvited,
  gentofteTalk,
  openGentofte,
} from '../world/gentofte.ts'
import { morning } from '../world/house.ts'
import { openWorld } from '../world/people.ts'
import { agreed, invitationForm, slotsIn } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'
import { filled } from './talking.ts'

// S0-22, T9: several small talks, one plan, one closing.

let world: GentofteWorld
let id: string
beforeAll(async () => {
  world = await openGentofte()
  id = await gentofteTalk(world, 'sara')
})
afterAll(() => world.close())

const rowOf = async (what: string) =>
  (await world.superuser.query(`select ${what} from conversation where id = $1`, [id])).rows[0]
const at = (day: string) => world.moveTo(new Date(`${day}T11:05:00Z`))
const both = async () => ({ sara: await world.as('sara'), mette: await world.as('mette') })

describe('S0-22 several small talks', () => {
  test('T9 they agree to meet again; what is written stays open, and the calendar’s number rises', async () => {
    await at('2026-04-14')
    const { sara, mette } = await both()
    await mette.post(urls.talk({ id }), {})
    const plan = await sara.get(urls.planDraft({ id }))
    await sara.post(urls.planDraft({ id }), filled(plan, { 'year.text': 'Vi tager det i flere bidder' }))
    const before = await rowOf('calendar_sequence')
    const agreedAgain = await sara.post(urls.meetAgain({ id }), { day: '2026-05-12', time: '13:00' })
    expect(wordsOf(agreedAgain)).toContain('12. maj')
    expect(await rowOf('status, shape, held_on')).toEqual({
      status: 'agreed',
      shape: 'several',
      held_on: null,
    })
    expect((await rowOf('calendar_sequence')).calendar_sequence).toBe(before.calendar_sequence + 1)
    expect(wordsOf(await mette.get(urls.planDraft({ id })))).toContain('Vi tager det i flere bidder')
    expect(wordsOf(await mette.get(urls.talk({ id })))).toContain('Se det, I har skrevet')
  })

  test('between two of them nobody calls it off, puts it off, declines or takes back what was shared', async () => {
    const { sara, mette } = await both()
    await mette.post(urls.callingOff({ id }), { cause: 'mistake' })
    await mette.post(urls.postponement({ id }), {})
    await sara.post(urls.declining({ id }), {})
    await sara.post(urls.postponement({ id }), {})
    expect(await rowOf('status')).toEqual({ status: 'agreed' })
    const page = wordsOf(await mette.get(urls.conversation({ id })))
    expect(page).not.toContain('Aflys')
    expect(wordsOf(await sara.get(urls.planDraft({ id })))).toContain('Vi tager det i flere bidder')
  })

  test('the third is the last: one plan and one closing, and the days before are told', async () => {
    for (const [day, next] of [
      ['2026-05-12', '2026-06-02'],
      ['2026-06-02', undefined],
    ] as const) {
      await at(day)
      const { mette } = await both()
      await mette.post(urls.talk({ id }), {})
      if (next) await mette.post(urls.meetAgain({ id }), { day: next, time: '13:00' })
    }
    const { sara, mette } = await both()
    expect(wordsOf(await sara.get(urls.ending({ id })))).toContain('I har mødtes 14. april og 12. maj.')
    await sara.post(urls.ending({ id }), { do: 'hold' })
    await mette.post(urls.ending({ id }), { do: 'hold' })
    expect(await rowOf('status, held_on::text')).toEqual({ status: 'held', held_on: '2026-06-02' })
    const records = await world.superuser.query(
      'select count(*)::int as n from record where conversation_id = $1',
      [id],
    )
    expect(records.rows).toEqual([{ n: 0 }])
  })

  test.each([
    ['nothing', { day: '', time: '' }, 'Skriv, hvornår I mødes igen.'],
    ['no day of the calendar', { day: '2026-02-30', time: '13:00' }, 'kan ikke læses'],
    ['a time that has passed', { day: '2026-01-12', time: '13:00' }, 'Det tidspunkt er gået.'],
    ['more than a year on', { day: '2027-06-03', time: '13:00' }, 'Det er mere end et år fremme.'],
  ])('%s is told, and stands as it was typed', async (_, typed, told) => {
    await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
    const { sara } = await both()
    const answer = await sara.post(urls.meetAgain({ id }), typed)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain(told)
    expect(answer.html).toContain(typed.day)
  })
})

describe('T9 the time one of the two has set', () => {
  const noSecond = { 'day-2': '', 'time-2': '' }
  let talk: string
  const place = () => ({ id: talk })
  const setBy = async (name: 'sara' | 'mette', day: string, time = '13:00') =>
    (await world.as(name)).post(urls.meetAgain(place()), { day, time })
  beforeAll(async () => {
    await world.superuser.query(`update conversation set status = 'cancelled'`)
    await world.moveTo(morning)
    talk = await gentofteTalk(world, 'sara')
    await gentofteTalk(world, 'amal', { 'day-1': '2026-05-12', 'time-1': '09:00', ...noSecond })
    await at('2026-04-14')
    await (await world.as('mette')).post(urls.talk(place()), {})
  })

  test.each([
    ['sara', 'Mette kan ikke på det tidspunkt.'],
    ['mette', 'Du har en anden samtale på det tidspunkt.'],
  ] as const)('is not on top of another talk of either; %s is told no more than that', async (name, told) => {
    const refused = await setBy(name, '2026-05-12', '10:00')
    expect([refused.status, wordsOf(refused).includes(told)]).toEqual([409, true])
    expect(wordsOf(refused)).not.toContain('Amal')
    expect(refused.html).toMatch(/name="day"[^>]*value="2026-05-12"/)
    expect(refused.html).toMatch(/name="time"[^>]*value="10:00"/)
    expect(await talkOf(world, talk)).toMatchObject({ status: 'talking', calendar_sequence: 0 })
  })

  test('is told to the other on the page and by mail; one press asks for another, and it holds meanwhile', async () => {
    await setBy('mette', '2026-05-12', '10:15')
    const { sara, mette } = await both()
    expect((await mailsOf(world, talk)).slice(-2)).toEqual(['meets-again to Mette', 'meets-again to Sara'])
    expect(cardOf(await sara.get(urls.home()))).toBe('I mødes igen tirsdag den 12. maj kl. 10.15–11.30')
    expect(wordsOf(await mette.get(urls.conversation(place())))).toContain('Sara har fået besked.')
    const told = await sara.get(urls.conversation(place()))
    expect(wordsOf(told)).toContain('Mette har sat tiden.')
    expect(told.html).toContain(`action="${urls.otherTimes(place())}"`)
    await mette.post(urls.otherTimes(place()), {})
    expect(await talkOf(world, talk)).toMatchObject({ times_wanted_at: null })
    const asked = await sara.post(urls.otherTimes(place()), {})
    expect(wordsOf(asked)).toContain('Du har bedt om en anden tid. Mette har fået besked.')
    expect((await mailsOf(world, talk)).at(-1)).toBe('times-wanted to Mette')
    expect(cardOf(await mette.get(urls.conversation(place())))).toBe('Sara beder om en anden tid')
    expect(await talkOf(world, talk)).toMatchObject({ status: 'agreed', calendar_sequence: 1 })
  })

  test('is kept from the host’s other talks as an agreed one is', async () => {
    const mette = await world.as('mette')
    const invite = urls.planning({ post: world.people.jonas.post })
    const refused = await mette.post(invite, { ...invitationForm, 'day-1': '2026-05-12', 'time-1': '11:00' })
    expect([refused.status, wordsOf(refused).includes('Du har en anden samtale')]).toEqual([422, true])
  })

  test('gives way to one that both have said yes to, and the calendar’s number rises', async () => {
    const { sara, mette } = await both()
    await mette.post(urls.newTime(place()), { 'day-1': '2026-05-19', 'time-1': '13:00' })
    expect(cardOf(await sara.get(urls.home()))).toBe('Mette foreslår en anden tid')
    const [time = ''] = timesIn(await sara.get(urls.newTime(place())))
    await sara.post(urls.timeAnswer(place()), { time })
    expect(await talkOf(world, talk)).toMatchObject({
      starts_at: new Date('2026-05-19T11:00:00Z'),
      time_set_by: null,
      times_wanted_at: null,
      calendar_sequence: 2,
    })
    expect(wordsOf(await sara.get(urls.conversation(place())))).not.toContain('har sat tiden')
  })

  test('S0-45 is no time that somebody of the two can pick in a talk of theirs with another', async () => {
    const time = { 'day-1': '2026-05-19', 'time-1': '13:30', 'day-2': '2026-05-20' }
    const lus = await gentofteInvited(world, 'mette', time)
    const letter = await (await world.as('mette')).get(urls.invitation({ id: lus }))
    expect(slotsIn(letter)).toHaveLength(1)
    expect(wordsOf(letter)).toContain('Ikke ledig længere')
    expect(wordsOf(letter)).not.toContain('Sara')
  })
})

describe('S0-22 the form of a talk is chosen when it is planned', () => {
  const shapes = { one: 'én samtale', several: 'flere små samtaler med én plan' }
  test.each([
    ['nothing chosen', 'amal', {}, 'one'],
    ['several small', 'jonas', { shape: 'several' }, 'several'],
  ] as const)('%s: the letter and the talk’s page say it in a line', async (_, led, fields, shape) => {
    await world.moveTo(new Date('2026-04-02T08:40:00Z'))
    const other = await gentofteInvited(world, led, fields)
    const { rows } = await world.superuser.query('select shape from conversation where id = $1', [other])
    expect(rows).toEqual([{ shape }])
    for (const who of [await world.as(led), await world.as('mette')]) {
      expect(wordsOf(await who.get(urls.invitation({ id: other })))).toContain(`Vi holder ${shapes[shape]}.`)
      expect(wordsOf(await who.get(urls.conversation({ id: other })))).toContain(`I holder ${shapes[shape]}.`)
    }
  })

  test('the page folds the choice with the usual one chosen; a fault keeps what was chosen', async () => {
    const mette = await world.as('mette')
    const post = (await addStaff(world, 'Bo Bay')).post
    const page = (await mette.get(urls.planning({ post }))).html
    expect(page).toMatch(/name="shape" value="one" checked/)
    expect(page.match(/name="shape"/g)).toHaveLength(4)
    expect((await mette.get(urls.planningSeveral())).html.match(/name="shape"/g)).toHaveLength(4)
    const refused = await mette.post(urls.planning({ post }), { length: '75', shape: 'one-and-several' })
    expect(refused.status).toBe(422)
    expect(refused.html).toMatch(/name="shape" value="one-and-several" checked/)
  })

  test('a talk planned as several lies open to be held again, and keeps its form', async () => {
    await at('2026-06-02')
    await world.superuser.query(
      `update conversation set status = 'talking', shape = 'one-and-several' where id = $1`,
      [id],
    )
    const { sara } = await both()
    expect((await sara.get(urls.ending({ id }))).html).toMatch(
      /<details class="fold" open><summary><span class="fold-label">Vi vil hellere mødes igen/,
    )
    await sara.post(urls.meetAgain({ id }), { day: '2026-06-23', time: '13:00' })
    expect(await rowOf('status, shape')).toEqual({ status: 'agreed', shape: 'one-and-several' })
  })
})

test('a concept of one talk does not offer it, and does not take it', async () => {
  const other = await openWorld()
  const talk = await agreed(other, { shape: 'several' })
  const letter = await (await other.as('lone')).get(urls.invitation({ id: talk }))
  expect(wordsOf(letter)).not.toContain('Vi holder')
  await other.moveTo(new Date('2026-04-14T11:05:00Z'))
  const lone = await other.as('lone')
  await lone.post(urls.talk({ id: talk }), {})
  expect(wordsOf(await lone.get(urls.ending({ id: talk })))).not.toContain('mødes igen')
  await lone.post(urls.meetAgain({ id: talk }), { day: '2026-05-12', time: '13:00' })
  const { rows } = await other.superuser.query('select status from conversation where id = $1', [talk])
  expect(rows).toEqual([{ status: 'talking' }])
  await other.close()
})
