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

/** Nothing on a day like any other. */
export function closedOn(day: LocalDate, weeks: readonly ClosedWeeks[]): Closed | undefined {
  if (isHoliday(day)) return 'holiday'
  const closed = weeks.find(({ from, to }) => from <= day && day <= to)
  return closed && { house: closed.house }
}
