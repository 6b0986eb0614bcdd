import { addDays, type LocalDate } from '../day.ts'
import { parseDate } from '../day-words.ts'
import { addressOf } from '../door.ts'
import { type DutyName, duties } from '../organisation.ts'
import { tooLong } from '../text.ts'
import type { ColumnName } from './columns.ts'
import type { Fault, FaultRule } from './faults.ts'
import type { Columns } from './heads.ts'
import { once } from './once.ts'
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

/** What a cell says, and what is wrong with it: then it says nothing. */
type Told<T> = { readonly says: T; readonly wrong?: FaultRule }
type Reads<T> = (raw: string) => Told<T>

/** Reads the rows, one after the other: gives the line each makes, and tells of each cell that could not be read. */
export function lineReader(columns: Columns, today: LocalDate, tellFault: (fault: Fault) => void) {
  const reads = cellReaders()
  const hasName = columns.has('name')
  // The row at hand: what reads its cells is made once and not for every row.
  let row = 0
  let cells: readonly string[] = []
  const tell = (rule: FaultRule, column: ColumnName) =>
    tellFault({ rule, row, column, head: columns.get(column)?.head, limit: limitOf(column) })
  const raw = (column: ColumnName) => {
    const place = columns.get(column)
    return (place && cells[place.at]) ?? ''
  }
  const read = <C extends ColumnName>(column: C) => {
    const told: Told<Says[C]> = reads[column](raw(column))
    if (told.wrong) tell(told.wrong, column)
    return told.says
  }
  const isUnitAlone = () => aboutPeople.every(column => isBlank(raw(column)))
  const needed = (column: 'number' | 'name' | 'firstName' | 'lastName' | 'unit' | 'title') => {
    if (isBlank(raw(column)) && (column === 'unit' || !isUnitAlone())) tell('cell-empty', column)
    return read(column)
  }
  return (its: readonly string[], at: number): Line => {
    row = at
    cells = its
    const duties = read('duty')
    const number = needed('number')
    const name = hasName ? needed('name') : oneLine(`${needed('firstName')} ${needed('lastName')}`)
    const address = read('address')
    const unit = needed('unit')
    const parent = read('parent') || null
    const team = read('team') || null
    const title = duties.includes('chair') ? read('title') : needed('title')
    const staffGroup = read('staffGroup') || null
    const leader = read('leader')
    const { startsOn, startSaid, endsOn } = daysOf(read('startsOn'), read('endsOn'), today, tell)
    const language = read('language')
    // One object, and not put together of others: there are a hundred thousand.
    return {
      row,
      number,
      name,
      address,
      unit,
      parent,
      team,
      title,
      staffGroup,
      leader,
      startsOn,
      startSaid,
      endsOn,
      language,
      duties,
    }
  }
}

const isBlank = (raw: string) => raw.trim() === ''

type Says = Record<Exclude<ColumnName, keyof Meanings>, string> & Meanings
type Meanings = {
  address: string | null
  leader: Leader
  startsOn: LocalDate | undefined
  endsOn: LocalDate | undefined
  language: 'da' | 'en' | null
  duty: readonly DutyName[]
}

/** For each column what a cell of it says; where the same few words stand in row after row, they are read once. */
function cellReaders(): { readonly [C in ColumnName]: Reads<Says[C]> } {
  const text = (column: ColumnName): Reads<string> => {
    const limit = limitOf(column)
    return raw => readText(raw, limit)
  }
  const meaning = <T>(column: ColumnName, read: Reads<T>): Reads<T> => {
    const words = text(column)
    return raw => {
      const { says, wrong } = words(raw)
      return wrong ? { says: read('').says, wrong } : read(says)
    }
  }
  return {
    number: text('number'),
    name: text('name'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    address: meaning('address', readAddress),
    unit: once(text('unit')),
    parent: once(text('parent')),
    team: once(text('team')),
    title: once(text('title')),
    staffGroup: once(text('staffGroup')),
    leader: once(meaning('leader', readLeader)),
    startsOn: once(meaning('startsOn', readDate)),
    endsOn: once(meaning('endsOn', readDate)),
    language: once(meaning('language', readLanguage)),
    duty: once(meaning('duty', readDuties)),
  }
}

function readText(raw: string, limit: number): Told<string> {
  const value = oneLine(raw)
  if (value !== raw && hasControls(raw)) return { says: '', wrong: 'control-character' }
  if (value.startsWith('=')) return { says: '', wrong: 'formula' }
  return tooLong(value, limit) ? { says: '', wrong: 'too-long' } : { says: value }
}

/** A post without a start began long enough ago: today, or the day before an end that has been. */
function daysOf(
  startsOn: LocalDate | undefined,
  ends: LocalDate | undefined,
  today: LocalDate,
  tell: (rule: FaultRule, column: ColumnName) => void,
) {
  const endsOn = ends ?? null
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

function readDate(text: string): Told<LocalDate | undefined> {
  const read = text === '' ? undefined : parseDate(text)
  return typeof read === 'object' ? { says: undefined, wrong: dateRules[read.refused] } : { says: read }
}

function readAddress(text: string): Told<string | null> {
  const address = text === '' ? null : addressOf(text)
  return address === undefined ? { says: null, wrong: 'not-an-address' } : { says: address }
}

function readLeader(text: string): Told<Leader> {
  if (text === '') return { says: 'nearest' }
  return { says: /^(ingen|none|-)$/i.test(text) ? 'none' : { named: text } }
}

function readLanguage(text: string): Told<'da' | 'en' | null> {
  const language = text === '' ? null : languageWords.get(text.toLowerCase())
  return language === undefined ? { says: null, wrong: 'language-unknown' } : { says: language }
}

/** S0-08: a board's chair is no employee. Their row has no job, or names the duty where the job stands. */
export const isChairAlone = ({ duties, title }: Line): boolean =>
  duties.includes('chair') && (title === '' || dutyWords.get(title.toLowerCase()) === 'chair')

/** One or several, with a comma, a stroke, a plus or "og" between them. Those that are known count also beside others. */
function readDuties(text: string): Told<readonly DutyName[]> {
  const named = text.toLowerCase().split(/[,;/+]| og | and /)
  const read = named.filter(word => word.trim() !== '').map(word => dutyWords.get(word.trim()))
  const found = read.filter(duty => duty !== undefined)
  const says = [...new Set(found)]
  return found.length < read.length ? { says, wrong: 'duty-unknown' } : { says }
}
