import type { Form as ConceptForm, Shape } from '../../domain/concept.ts'
import type { LocalDate } from '../../domain/day.ts'
import { shapesOf, usualShape } from '../../domain/sitting.ts'
import { cleanText } from '../../domain/text.ts'
import { several } from '../../words/planning-several.ts'
import type { Language } from '../../words/words.ts'
import type { Form } from '../form.ts'
import { readTimes, shownTimes, type TimeFault, type TypedTime, typedTimes } from './times.ts'

/** What is the same for one and for several: length, place and the host's line. */
export type CommonForm = {
  /** The chosen length: one of the concept's own, or `other`. */
  length: string
  otherLength: string
  minutes: number
  lengthMeant: boolean
  shape: Shape
  where: 'later' | 'here' | 'walk'
  placeTyped: string
  place: string | null
  placeMissing: boolean
  greeting: string
}

/** The form as it was typed, and as it is meant. */
export type PlanningForm = CommonForm & {
  lines: readonly TypedTime[]
  times: readonly { at: number; instant: Date }[]
  timeFaults: readonly TimeFault[]
  meant: readonly LocalDate[]
}

/** The page as it opens: the usual length, no place. */
export function unfilledCommon(form: ConceptForm): CommonForm {
  const usual = form.durationMinutes.usual
  const place = { where: 'here', placeTyped: '', place: null, placeMissing: false } as const
  return {
    length: String(usual),
    otherLength: '',
    minutes: usual,
    lengthMeant: false,
    shape: usualShape(form),
    ...place,
    greeting: '',
  }
}

/** The same with its empty lines. */
export const unfilled = (form: ConceptForm): PlanningForm => ({
  ...unfilledCommon(form),
  lines: Array.from({ length: shownTimes }, () => ({ day: '', time: '' })),
  times: [],
  timeFaults: [],
  meant: [],
})

/** Reads what was sent; judging it is the domain's. */
export function readPlanning(sent: Form, form: ConceptForm, language: Language): PlanningForm {
  const lines = typedTimes(sent)
  const { times, faults, meant } = readTimes(lines)
  return { ...readCommon(sent, form, language), lines, times, timeFaults: faults, meant }
}

export function readCommon(sent: Form, form: ConceptForm, language: Language): CommonForm {
  const length = sent.text('length')
  const offered = form.durationMinutes.offered.map(String).includes(length)
  const otherLength = sent.text('otherLength').trim()
  return {
    length: offered ? length : 'other',
    otherLength,
    minutes: offered ? Number(length) : minutesOf(otherLength),
    lengthMeant: sent.text('lengthMeant') === 'yes',
    shape: shapesOf(form).find(shape => shape === sent.text('shape')) ?? usualShape(form),
    ...readPlace(sent, language),
    greeting: cleanText(sent.text('greeting')),
  }
}

/** A place on one line, as it stands in a mail and a calendar. */
export const placeIn = (sent: Form): string => cleanText(sent.text('place')).replaceAll(/\s+/g, ' ').trim()

// S0-31: a talk may be a walk. What stands in the mail and the calendar is the word in the host's language.
function readPlace(sent: Form, language: Language) {
  const where = wheres.find(each => each === sent.text('where')) ?? 'here'
  const placeTyped = placeIn(sent)
  const place = { here: placeTyped, walk: several[language].walk, later: null }[where]
  return { where, placeTyped, place, placeMissing: where === 'here' && placeTyped === '' }
}

const wheres = ['here', 'walk', 'later'] as const

// Figures alone: »1e2« and »7.5« are numbers to a computer, and lengths to nobody.
const minutesOf = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)
