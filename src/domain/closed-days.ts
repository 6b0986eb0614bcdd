import { addDays, type LocalDate } from './day.ts'
import { isHoliday } from './holidays.ts'

/** A house's days without anybody, both included. */
export type ClosedWeeks = {
  readonly id: string
  readonly house: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Why nobody is expected on a day: all of Denmark has it off, or a house has closed. */
export type Closed = 'holiday' | { readonly house: string }

/** When the houses have nobody there, and the days that are meant all the same. */
export type ClosedDays = { readonly closed: readonly ClosedWeeks[]; readonly meant: readonly LocalDate[] }

/** The weeks in which a house has closed on this day. */
const houseClosedOn = (day: LocalDate, weeks: readonly ClosedWeeks[]): ClosedWeeks | undefined =>
  weeks.find(({ from, to }) => from <= day && day <= to)

/** So many days on, those not counted on which the house is closed. A loop: it may be closed for longer than a stack is deep. */
export function openDayOn(from: LocalDate, days: number, weeks: readonly ClosedWeeks[]): LocalDate {
  let day = from
  for (let left = days; left > 0; left -= houseClosedOn(day, weeks) ? 0 : 1) day = addDays(day, 1)
  return day
}

/** Nothing on a day like any other. */
export function closedOn(day: LocalDate, weeks: readonly ClosedWeeks[]): Closed | undefined {
  if (isHoliday(day)) return 'holiday'
  const closed = houseClosedOn(day, weeks)
  return closed && { house: closed.house }
}

/** Why a day is asked about: nobody is there, and it is not meant all the same. */
export const askedWhy = (day: LocalDate, { closed, meant }: ClosedDays): Closed | undefined =>
  meant.includes(day) ? undefined : closedOn(day, closed)
