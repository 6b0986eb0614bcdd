/**
 * Dates and times as they are said and as they are typed, in both languages (experience.md §6b).
 * A date never breaks between day and month, nor "kl." from its time, so those spaces hold.
 */
import {
  daysBetween,
  isLocalDate,
  type LocalDate,
  type LocalTime,
  localDateOf,
  localTimeOf,
  weekday,
} from './day.ts'

type Language = 'da' | 'en'

/** Why a typed date was not read; the page says what to write instead. */
export type DateRefusal = { refused: 'unreadable-date' | 'unclear-year' | 'no-such-day' }

const NO_BREAK = '\u00A0'

const WEEKDAYS = {
  da: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const MONTHS = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** "kl. 9.30", "at 9.30". */
export function sayTime(time: LocalTime, language: Language): string {
  return `${language === 'da' ? 'kl.' : 'at'}${NO_BREAK}${dotted(time)}`
}

/** "kl. 13.00–14.15", "13.00–14.15". */
export function sayTimes(from: LocalTime, to: LocalTime, language: Language): string {
  return `${language === 'da' ? sayTime(from, language) : dotted(from)}–${dotted(to)}`
}

/** "14. april", "14 April". */
export function sayDayAndMonth(date: LocalDate, language: Language): string {
  const [, month, day] = date.split('-').map(Number)
  return `${day}${language === 'da' ? '.' : ''}${NO_BREAK}${MONTHS[language][Number(month) - 1]}`
}

/** A date in the parts of a date block: "tirsdag", "14.", "april". */
export function dayParts(
  date: LocalDate,
  language: Language,
): { weekday: string; day: string; month: string } {
  const [, month, day] = date.split('-').map(Number)
  return {
    weekday: WEEKDAYS[language][weekday(date) - 1] ?? '',
    day: `${day}${language === 'da' ? '.' : ''}`,
    month: MONTHS[language][Number(month) - 1] ?? '',
  }
}

/** "tirsdag", "Tuesday": 1 for Monday to 7 for Sunday. */
export const weekdayName = (day: number, language: Language): string => WEEKDAYS[language][day - 1] ?? ''

/** "tirsdag den 14. april", "Tuesday 14 April". */
export function sayDay(date: LocalDate, language: Language): string {
  const name = WEEKDAYS[language][weekday(date) - 1]
  return `${name} ${language === 'da' ? 'den ' : ''}${sayDayAndMonth(date, language)}`
}

/** "14. april 2026", "14 April 2026". */
export function sayDate(date: LocalDate, language: Language): string {
  return `${sayDayAndMonth(date, language)} ${Number(date.slice(0, 4))}`
}

/** "14. april 2026 kl. 14.28", "14 April 2026 at 14.28". */
export function sayMoment(instant: Date, language: Language): string {
  return `${sayDate(localDateOf(instant), language)} ${sayTime(localTimeOf(instant), language)}`
}

/** When something was done, as one says it now: "kl. 14.28" today, else "den 14. april kl. 14.28". */
export function sayDone(instant: Date, now: Date, language: Language): string {
  const [date, time] = [localDateOf(instant), sayTime(localTimeOf(instant), language)]
  if (date === localDateOf(now)) return time
  return `${language === 'da' ? 'den ' : ''}${sayDayAndMonth(date, language)} ${time}`
}

/** "tirsdag den 14. april kl. 13.00–14.15", "Tuesday 14 April, 13.00–14.15": when a talk of some minutes is. */
export function sayTalkTime(startsAt: Date, minutes: number, language: Language): string {
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  const times = sayTimes(localTimeOf(startsAt), localTimeOf(endsAt), language)
  return `${sayDay(localDateOf(startsAt), language)}${language === 'da' ? '' : ','} ${times}`
}

/** "tirsdag den 7. april kl. 7.00" */
export const sayDayAt = (instant: Date, language: Language): string =>
  `${sayDay(localDateOf(instant), language)} ${sayTime(localTimeOf(instant), language)}`

const SOON = { da: ['i dag', 'i morgen'], en: ['today', 'tomorrow'] }

/** When something to come is, as one says it now: "i dag kl. 14.15", "mandag kl. 7.00", "mandag den 27. april kl. 7.00". */
export function sayComing(instant: Date, now: Date, language: Language): string {
  const date = localDateOf(instant)
  const ahead = daysBetween(localDateOf(now), date)
  const near =
    SOON[language][ahead] ?? (ahead > 0 && ahead < 7 ? WEEKDAYS[language][weekday(date) - 1] : undefined)
  return `${near ?? sayDay(date, language)} ${sayTime(localTimeOf(instant), language)}`
}

/** "75 minutter", "75 minutes": as the host chose it. */
export const sayLength = (minutes: number, language: Language): string =>
  `${minutes} ${language === 'da' ? 'minutter' : 'minutes'}`

const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)$/
const NUMBERS = /^(?<day>\d\d?)(?:[-/.]| |\. )(?<month>\d\d?)(?:(?:[-/.]| |\. )(?<year>\d+))?$/
const IN_WORDS = /^(?:den )?(?<day>\d\d?)\.? ?(?<month>\p{L}{3,})\.?(?: (?<year>\d+))?$/u

/**
 * Reads a date as people type it, day before month: "14. april 2026", "14/4-2026", "14-04-2026",
 * "2026-04-14", also with the month in English or cut to "apr.". The year has four digits, from 1900
 * to 2199, because "14/4-26" can be read two ways.
 */
export function parseDate(text: string): LocalDate | DateRefusal {
  const typed = text.replace(/\s+/g, ' ').trim().toLowerCase()
  const found = YEAR_FIRST.exec(typed) ?? NUMBERS.exec(typed) ?? IN_WORDS.exec(typed)
  const { year = '', month = '', day = '' } = found?.groups ?? {}
  const monthNumber = monthOf(month)
  if (!monthNumber) return { refused: 'unreadable-date' }
  if (!/^(?:19|20|21)\d\d$/.test(year)) return { refused: 'unclear-year' }
  const date = `${year}-${monthNumber}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : { refused: 'no-such-day' }
}

/** Reads a clock time as people type it: "13.00", "kl. 9.30", "09:30". A bare hour is not enough. */
export function parseTime(text: string): LocalTime | { refused: 'unreadable-time' } {
  const found = /^(?:kl\.?\s*)?(?<hour>[01]?\d|2[0-3])[.:](?<minute>[0-5]\d)$/i.exec(text.trim())
  const { hour, minute } = found?.groups ?? {}
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : { refused: 'unreadable-time' }
}

/** The month as two digits, from its number or the beginning of its name; undefined for neither. */
function monthOf(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text.padStart(2, '0')
  const named = [MONTHS.da, MONTHS.en].map(names =>
    names.findIndex(name => name.toLowerCase().startsWith(text)),
  )
  const index = text ? Math.max(...named) : -1
  return index < 0 ? undefined : String(index + 1).padStart(2, '0')
}

/** "13.00" of "13:00", "9.30" of "09:30". */
function dotted(time: LocalTime): string {
  return time.replace(/^0(?=\d)/, '').replace(':', '.')
}
