import type { Form as ConceptForm } from '../../domain/concept.ts'
import { cleanText } from '../../domain/text.ts'
import type { Form } from '../form.ts'
import { readTimes, shownTimes, type TimeFault, type TypedTime, typedTimes } from './times.ts'

/** The form as it was typed, and as it is meant. */
export type PlanningForm = {
  /** The chosen length: one of the concept's own, or `other`. */
  length: string
  otherLength: string
  minutes: number
  lengthMeant: boolean
  lines: readonly TypedTime[]
  times: readonly { at: number; instant: Date }[]
  timeFaults: readonly TimeFault[]
  where: 'later' | 'here'
  placeTyped: string
  place: string | null
  placeMissing: boolean
  greeting: string
}

/** The page as it opens: the usual length, six empty lines, no place. */
export function unfilled(form: ConceptForm): PlanningForm {
  const usual = form.durationMinutes.usual
  return {
    length: String(usual),
    otherLength: '',
    minutes: usual,
    lengthMeant: false,
    lines: Array.from({ length: shownTimes }, () => ({ day: '', time: '' })),
    times: [],
    timeFaults: [],
    where: 'here',
    placeTyped: '',
    place: null,
    placeMissing: false,
    greeting: '',
  }
}

/** Reads what was sent; judging it is the domain's. */
export function readPlanning(sent: Form, form: ConceptForm): PlanningForm {
  const length = sent.text('length')
  const offered = form.durationMinutes.offered.map(String).includes(length)
  const otherLength = sent.text('otherLength').trim()
  const lines = typedTimes(sent)
  const { times, faults } = readTimes(lines)
  const where = sent.text('where') === 'later' ? 'later' : 'here'
  const placeTyped = cleanText(sent.text('place')).replaceAll(/\s+/g, ' ').trim()
  return {
    length: offered ? length : 'other',
    otherLength,
    minutes: offered ? Number(length) : minutesOf(otherLength),
    lengthMeant: sent.text('lengthMeant') === 'yes',
    lines,
    times,
    timeFaults: faults,
    where,
    placeTyped,
    place: where === 'here' ? placeTyped : null,
    placeMissing: where === 'here' && placeTyped === '',
    greeting: cleanText(sent.text('greeting')),
  }
}

// Figures alone: »1e2« and »7.5« are numbers to a computer, and lengths to nobody.
const minutesOf = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)
