import { addDays, addMonths, type LocalDate } from './day.ts'

// How long texts are kept (experience.md §4), counted in days and months on the calendar of Copenhagen. An organisation
// may shorten each period; a talk keeps the days it had when it was closed. app.last_day is the same rule in the database.

/** own: private notes and what was never shared · talk: shared answers, scores, conclusions · plan: the plan and remarks. */
export const layers = ['own', 'talk', 'plan'] as const
export type Layer = (typeof layers)[number]
export type DeletionDates = Readonly<Record<Layer, LocalDate>>

export type Periods = {
  /** After closing or cancelling. */
  ownDays: number
  /** After closing, at most: with next year's plan closed it ends before. */
  talkMonths: number
  planMonths: number
  /** After the one it is about has left; then the talk's texts go with the plan. */
  leftMonths: number
}
export type Period = keyof Periods

export const defaultPeriods: Readonly<Periods> = {
  ownDays: 30,
  talkMonths: 24,
  planMonths: 36,
  leftMonths: 6,
}
const periodNames: readonly Period[] = ['ownDays', 'talkMonths', 'planMonths', 'leftMonths']

/** How long before a text is deleted people are told (T25). */
const noticeDays = 14

/** How long a file that was looked through waits to be put in place; app.forget_files is the same rule in the database. */
export const fileDays = 7

/** The day on which nothing of such a file is left. */
export const forgottenOn = (readOn: LocalDate): LocalDate => addDays(readOn, fileDays)

/** The day each layer is deleted, counted from the day the talk was closed. */
export function deletionDates(closedOn: LocalDate, periods: Periods = defaultPeriods): DeletionDates {
  return {
    own: addDays(closedOn, periods.ownDays),
    talk: addMonths(closedOn, periods.talkMonths),
    plan: addMonths(closedOn, periods.planMonths),
  }
}

/** Whether it is time to say on the page that a text goes soon. */
export const isNoticed = (on: LocalDate, today: LocalDate) => on > today && on <= addDays(today, noticeDays)

/** The periods an organisation wishes, typed as whole numbers; refused by name where one is none, or too long. */
export function shortened(typed: Readonly<Record<Period, string>>): Periods | { refused: readonly Period[] } {
  const refused = periodNames.filter(name => !fits(name, typed[name].trim()))
  if (refused.length > 0) return { refused }
  const of = (name: Period) => Number(typed[name].trim())
  return {
    ownDays: of('ownDays'),
    talkMonths: of('talkMonths'),
    planMonths: of('planMonths'),
    leftMonths: of('leftMonths'),
  }
}

const fits = (name: Period, typed: string) => /^\d{1,3}$/.test(typed) && Number(typed) <= defaultPeriods[name]
