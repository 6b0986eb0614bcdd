import { organisationOf as makeOrganisation } from '../../src/domain/organisation/making.ts'
import { type Given, type Reading, readOrganisation } from '../../src/domain/organisation/reading.ts'

export const today = '2026-04-14'

/** Ids in the order they are asked for. */
export function counted(): Given {
  let n = 0
  return { newId: () => `id-${++n}`, today, language: 'da' }
}

/** Rows as a person would type them: cells between `|`, spaces around them. */
export const rowsOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))

export const read = (text: string, given: Given = counted()): Reading => readOrganisation(rowsOf(text), given)

export function organisationOf(reading: Reading) {
  if ('seated' in reading) return makeOrganisation(reading, counted().newId)
  throw new Error(`faults: ${JSON.stringify(reading.faults)}`)
}

/** Each fault as "row column rule". */
export const faultsOf = (reading: Reading): string[] =>
  'faults' in reading ? reading.faults.map(({ row, column = '', rule }) => `${row} ${column} ${rule}`) : []

/** Who hosts whom, as "host → participant". */
export function hostsOf(reading: Reading): string[] {
  const { people, posts, hostings } = organisationOf(reading)
  const nameOf = (post: string) =>
    people.find(person => person.id === posts.find(each => each.id === post)?.person)?.name
  return hostings.map(each => `${nameOf(each.hostPost)} → ${nameOf(each.participantPost)}`)
}

export const head = 'nummer | navn | mail | enhed | overenhed | stilling | leder'

/** The usual columns over these rows. */
export const withRows = (...rows: string[]): Reading => read([head, ...rows].join('\n'))

/** A chief, a leader, an employee. */
export const small = `
  ${head}
  1 | Anders | anders@lyngsoe.example | Børn | | Chef | ingen
  2 | Lone | lone@lyngsoe.example | Kløvervangen | Børn | Leder | 1
  3 | Maja | maja@lyngsoe.example | Kløvervangen | Børn | Pædagog | 2`
