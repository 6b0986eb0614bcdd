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
export function readPeople(lines: readonly Line[], { newId, language }: Given): ReadPeople {
  const known = new Map<string, Known>()
  const again: Line[] = []
  for (const line of lines) {
    if (!hasPerson(line)) continue
    if (known.has(line.number)) again.push(line)
    else known.set(line.number, { person: readPerson(newId(), [line], language), first: line })
  }
  const faults: Fault[] = []
  for (const [number, others] of Map.groupBy(again, line => line.number)) {
    const so = known.get(number)
    if (!so) continue
    const rows = [so.first, ...others]
    known.set(number, { ...so, person: readPerson(so.person.id, rows, language) })
    faults.push(...disagreements(rows))
  }
  return { known, faults, warnings: warningsOf([...known.values()].map(each => each.person)) }
}

const hasPerson = (line: Line) => line.number !== '' && line.name !== ''

function readPerson(id: string, rows: readonly Line[], language: 'da' | 'en'): Person {
  return {
    id,
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
