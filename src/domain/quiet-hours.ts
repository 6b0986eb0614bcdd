/**
 * When a mail may go (experience.md §2d): from 7 to 17 on a working day, and never while its reader is away or sits in a
 * talk (S3-22). Codes to sign in with are asked for, and go at once.
 */
import { addDays, instantOf, isWeekend, type LocalDate, localDateOf, localTimeOf } from './day.ts'
import { isHoliday } from './holidays.ts'

/** From one moment to another, the last not included. */
export type Period = { from: Date; to: Date }

const opens = '07:00'
const closes = '17:00'

/** The first moment from `wanted` on when a mail may go to somebody who is taken up in these periods. */
export function mailTime(wanted: Date, takenUp: readonly Period[] = []): Date {
  const open = openFrom(wanted)
  const period = takenUp.find(({ from, to }) => from <= open && open < to)
  return period ? mailTime(period.to, takenUp) : open
}

/** A day on which mails go. */
export const isMailDay = (date: LocalDate): boolean => !isWeekend(date) && !isHoliday(date)

function openFrom(wanted: Date): Date {
  const date = localDateOf(wanted)
  const time = localTimeOf(wanted)
  if (isMailDay(date) && time >= opens && time < closes) return wanted
  return openingOf(isMailDay(date) && time < opens ? date : nextMailDay(date))
}

function nextMailDay(date: LocalDate): LocalDate {
  const next = addDays(date, 1)
  return isMailDay(next) ? next : nextMailDay(next)
}

/** Seven in the morning is on every day's clock. */
export const openingOf = (date: LocalDate): Date => instantOf(date, opens) ?? new Date(Number.NaN)
