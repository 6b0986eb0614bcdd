import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf, isWeekend, localDateOf, localTimeOf } from '../../src/domain/day.ts'
import { isHoliday } from '../../src/domain/holidays.ts'
import { mailTime, type Period } from '../../src/domain/quiet-hours.ts'

const local = (date: string, time: string) => instantOf(date, time) ?? new Date(Number.NaN)
const said = (instant: Date) => `${localDateOf(instant)} ${localTimeOf(instant)}`
const from = (date: string, time: string) => said(mailTime(local(date, time)))

describe('the days off in Denmark', () => {
  test('are those of the calendar', () => {
    const of = (year: number) =>
      Array.from({ length: 366 }, (_, day) => addDays(`${year}-01-01`, day)).filter(
        date => date.startsWith(`${year}`) && isHoliday(date),
      )
    expect(of(2026).map(date => date.slice(5))).toEqual([
      ...['01-01', '04-02', '04-03', '04-05', '04-06', '05-14', '05-24', '05-25', '06-05'],
      ...['12-24', '12-25', '12-26', '12-31'],
    ])
    expect(of(2038)).toContain('2038-04-25')
    expect(of(2027)).toContain('2027-03-28')
  })

  test('Easter falls as the church has reckoned it', () => {
    const easters = {
      2024: '03-31',
      2025: '04-20',
      2028: '04-16',
      2030: '04-21',
      2035: '03-25',
      2049: '04-18',
    }
    for (const [year, date] of Object.entries(easters)) {
      expect(isHoliday(`${year}-${date}`)).toBe(true)
      expect(isHoliday(addDays(`${year}-${date}`, 1))).toBe(true)
      expect(isHoliday(addDays(`${year}-${date}`, 2))).toBe(false)
      expect(isHoliday(addDays(`${year}-${date}`, -1))).toBe(false)
    }
  })
})

describe('a mail goes', () => {
  test('at once from seven until five on a working day', () => {
    for (const time of ['07:00', '10:42', '16:59'])
      expect(from('2026-04-14', time)).toBe(`2026-04-14 ${time}`)
  })

  test('at seven, when it was made at night, in the weekend or on a day off', () => {
    expect(from('2026-04-14', '06:59')).toBe('2026-04-14 07:00')
    expect(from('2026-04-14', '17:00')).toBe('2026-04-15 07:00')
    expect(from('2026-04-17', '21:00')).toBe('2026-04-20 07:00')
    expect(from('2026-04-01', '18:00')).toBe('2026-04-07 07:00')
    expect(from('2026-12-23', '20:00')).toBe('2026-12-28 07:00')
  })

  test('at seven on both sides of a change of summer time', () => {
    expect(from('2026-03-28', '12:00')).toBe('2026-03-30 07:00')
    expect(mailTime(local('2026-03-28', '12:00')).toISOString()).toBe('2026-03-30T05:00:00.000Z')
    expect(mailTime(local('2026-10-24', '12:00')).toISOString()).toBe('2026-10-26T06:00:00.000Z')
  })

  test('S3-22 after the talk one sits in, and after one’s leave', () => {
    const talk = { from: local('2026-04-14', '13:00'), to: local('2026-04-14', '14:15') }
    const leave = { from: local('2026-04-14', '00:00'), to: local('2026-04-18', '00:00') }
    expect(said(mailTime(local('2026-04-14', '13:00'), [talk]))).toBe('2026-04-14 14:15')
    expect(said(mailTime(local('2026-04-14', '12:59'), [talk]))).toBe('2026-04-14 12:59')
    expect(said(mailTime(local('2026-04-14', '08:00'), [talk, leave]))).toBe('2026-04-20 07:00')
    const late = { from: local('2026-04-14', '16:00'), to: local('2026-04-14', '17:15') }
    expect(said(mailTime(local('2026-04-14', '16:30'), [late]))).toBe('2026-04-15 07:00')
  })
})

const instants = fc.date({
  min: new Date('2026-01-01T00:00Z'),
  max: new Date('2031-12-31T00:00Z'),
  noInvalidDate: true,
})
const periods = (near: Date) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -3000, max: 20_000 }), fc.integer({ min: 1, max: 9000 }))
      .map(([start, minutes]): Period => {
        const begins = new Date(near.getTime() + start * 60_000)
        return { from: begins, to: new Date(begins.getTime() + minutes * 60_000) }
      }),
    { maxLength: 5 },
  )
const wishes = instants.chain(wanted => fc.tuple(fc.constant(wanted), periods(wanted)))

/** Written anew from the page of rules, by day and clock alone. */
function allowed(instant: Date, takenUp: readonly Period[]) {
  const [date, hour] = [localDateOf(instant), Number(localTimeOf(instant).slice(0, 2))]
  const free = takenUp.every(period => instant < period.from || instant >= period.to)
  return free && hour >= 7 && hour < 17 && !isWeekend(date) && !isHoliday(date)
}

describe('whenever a mail is made', () => {
  test('it goes in an allowed hour, not before it was made, and at no earlier allowed minute', () => {
    fc.assert(
      fc.property(wishes, ([wanted, takenUp]) => {
        const goes = mailTime(wanted, takenUp)
        expect(goes >= wanted).toBe(true)
        expect(allowed(goes, takenUp)).toBe(true)
        const minutes = Math.min(2000, Math.floor((goes.getTime() - wanted.getTime()) / 60_000))
        for (let back = 1; back <= minutes; back += 7)
          expect(allowed(new Date(goes.getTime() - back * 60_000), takenUp)).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  test('a mail that may go now goes now, so holding it twice is holding it once', () => {
    fc.assert(
      fc.property(wishes, ([wanted, takenUp]) => {
        const goes = mailTime(wanted, takenUp)
        expect(mailTime(goes, takenUp)).toEqual(goes)
      }),
    )
  })
})
