import type { ColumnName } from './columns.ts'
import type { Fault } from './faults.ts'
import type { Columns } from './heads.ts'
import { oneLine } from './one-line.ts'

// A row and a column are not enough to find a fault by, once the file has been sorted: whose row it is and what stands
// there go with it, as little of it as is needed.

type Rows = readonly (readonly string[])[]
type Cell = (column: ColumnName) => string

const mostShown = 40
// A file with such numbers is refused whole before this; what only looks like one is not repeated either.
const likePersonalNumber = /\d{2}[ ./-]?\d{2}[ ./-]?\d{2}[ ./\u2010-\u2013-]*\d{4}/gu

/** The faults of rows below the head, each with whose row it is and what stands in its cell. */
export const withWhose = (faults: readonly Fault[], rows: Rows, columns: Columns): readonly Fault[] =>
  faults.map(fault => {
    const cells = fault.rule === 'head-again' ? undefined : rows[fault.row - 1]
    if (!cells) return fault
    const cell: Cell = column => excerptOf(cells[columns.get(column)?.at ?? -1] ?? '')
    const [who, value] = [whoseRow(fault, cell), fault.column ? cell(fault.column) : '']
    return { ...fault, ...(who && { who }), ...(value && { value }) }
  })

/** By name; by number where the name is what is wrong, or is missing; a unit that nobody is in by its own. */
function whoseRow({ column = 'number' }: Fault, cell: Cell): string {
  const name = cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim()
  const isOfName = ['name', 'firstName', 'lastName'].includes(column)
  const [first, second] = isOfName ? [cell('number'), name] : [name, cell('number')]
  return first || second || cell('unit')
}

/** An address that somebody of another organisation here has. Two who carry one sign in nobody (walls §4). */
export const addressTaken = (taken: {
  row: number
  name: string
  address: string
  head?: string | undefined
}): Fault => ({
  rule: 'address-taken',
  row: taken.row,
  column: 'address',
  head: taken.head,
  names: [taken.name],
  who: excerptOf(taken.name),
  value: excerptOf(taken.address),
})

/** One short line; what cannot be seen is shown as a sign, and what is like a civil registration number as dots. */
export function excerptOf(text: string): string {
  const seen = oneLine(text.slice(0, 400).replaceAll(/[\p{Cc}--[\t\n\r]]/gv, '\uFFFD'))
  const signs = [...seen.replaceAll(likePersonalNumber, '••••••-••••')]
  return signs.length > mostShown ? `${signs.slice(0, mostShown - 1).join('')}…` : signs.join('')
}
