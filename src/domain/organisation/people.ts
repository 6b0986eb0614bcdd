import type { Person } from '../organisation.ts'
import type { ColumnName } from './columns.ts'
import type { Fault, FaultRule, Warning } from './faults.ts'
import type { Line } from './lines.ts'

export type ReadPeople = {
  readonly people: readonly Person[]
  readonly faults: readonly Fault[]
  readonly warnings: readonly Warning[]
}

type Given = {
  newId(): string
  /** The language of those whose row says none. */
  language: 'da' | 'en'
  /** Addresses that people elsewhere in this installation sign in with. */
  taken: ReadonlySet<string>
}

/** The people behind the rows: rows of the same number are one person with several posts. */
export function readPeople(lines: readonly Line[], given: Given): ReadPeople {
  const groups = [...Map.groupBy(lines.filter(hasPerson), line => line.number).values()]
  const people = groups.map(rows => readPerson(rows, given))
  const faults = groups.flatMap(rows => [...disagreements(rows), ...takenAddresses(rows, given.taken)])
  return { people, faults, warnings: warningsOf(people) }
}

const hasPerson = (line: Line) => line.number !== '' && line.name !== ''

function readPerson(rows: readonly Line[], { newId, language }: Given): Person {
  return {
    id: newId(),
    number: rows[0]?.number ?? '',
    name: rows[0]?.name ?? '',
    address: firstSaid(rows, 'address')?.address ?? null,
    language: firstSaid(rows, 'language')?.language ?? language,
  }
}

const firstSaid = (rows: readonly Line[], what: 'address' | 'language') =>
  rows.find(row => row[what] !== null)

/** The rows of one number must tell of one person. Empty cells agree with everything, and a row with itself. */
function disagreements(rows: readonly Line[]): readonly Fault[] {
  if (rows.length === 1) return []
  const differing = (what: 'name' | 'address' | 'language', column: ColumnName, rule: FaultRule) => {
    const said = rows.filter(row => row[what] !== null)
    const first = said[0]
    return said
      .filter(row => row[what] !== first?.[what])
      .map(row => ({ rule, row: row.row, column, otherRow: first?.row ?? row.row }))
  }
  return [
    ...differing('name', 'number', 'number-of-two'),
    ...differing('address', 'address', 'two-addresses'),
    ...differing('language', 'language', 'two-languages'),
    ...repeated(rows),
  ]
}

/** The same post twice. Two posts of one title in one unit are told apart by their dates. */
function repeated(rows: readonly Line[]): readonly Fault[] {
  const postOf = ({ unit, title, startsOn, endsOn }: Line) => JSON.stringify([unit, title, startsOn, endsOn])
  return rows.flatMap((row, at) => {
    const earlier = rows.slice(0, at).find(each => postOf(each) === postOf(row))
    return earlier ? [{ rule: 'row-twice' as const, row: row.row, otherRow: earlier.row }] : []
  })
}

// Two who carry one address sign in nobody (walls §4): a new file may not lock out somebody who is here already.
const takenAddresses = (rows: readonly Line[], taken: ReadonlySet<string>): readonly Fault[] =>
  rows
    .filter(row => row.address !== null && taken.has(row.address))
    .map(row => ({ rule: 'address-taken', row: row.row, column: 'address', names: [row.name] }))

function warningsOf(people: readonly Person[]): readonly Warning[] {
  const mailboxes = Map.groupBy(people, person => person.address)
  const without = mailboxes.get(null) ?? []
  const mailboxShared = [...mailboxes].flatMap(([address, sharing]) =>
    address === null || sharing.length < 2
      ? []
      : [{ rule: 'mailbox-shared' as const, address, names: sharing.map(person => person.name) }],
  )
  const noAddress = { rule: 'no-address' as const, names: without.map(person => person.name) }
  return without.length > 0 ? [...mailboxShared, noAddress] : mailboxShared
}
