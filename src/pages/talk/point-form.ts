import type { Form as ConceptForm } from '../../domain/concept.ts'
import { parseDate } from '../../domain/day-words.ts'
import { jointLimit } from '../../domain/joint.ts'
import { emptyPoint, type Point, pointTexts } from '../../domain/point.ts'
import { cleanText, tooLong } from '../../domain/text.ts'
import type { Form } from '../form.ts'
import { markOf, versionIn } from './joint-fields.ts'

// A point is sent as `p.<id>.what`, `.goal` and so on, with `.version` and the mark `.shown` of what the page showed.

export type PointFault = { field: string; rule: 'too-long' | 'no-date' }

/** A point as it was typed; `day` is the text of its date field, readable or not. */
export type TypedPoint = {
  id: string
  version: number
  point: Point
  day: string
  untouched: boolean
  faults: readonly PointFault[]
}

/** The names of a point's fields begin with this. */
export const prefixOf = (id: string) => `p.${id}`

/** The mark of a point as a page shows it. */
export const pointMark = (version: number, point: Point) => {
  const { what, goal, how, when, until, support, alone, competence } = point
  return markOf(version, JSON.stringify([what, goal, how, when, until, support, alone, competence]))
}

const versionName = /^p\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.version$/

/** Every point that came along, also one that has been removed meanwhile. */
export function typedPoints(form: Form, concept: ConceptForm): TypedPoint[] {
  return form.names().flatMap(name => {
    const id = versionName.exec(name)?.[1]
    const version = id && versionIn(form, prefixOf(id))
    return id && version !== undefined && version !== '' ? [readPoint(form, id, version, concept)] : []
  })
}

function readPoint(form: Form, id: string, version: number, concept: ConceptForm): TypedPoint {
  const prefix = prefixOf(id)
  const text = (name: string) => cleanText(form.text(`${prefix}.${name}`))
  const day = text('until').trim()
  const date = day === '' ? null : parseDate(day)
  const until = date === null || typeof date === 'string' ? date : null
  const texts = Object.fromEntries(pointTexts.map(name => [name, text(name)]))
  const alone = form.text(`${prefix}.alone`) === 'yes'
  const competence = chosenIn(concept, form.text(`${prefix}.competence`))
  const point: Point = { ...emptyPoint, ...texts, competence, until, alone }
  const long = pointTexts.filter(name => tooLong(point[name], jointLimit))
  const faults: PointFault[] = long.map(name => ({ field: `${prefix}.${name}`, rule: 'too-long' }))
  if (date !== null && typeof date !== 'string') faults.push({ field: `${prefix}.until`, rule: 'no-date' })
  const untouched = faults.length === 0 && form.text(`${prefix}.shown`) === pointMark(version, point)
  return { id, version, point, day, untouched, faults }
}

/** What is not one of the concept's competences is none. */
const chosenIn = ({ competences = [] }: ConceptForm, id: string) =>
  competences.find(competence => competence.id === id)?.id ?? ''
