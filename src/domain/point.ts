// A point of the plan while it is talked through: what, goal, how, when and the host's support (S3-07, S3-08, S3-29).
// Nothing of it is required here; what is left open is asked about once, when the text is frozen.

import type { Competence, Form, PlanHead, Words } from './concept.ts'
import type { LocalDate } from './day.ts'
import { parseDate } from './day-words.ts'

export type Point = Readonly<Record<PlanHead, string>> & {
  /** Which of the concept's competences its goal is about, by id; '' where none is chosen (S0-18). */
  readonly competence: string
  /** The day behind `when`, where there is one. */
  readonly until: LocalDate | null
  /** How the host supports it. */
  readonly support: string
  /** »Jeg klarer det selv«: an answer too, and it may stand beside a line of support. */
  readonly alone: boolean
}

/** A point where it stands in the plan; `version` rises with each save of its text. */
export type PlacedPoint = { readonly id: string; readonly version: number; readonly point: Point }

export const emptyPoint: Point = {
  what: '',
  goal: '',
  how: '',
  when: '',
  competence: '',
  until: null,
  support: '',
  alone: false,
}

export const pointTexts = ['what', 'goal', 'how', 'when', 'support'] as const

export function samePoint(one: Point, other: Point): boolean {
  const sameTexts = pointTexts.every(name => one[name] === other[name])
  const sameRest = one.until === other.until && one.alone === other.alone
  return sameTexts && sameRest && one.competence === other.competence
}

export const isEmptyPoint = (point: Point): boolean => samePoint(point, emptyPoint)

/** S0-18: what a point's competence is called; nothing where none of these is chosen. */
export function competenceOf(
  { competence }: Point,
  competences: readonly Competence[] = [],
): Words | undefined {
  return competences.find(({ id }) => id === competence)?.words
}

/** S3-14: a date past, or further ahead than the concept's plan goes, is asked about; it is never refused. */
export function oddDate(
  { planMonths }: Form,
  until: LocalDate,
  today: LocalDate,
): 'past' | 'far' | undefined {
  if (until < today) return 'past'
  return until > monthsAhead(today, planMonths) ? 'far' : undefined
}

/** What is to be asked about when a point is: its date, as {@link oddDate} has it, or that it ends before it begins. */
export function oddTime(form: Form, { when, until }: Point, today: LocalDate) {
  if (until === null) return undefined
  const start = startIn(when, today)
  return start !== undefined && until < start ? ('before-start' as const) : oddDate(form, until, today)
}

const startWords =
  /\b(?:fra|from|start\w*|begynde\w*|begin\w*)\D{0,12}(\d{1,2})\.? ?([a-zæøå]{3,})\.?(?: (\d{4}))?/i

/** »Fra 1. december«, in one's own words: without a year the first such day from two months ago on. */
function startIn(when: string, today: LocalDate): LocalDate | undefined {
  const [, day, month, year] = startWords.exec(when) ?? []
  if (day === undefined) return undefined
  const thisYear = Number(today.slice(0, 4))
  const years = year ? [Number(year)] : [thisYear - 1, thisYear, thisYear + 1]
  return years
    .map(each => parseDate(`${day}. ${month} ${each}`))
    .filter(date => typeof date === 'string')
    .find(date => year !== undefined || date >= monthsAhead(today, -2))
}

// Dates sort as text, also one that its month does not have: 31 June lies after the 30th and before July.
function monthsAhead(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const total = year * 12 + month - 1 + months
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(total / 12)}-${two((total % 12) + 1)}-${two(day)}`
}

/** S3-24: there is no most; from the fourth point on we say that fewer are easier to reach. */
export const manyPoints = (count: number): boolean => count >= 4

/** »Gør til punkt«: a new point saying what, unless one says it already. */
export function pointFrom(conclusion: string, points: readonly PlacedPoint[]): Point | undefined {
  const what = conclusion.trim()
  const said = points.some(({ point }) => point.what === what)
  return what === '' || said ? undefined : { ...emptyPoint, what }
}

/** The ids in their new order when one moves a place up or down; as they were when it cannot. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= ids.length) return ids
  return ids.with(from, ids[to] ?? id).with(to, id)
}
