import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, localDateOf } from '../../src/domain/day.ts'
import { isGiven } from '../../src/domain/mail-schedule.ts'
import { isMailDay } from '../../src/domain/quiet-hours.ts'
import { daysDue, momentOf, reminderKinds, weekDue } from '../../src/domain/reminders.ts'
import { local } from './living.ts'

// Who gets which letter, and when a talk's reminders are due: pure, by data and over six years of days.

const day = fc.integer({ min: 0, max: 6 * 365 }).map(n => addDays('2026-01-01', n))
const said = (kind: 'three-days' | 'day-before', talk: string) => localDateOf(momentOf(kind, talk))

describe('who gets which letter', () => {
  const none = new Map<string, boolean>()
  const given = (kind: string, role: 'host' | 'participant', own = false, choices = none) =>
    isGiven(kind, { role, own }, choices)

  test('four a talk for whom it is about, a digest for its host', () => {
    for (const kind of ['invitation', 'three-days', 'day-before', 'plan-ready'])
      expect(given(kind, 'participant')).toBe(true)
    for (const kind of ['three-days', 'day-before', 'to-sign', 'plan-ready'])
      expect(given(kind, 'host')).toBe(false)
    expect(given('weekly-digest', 'host')).toBe(true)
  })

  test('the others are offered, and one’s own doing is not told to oneself', () => {
    for (const kind of ['shared', 'themes-sent']) {
      expect([given(kind, 'host'), given(kind, 'participant')]).toEqual([false, false])
      expect(given(kind, 'host', false, new Map([[kind, true]]))).toBe(true)
    }
    expect([given('time-agreed', 'participant', true), given('time-agreed', 'participant')]).toEqual([
      false,
      true,
    ])
  })

  test('a house chooses for itself; without the digest the host gets letters of their own', () => {
    const without = new Map([['weekly-digest', false]])
    for (const kind of ['three-days', 'day-before', 'plan-ready'])
      expect(given(kind, 'host', false, without)).toBe(true)
    expect(given('plan-ready', 'participant', false, new Map([['plan-ready', false]]))).toBe(false)
  })

  test('what has no rule always goes: follow-up, access, deletion', () => {
    expect(given('follow-up-asked', 'host', true, new Map([['weekly-digest', true]]))).toBe(true)
  })
})

describe('a talk’s reminders', () => {
  test('are due three days before and the day before, and earlier over days off', () => {
    expect([said('three-days', '2026-04-16'), said('day-before', '2026-04-16')]).toEqual([
      '2026-04-13',
      '2026-04-15',
    ])
    // A Monday's, a Tuesday's, and the Wednesday after Easter's.
    expect([said('three-days', '2026-04-20'), said('day-before', '2026-04-20')]).toEqual([
      '2026-04-16',
      '2026-04-17',
    ])
    expect([said('three-days', '2026-04-21'), said('day-before', '2026-04-21')]).toEqual([
      '2026-04-17',
      '2026-04-20',
    ])
    expect([said('three-days', '2026-04-08'), said('day-before', '2026-04-08')]).toEqual([
      '2026-04-01',
      '2026-04-07',
    ])
  })

  test('are two, on two days on which mails go, at least three days and one day before', () => {
    fc.assert(
      fc.property(day, talk => {
        const [three, one] = [said('three-days', talk), said('day-before', talk)]
        expect(three < one && one < talk).toBe(true)
        expect(isMailDay(three) && isMailDay(one)).toBe(true)
        expect(daysBetween(three, talk)).toBeGreaterThanOrEqual(3)
        expect(daysBetween(three, talk)).toBeLessThanOrEqual(9)
        expect(momentOf('three-days', talk)).toEqual(local(three, '07:00'))
      }),
    )
  })

  test('are found on their days, each kind of a day for one stretch, and never two kinds at once', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 12 * 24 }), (talk, hoursBefore) => {
        const now = new Date(local(talk, '12:00').getTime() - hoursBefore * 3_600_000)
        const due = reminderKinds.filter(kind => daysDue(kind, now).some(each => each.day === talk))
        const [three, one] = reminderKinds.map(kind => momentOf(kind, talk))
        const should = one && now >= one ? ['day-before'] : three && now >= three ? ['three-days'] : []
        expect(due).toEqual(should)
      }),
      { numRuns: 300 },
    )
  })
})

test('a week’s digest is due on its first day on which mails go, from seven, all day', () => {
  expect(weekDue(local('2026-04-13', '06:59'))).toBeUndefined()
  expect(weekDue(local('2026-04-13', '07:00'))).toBe('2026-04-13')
  expect(weekDue(local('2026-04-13', '23:00'))).toBe('2026-04-13')
  expect(weekDue(local('2026-04-14', '08:00'))).toBeUndefined()
  expect(weekDue(local('2026-04-07', '08:00'))).toBe('2026-04-06')
})
