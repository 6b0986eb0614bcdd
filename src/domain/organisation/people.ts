import type { Person } from '../organisation.ts'
import type { ColumnName } from './columns.ts'
import type { Fault, FaultRule, Warning } from './faults.ts'
import type { Line } from './lines.ts'

/** Somebody, and the first of their rows. */
export type Known = { readonly person: Person; readonly first: Line }

export type ReadPeople = {
  /** By their numbers, in the order of the rows. */
  readonly known: ReadonlyMap<string, Known>
  readonly faults: readonly Fault[]
  readonly warnings: readonly Warning[]
}

type Given = {
  newId(): string
  /** The language of those whose row says none. */
  language: 'da' | 'en'
}

/** The people behind the rows: rows of the same number are one person with several posts. */
export function readPeople(lines: readonly Line[], given: Given): ReadPeople {
  const theirs = lines.filter(hasPerson)
  const repeated = repeatedIn(theirs.map(line => line.number))
  const groups = Map.groupBy(
    theirs.filter(line => repeated.has(line.number)),
    line => line.number,
  )
  const known = new Map<string, Known>()
  for (const first of theirs)
    if (!known.has(first.number)) {
      const person = readPerson(groups.get(first.number) ?? [first], given)
      known.set(first.number, { person, first })
    }
  const people = [...known.values()].map(each => each.person)
  return { known, faults: [...groups.values()].flatMap(disagreements), warnings: warningsOf(people) }
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

/** The rows of one number must tell of one person. Empty cells agree with everything. */
function disagreements(rows: readonly Line[]): readonly Fault[] {
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

function warningsOf(people: readonly Person[]): readonly Warning[] {
  const addresses = people.flatMap(person => person.address ?? [])
  const shared = repeatedIn(addresses)
  const mailboxes = Map.groupBy(people, ({ address }) => (address && shared.has(address) ? address : ''))
  mailboxes.delete('')
  const mailboxShared = [...mailboxes].map(([address, sharing]) => ({
    rule: 'mailbox-shared' as const,
    address,
    names: sharing.map(person => person.name),
  }))
  if (addresses.length === people.length) return mailboxShared
  const without = people.filter(person => person.address === null)
  return [...mailboxShared, { rule: 'no-address', names: without.map(person => person.name) }]
}

/** The texts that stand more than once: among a hundred thousand they are few. */
function repeatedIn(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(texts.filter(text => seen.size === seen.add(text).size))
}
