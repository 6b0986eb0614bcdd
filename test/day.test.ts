import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  instantOf,
  isLocalDate,
  isWeekend,
  localDateOf,
  localTimeOf,
  weekday,
} from '../src/domain/day.ts'
import {
  parseDate,
  parseTime,
  sayDate,
  sayDay,
  sayDone,
  sayMoment,
  sayTalkTime,
  sayTime,
  sayTimes,
} from '../src/domain/day-words.ts'

const HOUR = 3_600_000
const instants = fc.date({
  min: new Date('1996-01-01T00:00Z'),
  max: new Date('2090-12-31T00:00Z'),
  noInvalidDate: true,
})
const dates = instants.map(localDateOf)

/** The last Sunday of a month, found without the code under test. */
function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0))
  last.setUTCDate(last.getUTCDate() - last.getUTCDay())
  return last.toISOString().slice(0, 10)
}

describe('a day in Copenhagen', () => {
  test('begins at midnight there, not in UTC', () => {
    expect(localDateOf(new Date('2026-01-31T22:59:59Z'))).toBe('2026-01-31')
    expect(localDateOf(new Date('2026-01-31T23:00:00Z'))).toBe('2026-02-01')
    expect(localDateOf(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
    expect(localDateOf(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
    expect(localTimeOf(new Date('2026-06-30T22:00:59Z'))).toBe('00:00')
  })

  test('every instant is found again from its date and time, the repeated hour as the first one', () => {
    fc.assert(
      fc.property(instants, instant => {
        const minute = Math.floor(instant.getTime() / 60_000) * 60_000
        const date = localDateOf(instant)
        const time = localTimeOf(instant)
        const isRepeat = localTimeOf(new Date(minute - HOUR)) === time
        expect(instantOf(date, time)?.getTime()).toBe(isRepeat ? minute - HOUR : minute)
      }),
    )
  })

  test('02:00 to 02:59 does not exist when summer time begins', () => {
    for (let year = 1996; year <= 2060; year++) {
      const date = lastSunday(year, 3)
      expect(instantOf(date, '01:59')).toEqual(new Date(`${date}T00:59:00Z`))
      expect(instantOf(date, '02:00')).toBeUndefined()
      expect(instantOf(date, '02:59')).toBeUndefined()
      expect(instantOf(date, '03:00')).toEqual(new Date(`${date}T01:00:00Z`))
    }
  })

  test('02:00 to 02:59 comes twice when summer time ends, and the first is meant', () => {
    for (let year = 1996; year <= 2060; year++) {
      const date = lastSunday(year, 10)
      expect(instantOf(date, '02:00')).toEqual(new Date(`${date}T00:00:00Z`))
      expect(instantOf(date, '02:59')).toEqual(new Date(`${date}T00:59:00Z`))
      expect(localTimeOf(new Date(`${date}T01:30:00Z`))).toBe('02:30')
      expect(instantOf(date, '03:00')).toEqual(new Date(`${date}T02:00:00Z`))
    }
  })

  test.each([
    ['2026-02-29', '12:00'],
    ['2026-13-01', '12:00'],
    ['2026-04-31', '12:00'],
    ['2026-04-14', '24:00'],
    ['2026-04-14', '12:60'],
    ['2026-04-14', 'noon'],
    ['+275760-09-13', '00:00'],
    ['', ''],
  ])('%s %s is no instant', (date, time) => {
    expect(instantOf(date, time)).toBeUndefined()
  })
})

describe('reckoning with dates', () => {
  test('S0-51 fourteen days across the end of summer time are fourteen dates', () => {
    const asked = localDateOf(new Date('2026-10-20T21:30:00Z'))
    expect(asked).toBe('2026-10-20')
    expect(addDays(asked, 14)).toBe('2026-11-03')
    expect(instantOf(addDays(asked, 14), '23:30')).toEqual(new Date('2026-11-03T22:30:00Z'))
  })

  test('leap days are days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2028-02-29', 365)).toBe('2029-02-28')
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(localDateOf(new Date('2028-02-28T23:00:00Z'))).toBe('2028-02-29')
    expect(isLocalDate('2028-02-29')).toBe(true)
    expect(isLocalDate('2027-02-29')).toBe(false)
  })

  test('going some days and back ends where it began, and the distance is what was gone', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const there = addDays(date, days)
        expect(daysBetween(date, there)).toBe(days)
        expect(addDays(there, -days)).toBe(date)
        expect(there > date).toBe(days > 0)
        expect(Math.abs((weekday(there) - weekday(date) - days) % 7)).toBe(0)
      }),
    )
  })

  test('the week begins on Monday and ends in two days off', () => {
    const week = [
      '2026-04-13',
      '2026-04-14',
      '2026-04-15',
      '2026-04-16',
      '2026-04-17',
      '2026-04-18',
      '2026-04-19',
    ]
    expect(week.map(weekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(week.filter(isWeekend)).toEqual(['2026-04-18', '2026-04-19'])
    expect(weekday('1969-12-28')).toBe(7)
  })
})

