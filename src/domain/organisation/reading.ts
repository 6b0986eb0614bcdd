import type { LocalDate } from '../day.ts'
import type { Person, Unit } from '../organisation.ts'
import type { Fault, Warning } from './faults.ts'
import { type Columns, type Remembered, readColumns } from './heads.ts'
import { isPlaced, type Pair, readHosts, type Seated } from './hosts.ts'
import { isChairAlone, type Line, lineReader } from './lines.ts'
import { oneLine } from './one-line.ts'
import { readPeople } from './people.ts'
import { findPersonalNumber } from './personal-numbers.ts'
import { readUnits } from './units.ts'
import { withWhose } from './whose.ts'

// From the rows of a file to who is where and hosted by whom, or to every fault there is to mend: all at once, so that
// nobody sends the file ten times. Slutdato is the first day without.

/** A hundred thousand people and those of them with several posts. */
const mostInAll = 150_000
const mostColumns = 50

export type Given = {
  newId(): string
  today: LocalDate
  /** The language of those whose row says none. */
  language: 'da' | 'en'
  mostRows?: number
  remembered?: Remembered
  /** Is told now and then how many rows have been looked at. */
  tell?(rows: number): void
}

export type Read = {
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  /** The rows behind them: those with a post, and the chairs of boards, who have none. And who hosts whom among them. */
  readonly seated: readonly Seated[]
  readonly pairs: readonly Pair[]
  readonly warnings: readonly Warning[]
}
export type Reading = Read | { readonly faults: readonly Fault[]; readonly warnings: readonly Warning[] }

/** Reads the rows of a file, head row first; rows without a word are passed over, and rows keep their numbers. */
export function readOrganisation(rows: readonly (readonly string[])[], given: Given): Reading {
  const headAt = rows.findIndex(hasWords)
  const refused = refuseWhole(rows, headAt, given.mostRows ?? mostInAll)
  if (refused) return { faults: [refused], warnings: [] }
  const heads = rows[headAt] ?? []
  const { columns, unused, faults } = readColumns(heads, headAt + 1, given.remembered)
  const warnings: Warning[] = unused.length > 0 ? [{ rule: 'column-unused', heads: unused }] : []
  if (faults.length > 0) return { faults, warnings }
  const read = readRows(rows, headAt, columns, given)
  if (read.lines.every(line => line.number === '')) {
    const told = withWhose(read.faults, rows, columns)
    return { faults: [...told, { rule: 'no-people', row: headAt + 1 }], warnings }
  }
  const judged = judge(read.lines, columns, given)
  const all = [...read.faults, ...judged.faults].toSorted((one, other) => one.row - other.row)
  const told = { warnings: [...warnings, ...judged.warnings] }
  if (all.length > 0) return { faults: withWhose(all, rows, columns), ...told }
  const { units, people, seated, pairs } = judged
  return { units, people, seated, pairs, ...told }
}

const hasWords = (row: readonly string[]) => row.some(cell => oneLine(cell) !== '')

/** What is refused before anything else of the file is read or shown. */
function refuseWhole(
  rows: readonly (readonly string[])[],
  headAt: number,
  mostRows: number,
): Fault | undefined {
  if (headAt < 0) return { rule: 'empty', row: 1 }
  if (rows.length > mostRows) return { rule: 'too-many-rows', row: mostRows, limit: mostRows }
  const wide = rows.findIndex(row => row.length > mostColumns)
  if (wide >= 0) return { rule: 'too-many-columns', row: wide + 1 }
  return findPersonalNumber(rows, headAt)
}

function readRows(rows: readonly (readonly string[])[], headAt: number, columns: Columns, given: Given) {
  const heads = (rows[headAt] ?? []).map(oneLine)
  const sameAsHead = (row: readonly string[]) => heads.every((head, at) => oneLine(row[at] ?? '') === head)
  const isWider = (row: readonly string[]) =>
    row.length > heads.length && row.slice(heads.length).some(cell => cell.trim() !== '')
  const lines: Line[] = []
  const faults: Fault[] = []
  const readLine = lineReader(columns, given.today, fault => void faults.push(fault))
  for (const [at, row] of rows.entries()) {
    if (at % 5000 === 0) given.tell?.(at)
    if (at <= headAt || !hasWords(row)) continue
    if (sameAsHead(row)) {
      faults.push({ rule: 'head-again', row: at + 1 })
      continue
    }
    if (isWider(row)) faults.push({ rule: 'more-cells-than-heads', row: at + 1 })
    lines.push(readLine(row, at + 1))
  }
  return { lines, faults }
}

/** Sets the rows against each other. */
function judge(lines: readonly Line[], columns: Columns, given: Given) {
  const head = (column: 'parent' | 'leader') => columns.get(column)?.head
  const { units, idOf, faults: unitFaults } = readUnits(lines, given.newId, head('parent'))
  const { known, faults: peopleFaults, warnings: mailWarnings } = readPeople(lines, given)
  const seated: Seated[] = []
  for (const line of lines) {
    const who = known.get(line.number)
    if (!who) continue
    const post = isChairAlone(line) ? null : given.newId()
    const first = line === who.first
    seated.push({ line, person: who.person, unit: idOf(line.unit), no: seated.length, first, post })
  }
  const chairs = seated.filter(each => !isPlaced(each))
  const hosts = readHosts(seated.filter(isPlaced), chairs, units, head('leader'))
  const people = [...known.values()].map(each => each.person)
  const faults = [...unitFaults, ...peopleFaults.map(withHead(columns)), ...hosts.faults]
  const warnings = [...mailWarnings, ...hosts.warnings]
  return { units, people, seated, pairs: hosts.pairs, faults, warnings }
}

const withHead =
  (columns: Columns) =>
  (fault: Fault): Fault => ({ ...fault, head: fault.column && columns.get(fault.column)?.head })
