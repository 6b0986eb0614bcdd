import type { LocalDate } from './day.ts'
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
export const houseClosedOn = (day: LocalDate, weeks: readonly ClosedWeeks[]): ClosedWeeks | undefined =>
  weeks.find(({ from, to }) => from <= day && day <= to)

/** Nothing on a day like any other. */
export function closedOn(day: LocalDate, weeks: readonly ClosedWeeks[]): Closed | undefined {
  if (isHoliday(day)) return 'holiday'
  const closed = houseClosedOn(day, weeks)
  return closed && { house: closed.house }
}

/** Why a day is asked about: nobody is there, and it is not meant all the same. */
export const askedWhy = (day: LocalDate, { closed, meant }: ClosedDays): Closed | undefined =>
  meant.includes(day) ? undefined : closedOn(day, closed)
