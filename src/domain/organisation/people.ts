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
    else known.set(line.number, { person: readPerson(newId(), line, language), first: line })
  }
  const faults: Fault[] = []
  for (const [number, others] of Map.groupBy(again, line => line.number)) {
    const so = known.get(number)
    if (!so) continue
    const rows = [so.first, ...others]
    const told = { ...so.first, address: firstSaid(rows, 'address'), language: firstSaid(rows, 'language') }
    known.set(number, { ...so, person: readPerson(so.person.id, told, language) })
    faults.push(...disagreements(rows))
  }
  return { known, faults, warnings: warningsOf([...known.values()].map(each => each.person)) }
}

const hasPerson = (line: Line) => line.number !== '' && line.name !== ''

const readPerson = (id: string, told: Line, language: 'da' | 'en'): Person => ({
  id,
  number: told.number,
  name: told.name,
  address: told.address,
  language: told.language ?? language,
})

/** A later row may say what the first one leaves empty. */
const firstSaid = <W extends 'address' | 'language'>(rows: readonly Line[], what: W): Line[W] =>
  rows.find(row => row[what] !== null)?.[what] ?? null

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
  const without = people.filter(({ address }) => address === null)
  const shared = repeatedIn(people.map(({ address }) => address))
  const sharing = people.filter(({ address }) => shared.has(address))
  const mailboxes = Map.groupBy(sharing, ({ address }) => address ?? '')
  mailboxes.delete('')
  const mailboxShared = [...mailboxes].map(([address, those]) => ({
    rule: 'mailbox-shared' as const,
    address,
    names: those.map(person => person.name),
  }))
  if (without.length === 0) return mailboxShared
  return [...mailboxShared, { rule: 'no-address', names: without.map(person => person.name) }]
}

/** What stands more than once: among a hundred thousand texts they are few. */
export function repeatedIn<T>(texts: readonly T[]): ReadonlySet<T> {
  const seen = new Set<T>()
  return new Set(texts.filter(text => seen.size === seen.add(text).size))
}
