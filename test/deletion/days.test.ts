import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import { defaultPeriods, deletionDates, isNoticed, shortened } from '../../src/domain/retention.ts'
import { openWorld, type World } from '../world/people.ts'

// The rule itself: once in the domain, once in the database, and the same.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('T25 each layer has its own day, counted on the calendar', () => {
  expect(deletionDates('2026-04-14')).toEqual({ own: '2026-05-14', talk: '2028-04-14', plan: '2029-04-14' })
  expect(deletionDates('2024-02-29')).toEqual({ own: '2024-03-30', talk: '2026-02-28', plan: '2027-02-28' })
  // Across both changes of summer time a month is a month and thirty days are thirty.
  expect(deletionDates('2026-03-10').own).toBe('2026-04-09')
  expect(deletionDates('2026-10-10').own).toBe('2026-11-09')
})

test('the database reckons as the domain does, on every day of five years and for shorter periods', async () => {
  const days = Array.from({ length: 1830 }, (_, at) => addDays('2024-01-01', at))
  const { superuser, organisation } = world
  for (const periods of [defaultPeriods, { ownDays: 0, talkMonths: 1, planMonths: 13, leftMonths: 0 }]) {
    const { ownDays, talkMonths, planMonths } = periods
    await superuser.query(
      'update organisation set own_days = $2, talk_months = $3, plan_months = $4 where organisation_id = $1',
      [organisation, ownDays, talkMonths, planMonths],
    )
    const { rows } = await superuser.query(
      `select app.last_day($1, 'own', 'closed', d)::text as own, app.last_day($1, 'talk', 'contested', d)::text as talk,
         app.last_day($1, 'plan', 'closed', d)::text as plan from unnest($2::date[]) with ordinality as u(d, n) order by n`,
      [organisation, days],
    )
    expect(rows).toEqual(days.map(day => deletionDates(day, periods)))
  }
})

test('notice is given from fourteen days before until the day itself', () => {
  const around = [-15, -14, -1, 0].map(days => isNoticed('2026-05-14', addDays('2026-05-14', days)))
  expect(around).toEqual([false, true, true, false])
})

test('an organisation may shorten, never lengthen, and writes whole numbers', () => {
  const typed = { ownDays: ' 14', talkMonths: '12', planMonths: '36', leftMonths: '0' }
  expect(shortened(typed)).toEqual({ ownDays: 14, talkMonths: 12, planMonths: 36, leftMonths: 0 })
  const wrong = { ownDays: '31', talkMonths: '-1', planMonths: '', leftMonths: '1,5' }
  expect(shortened(wrong)).toEqual({ refused: ['ownDays', 'talkMonths', 'planMonths', 'leftMonths'] })
})
