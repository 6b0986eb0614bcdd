import { addDays, addMonths, type LocalDate } from './day.ts'

// How long each shelf's texts are kept (experience.md §4). An organisation may shorten; a controller's duty may lengthen.

export type DeletionDates = { own: LocalDate; talk: LocalDate; plan: LocalDate }

/** The day each shelf is destroyed, counted from the day the talk was closed. */
export function deletionDates(closedOn: LocalDate): DeletionDates {
  return { own: addDays(closedOn, 30), talk: addMonths(closedOn, 24), plan: addMonths(closedOn, 36) }
}
