import { addDays, type LocalDate } from './day.ts'

// How long each shelf's texts are kept (experience.md §4). An organisation may shorten; a controller's duty may lengthen.

/** The same day so many months later; the 31st becomes the month's last day. */
function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
  const same = addDays(first, day - 1)
  return same.slice(0, 7) === first.slice(0, 7) ? same : addDays(`${same.slice(0, 7)}-01`, -1)
}

export type DeletionDates = { own: LocalDate; talk: LocalDate; plan: LocalDate }

/** The day each shelf is destroyed, counted from the day the talk was closed. */
export function deletionDates(closedOn: LocalDate): DeletionDates {
  return { own: addDays(closedOn, 30), talk: addMonths(closedOn, 24), plan: addMonths(closedOn, 36) }
}