describe('dates and times as they are said', () => {
  const startsAt = new Date('2026-04-14T11:00:00Z')

  test('in Danish', () => {
    expect(sayTime('10:42', 'da')).toBe('kl.\u00A010.42')
    expect(sayTime('09:30', 'da')).toBe('kl.\u00A09.30')
    expect(sayTime('00:05', 'da')).toBe('kl.\u00A00.05')
    expect(sayTimes('13:00', '14:15', 'da')).toBe('kl.\u00A013.00–14.15')
    expect(sayDay('2026-04-14', 'da')).toBe('tirsdag den 14.\u00A0april')
    expect(sayDate('2026-04-14', 'da')).toBe('14.\u00A0april 2026')
    expect(sayMoment(new Date('2026-04-14T12:28:00Z'), 'da')).toBe('14.\u00A0april 2026 kl.\u00A014.28')
    expect(sayDone(startsAt, new Date('2026-04-14T21:59:00Z'), 'da')).toBe('kl.\u00A013.00')
    expect(sayDone(startsAt, new Date('2026-04-14T22:00:00Z'), 'da')).toBe(
      'den 14.\u00A0april kl.\u00A013.00',
    )
    expect(sayTalkTime(startsAt, 75, 'da')).toBe('tirsdag den 14.\u00A0april kl.\u00A013.00–14.15')
  })

  test('in English', () => {
    expect(sayTime('10:42', 'en')).toBe('at\u00A010.42')
    expect(sayTimes('13:00', '14:15', 'en')).toBe('13.00–14.15')
    expect(sayDay('2026-04-14', 'en')).toBe('Tuesday 14\u00A0April')
    expect(sayDate('2026-04-14', 'en')).toBe('14\u00A0April 2026')
    expect(sayMoment(new Date('2026-04-14T12:28:00Z'), 'en')).toBe('14\u00A0April 2026 at\u00A014.28')
    expect(sayTalkTime(startsAt, 75, 'en')).toBe('Tuesday 14\u00A0April, 13.00–14.15')
  })

  test('weekdays and months are named as Denmark and Britain name them', () => {
    const danish = new Intl.DateTimeFormat('da', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    const english = new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    fc.assert(
      fc.property(dates, date => {
        const midday = new Date(`${date}T12:00:00Z`)
        expect(sayDay(date, 'da').replace('\u00A0', ' ').replace(' den', '')).toBe(danish.format(midday))
        expect(sayDay(date, 'en').replace('\u00A0', ' ')).toBe(english.format(midday).replace(',', ''))
      }),
    )
  })
})

describe('dates and times as they are typed', () => {
  test.each([
    '14. april 2026',
    '14/4-2026',
    '14-04-2026',
    '2026-04-14',
    '14.4.2026',
    '14/4/2026',
    '14 4 2026',
    '14. 4. 2026',
    '  14.\u00A0April   2026 ',
    'den 14. apr. 2026',
    '14 April 2026',
  ])('"%s" is 14 April 2026', typed => {
    expect(parseDate(typed)).toBe('2026-04-14')
  })

  test.each([
    ['31. april 2026', 'no-such-day'],
    ['29/2-2027', 'no-such-day'],
    ['4/14/2026', 'no-such-day'],
    ['0. maj 2026', 'no-such-day'],
    ['14. april', 'unclear-year'],
    ['14/4-26', 'unclear-year'],
    ['14/4-20266', 'unclear-year'],
    ['14/4-1026', 'unclear-year'],
    ['på tirsdag', 'unreadable-date'],
    ['14. aprilsnar 2026', 'unreadable-date'],
    ['260414', 'unreadable-date'],
    ['', 'unreadable-date'],
  ])('"%s" is refused: %s', (typed, refused) => {
    expect(parseDate(typed)).toEqual({ refused })
  })

  test('what we say is read back, in both languages', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('da' as const, 'en' as const), (date, language) => {
        expect(parseDate(sayDate(date, language))).toBe(date)
      }),
    )
  })

  test('no text makes the reading stumble, and whatever is read is a day', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), typed => {
        const read = parseDate(typed)
        expect(typeof read === 'string' ? isLocalDate(read) : read.refused).toBeTruthy()
      }),
    )
  })

  test('times with a point or a colon are read, bare hours are not', () => {
    expect(['13.00', 'kl. 9.30', '09:30', 'kl 0.05'].map(parseTime)).toEqual([
      '13:00',
      '09:30',
      '09:30',
      '00:05',
    ])
    for (const typed of ['24.00', '12.60', '13', 'middag', '']) {
      expect(parseTime(typed)).toEqual({ refused: 'unreadable-time' })
    }
  })
})
