/**
 * Days and clock times as people in Denmark live them. Deadlines count local dates, never hours:
 * fourteen days across a change of summer time is fourteen dates, not 336 hours. Instants become
 * local dates at the door, and everything inside reckons with the text of a date.
 */

/** A day in Europe/Copenhagen, written `YYYY-MM-DD`. Two of them sort as text. */
export type LocalDate = string

/** A wall-clock time in Europe/Copenhagen, written `HH:MM`, from `00:00` to `23:59`. */
export type LocalTime = string

const DAY = 86_400_000
const MINUTE = 60_000

const copenhagen = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
  timeZone: 'Europe/Copenhagen',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** The day it is in Copenhagen at an instant (a valid `Date`). */
export function localDateOf(instant: Date): LocalDate {
  const { year, month, day } = wallClock(instant)
  return `${year}-${month}-${day}`
}

/** What the clock in Copenhagen shows at an instant (a valid `Date`); seconds fall away. */
export function localTimeOf(instant: Date): LocalTime {
  const { hour, minute } = wallClock(instant)
  return `${hour}:${minute}`
}

/**
 * The instant when the clock in Copenhagen shows this time on this day.
 * Undefined for a time the clock skips (02:00–02:59 when summer time begins) and for text that is no
 * date or time. An hour shown twice (when summer time ends) is read as the first, still summer time.
 */
export function instantOf(date: LocalDate, time: LocalTime): Date | undefined {
  if (!isLocalDate(date) || !/^\d\d:\d\d$/.test(time)) return undefined
  const wall = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wall)) return undefined
  // The offset changes at most once within a day either side: the right one is one of these two.
  const candidates = [wall - DAY, wall + DAY].map(nearby => new Date(wall - offsetAt(new Date(nearby))))
  return candidates.find(instant => localDateOf(instant) === date && localTimeOf(instant) === time)
}

/** Whether the text is a day of the calendar written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && addDays(text, 0) === text
}

/** The date some whole days later, or earlier when `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const midnight = new Date((dayNumber(date) + days) * DAY)
  const [year, month, day] = [midnight.getUTCFullYear(), midnight.getUTCMonth() + 1, midnight.getUTCDate()]
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The same day so many months later; the 31st becomes the month's last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
  const same = addDays(first, day - 1)
  return same.slice(0, 7) === first.slice(0, 7) ? same : addDays(`${same.slice(0, 7)}-01`, -1)
}

/** Whole days from one date to another: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(date: LocalDate): number {
  // JavaScript counts Sunday as 0.
  return new Date(dayNumber(date) * DAY).getUTCDay() || 7
}

/** The number of the week as calendars in Denmark count it (ISO 8601): the week belongs to its Thursday's year. */
export function weekOf(date: LocalDate): number {
  const thursday = addDays(date, 4 - weekday(date))
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

/** Saturday or Sunday: no mail but login codes goes out (experience.md §2d). */
export function isWeekend(date: LocalDate): boolean {
  return weekday(date) > 5
}

/** The days since 1 January 1970. */
function dayNumber(date: LocalDate): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / DAY
}

/** How far the clock in Copenhagen is ahead of UTC, in milliseconds. */
function offsetAt(instant: Date): number {
  const shown = Date.parse(`${localDateOf(instant)}T${localTimeOf(instant)}:00Z`)
  return shown - Math.floor(instant.getTime() / MINUTE) * MINUTE
}

function wallClock(instant: Date) {
  const shown = new Map(copenhagen.formatToParts(instant).map(part => [part.type, part.value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? ''
  return {
    year: part('year').padStart(4, '0'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}
