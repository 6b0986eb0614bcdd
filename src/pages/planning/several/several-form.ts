import type { Form as ConceptForm } from '../../../domain/concept.ts'
import { instantOf, localDateOf, localTimeOf } from '../../../domain/day.ts'
import { parseDate, parseTime } from '../../../domain/day-words.ts'
import { isPossibleLength } from '../../../domain/invitation.ts'
import { type PaintRefusal, paint, type Stretch } from '../../../domain/painting.ts'
import type { Language } from '../../../words/words.ts'
import type { Form } from '../../form.ts'
import { type CommonForm, readCommon, unfilledCommon } from '../planning-form.ts'

/** The fields that paint times, as they are typed. */
export type Painter = {
  from: string
  to: string
  weekdays: readonly number[]
  opens: string
  closes: string
  pause: string
}

/** Screen 7 as it was typed. `times` are those that are ticked. */
export type SeveralForm = CommonForm & {
  people: readonly string[]
  painter: Painter
  times: readonly Date[]
}

export const workdays = [1, 2, 3, 4, 5] as const
const usualPause = 15

const emptyPainter: Painter = {
  from: '',
  to: '',
  weekdays: workdays,
  opens: '',
  closes: '',
  pause: String(usualPause),
}

/** As the page opens: everybody ticked, the usual length, no times yet. */
export const unfilledSeveral = (form: ConceptForm, posts: readonly string[]): SeveralForm => ({
  ...unfilledCommon(form),
  people: posts,
  painter: emptyPainter,
  times: [],
})

export const personField = (post: string) => `p.${post}`
export const timeField = (at: Date) => `t.${localDateOf(at)}T${localTimeOf(at)}`

export function readSeveral(sent: Form, form: ConceptForm, language: Language): SeveralForm {
  const names = sent.names()
  return {
    ...readCommon(sent, form, language),
    people: names.flatMap(name => (name.startsWith('p.') ? [name.slice(2)] : [])),
    painter: {
      from: sent.text('from'),
      to: sent.text('to'),
      weekdays: workdays.filter(day => sent.has(`w.${day}`)),
      opens: sent.text('opens'),
      closes: sent.text('closes'),
      pause: sent.text('pause'),
    },
    times: names.flatMap(name => timeIn(name) ?? []).toSorted((one, other) => +one - +other),
  }
}

function timeIn(name: string): Date | undefined {
  const [, date = '', time = ''] = /^t\.(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(name) ?? []
  return instantOf(date, time)
}

/** The painter again with nothing in it, once its times stand in the list. */
export const cleared = ({ weekdays, pause }: Painter): Painter => ({ ...emptyPainter, weekdays, pause })

export const isPainterTyped = ({ from, to, opens, closes }: Painter) =>
  [from, to, opens, closes].some(text => text.trim() !== '')

/** Where the painter cannot be read, and why; each with its field. */
export type PainterFault = { field: PainterField; fault: PainterFaultName }
type PainterField = 'otherLength' | 'from' | 'to' | 'opens' | 'closes' | 'pause'
type PainterFaultName = 'unreadable-day' | 'unreadable-time' | 'unreadable-pause' | PaintRefusal

/** The times the painter means; its last day may be left out. */
export function paintFrom(
  painter: Painter,
  minutes: number,
): { times: readonly Date[] } | { faults: readonly PainterFault[] } {
  const read = readStretch(painter, minutes)
  if ('faults' in read) return { faults: [...lengthFault(minutes), ...read.faults] }
  const painted = paint(read)
  return 'refused' in painted
    ? { faults: [{ field: fieldOf[painted.refused], fault: painted.refused }] }
    : painted
}

const lengthFault = (minutes: number): PainterFault[] =>
  isPossibleLength(minutes) ? [] : [{ field: 'otherLength', fault: 'impossible-length' }]

const fieldOf: Record<PaintRefusal, PainterFault['field']> = {
  'impossible-length': 'otherLength',
  'days-backwards': 'to',
  'hours-backwards': 'closes',
  'no-room': 'closes',
  'no-days': 'to',
  'too-long': 'to',
  'too-many': 'to',
}

function readStretch(painter: Painter, minutes: number): Stretch | { faults: readonly PainterFault[] } {
  const from = parseDate(painter.from)
  const to = painter.to.trim() === '' ? from : parseDate(painter.to)
  const opens = parseTime(painter.opens)
  const closes = parseTime(painter.closes)
  const pause = /^\d{1,3}$/.test(painter.pause.trim()) ? Number(painter.pause) : undefined
  const { weekdays } = painter
  if (
    typeof from === 'string' &&
    typeof to === 'string' &&
    typeof opens === 'string' &&
    typeof closes === 'string' &&
    pause !== undefined
  )
    return { from, to, weekdays, opens, closes, minutes, pause }
  const day = (field: 'from' | 'to', read: unknown): PainterFault[] =>
    typeof read === 'string' ? [] : [{ field, fault: 'unreadable-day' }]
  const time = (field: 'opens' | 'closes', read: unknown): PainterFault[] =>
    typeof read === 'string' ? [] : [{ field, fault: 'unreadable-time' }]
  const between: PainterFault[] = pause === undefined ? [{ field: 'pause', fault: 'unreadable-pause' }] : []
  const days = [...day('from', from), ...(painter.to.trim() === '' ? [] : day('to', to))]
  return { faults: [...days, ...time('opens', opens), ...time('closes', closes), ...between] }
}
