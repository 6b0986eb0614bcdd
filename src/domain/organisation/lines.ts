import { addDays, type LocalDate } from '../day.ts'
import { parseDate } from '../day-words.ts'
import { addressOf } from '../door.ts'
import { type DutyName, duties } from '../organisation.ts'
import { tooLong } from '../text.ts'
import type { ColumnName } from './columns.ts'
import type { Fault, FaultRule } from './faults.ts'
import type { Columns } from './heads.ts'
import { hasControls, oneLine } from './one-line.ts'

/** Who hosts: named by number or address, nobody as written out, or the nearest leader where the cell is empty. */
export type Leader = { readonly named: string } | 'none' | 'nearest'

/**
 * A row of the file as it is understood. What could not be read is empty here and has its fault, so that the other
 * rows can still be judged against what is there.
 */
export type Line = {
  readonly row: number
  readonly number: string
  readonly name: string
  readonly address: string | null
  readonly unit: string
  readonly parent: string | null
  readonly team: string | null
  readonly title: string
  readonly staffGroup: string | null
  readonly leader: Leader
  readonly startsOn: LocalDate
  /** Whether the file says when it began; else the day above is a guess. */
  readonly startSaid: boolean
  readonly endsOn: LocalDate | null
  readonly language: 'da' | 'en' | null
  readonly duties: readonly DutyName[]
}

const limits = new Map<ColumnName, number>([
  ['number', 60],
  ['name', 120],
  ['unit', 120],
  ['parent', 120],
  ['firstName', 60],
  ['lastName', 59],
  ['team', 120],
  ['staffGroup', 120],
  ['title', 120],
])
const limitOf = (column: ColumnName) => limits.get(column) ?? 254

const dutyWords = new Map<string, DutyName>([
  ...duties.map(duty => [duty, duty] as const),
  ['souschef', 'deputy'],
  ['formand', 'chair'],
  ['bestyrelsesformand', 'chair'],
  ['arbejdsmiljørepræsentant', 'amr'],
  ['tillidsrepræsentant', 'tr'],
])

const languageWords = new Map<string, 'da' | 'en'>([
  ['da', 'da'],
  ['dansk', 'da'],
  ['danish', 'da'],
  ['en', 'en'],
  ['engelsk', 'en'],
  ['english', 'en'],
])

// A row without any of these tells of a unit alone: one that others are under, and nobody is in.
const aboutPeople: readonly ColumnName[] = [
  'number',
  'name',
  'firstName',
  'lastName',
  'address',
  'title',
  'leader',
]

type Tell = (rule: FaultRule, column: ColumnName) => void
type Cell = (column: ColumnName) => string

/** Reads one row: the line it makes, and a fault for each cell that could not be read. */
export function readLine(
  cells: readonly string[],
  row: number,
  columns: Columns,
  today: LocalDate,
): { line: Line; faults: readonly Fault[] } {
  const faults: Fault[] = []
  const tell: Tell = (rule, column) => {
    faults.push({ rule, row, column, head: columns.get(column)?.head, limit: limitOf(column) })
  }
  const raw: Cell = column => cells[columns.get(column)?.at ?? -1] ?? ''
  const text: Cell = column => readText(raw(column), column, tell)
  const unitAlone = aboutPeople.every(column => raw(column).trim() === '')
  const needed: Cell = column => {
    if (raw(column).trim() === '' && !(unitAlone && column !== 'unit')) tell('cell-empty', column)
    return text(column)
  }
  const duties = readDuties(text('duty'), tell)
  const line = {
    row,
    number: needed('number'),
    name: columns.has('name') ? needed('name') : oneLine(`${needed('firstName')} ${needed('lastName')}`),
    address: readAddress(text('address'), tell),
    unit: needed('unit'),
    parent: text('parent') || null,
    team: text('team') || null,
    title: duties.includes('chair') ? text('title') : needed('title'),
    staffGroup: text('staffGroup') || null,
    leader: readLeader(text('leader')),
    ...readDays(text, today, tell),
    language: readLanguage(text('language'), tell),
    duties,
  }
  return { line, faults }
}

function readText(raw: string, column: ColumnName, tell: Tell): string {
  const value = oneLine(raw)
  if (hasControls(raw)) tell('control-character', column)
  else if (value.startsWith('=')) tell('formula', column)
  else if (tooLong(value, limitOf(column))) tell('too-long', column)
  else return value
  return ''
}

/** A post without a start began long enough ago: today, or the day before an end that has been. */
function readDays(text: Cell, today: LocalDate, tell: Tell) {
  const startsOn = readDate(text('startsOn'), 'startsOn', tell)
  const endsOn = readDate(text('endsOn'), 'endsOn', tell) ?? null
  if (startsOn !== undefined && endsOn !== null && endsOn <= startsOn) {
    tell('ends-before-start', 'endsOn')
    return { startsOn, startSaid: true, endsOn: null }
  }
  const begun = endsOn !== null && endsOn <= today ? addDays(endsOn, -1) : today
  return { startsOn: startsOn ?? begun, startSaid: startsOn !== undefined, endsOn }
}

const dateRules = {
  'unreadable-date': 'date-unreadable',
  'unclear-year': 'date-year-unclear',
  'no-such-day': 'date-not-in-calendar',
} as const

function readDate(text: string, column: ColumnName, tell: Tell): LocalDate | undefined {
  const read = text === '' ? undefined : parseDate(text)
  if (typeof read !== 'object') return read
  tell(dateRules[read.refused], column)
  return undefined
}

function readAddress(text: string, tell: Tell): string | null {
  if (text === '') return null
  const address = addressOf(text)
  if (address === undefined) tell('not-an-address', 'address')
  return address ?? null
}

function readLeader(text: string): Leader {
  if (text === '') return 'nearest'
  return /^(ingen|none|-)$/i.test(text) ? 'none' : { named: text }
}

function readLanguage(text: string, tell: Tell): 'da' | 'en' | null {
  if (text === '') return null
  const language = languageWords.get(text.toLowerCase())
  if (language === undefined) tell('language-unknown', 'language')
  return language ?? null
}

/** S0-08: a board's chair is no employee. Their row has no job, or names the duty where the job stands. */
export const isChairAlone = ({ duties, title }: Line): boolean =>
  duties.includes('chair') && (title === '' || dutyWords.get(title.toLowerCase()) === 'chair')

/** One or several, with a comma, a stroke, a plus or "og" between them. */
function readDuties(text: string, tell: Tell): readonly DutyName[] {
  const named = text.toLowerCase().split(/[,;/+]| og | and /)
  const read = named.filter(word => word.trim() !== '').map(word => dutyWords.get(word.trim()))
  const found = read.filter(duty => duty !== undefined)
  if (found.length < read.length) tell('duty-unknown', 'duty')
  return [...new Set(found)]
}
