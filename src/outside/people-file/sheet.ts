import { addDays } from '../../domain/day.ts'
import { attribute, localName, readXml } from './xml.ts'

/** What a sheet's cells are read with: the book's texts, which styles are days, and when its days begin. */
export type Cells = {
  strings: readonly string[]
  dates: ReadonlySet<number>
  from1904: boolean
  mostRows: number
}
type Tag = Parameters<typeof attribute>[0]
type Cell = { at: number; type: string; style: number; value: string; formula: string }

/**
 * The rows of a sheet as text, empty ones kept so that numbers stay right; one row more than there may be is enough to
 * tell that there are too many. A formula is its result as the file keeps it; without one, or with an error, the cell
 * begins with `=`.
 */
export async function readSheet(chunks: AsyncIterable<Buffer>, cells: Cells): Promise<string[][]> {
  const rows: string[][] = []
  let row: string[] = []
  let rowAt = 0
  let next = 0
  let cell: Cell | undefined
  let into: 'value' | 'formula' | undefined
  const openings: Record<string, (tag: Tag) => void> = {
    row: tag => {
      rowAt = Number(attribute(tag, 'r', String(rowAt + 1)))
      row = []
      next = 0
    },
    c: tag => {
      cell = openCell(tag, next)
      next = cell.at + 1
    },
  }
  const closings: Record<string, () => void> = {
    c: () => {
      if (cell) put(row, cell.at, textOf(cell, cells))
    },
    row: () => keep(rows, rowAt, row, cells.mostRows),
  }
  await readXml(chunks, {
    open: tag => {
      into = holds[localName(tag)]
      openings[localName(tag)]?.(tag)
    },
    text: words => {
      if (cell && into) cell[into] += words
    },
    close: name => {
      into = undefined
      closings[name]?.()
    },
  })
  return rows
}

/** In which elements a cell's words stand. */
const holds: Readonly<Record<string, 'value' | 'formula'>> = { v: 'value', t: 'value', f: 'formula' }

function openCell(tag: Tag, next: number): Cell {
  const letters = /^[A-Z]+/.exec(attribute(tag, 'r'))?.[0]
  return {
    at: letters ? columnAt(letters) : next,
    type: attribute(tag, 't', 'n'),
    style: Number(attribute(tag, 's', '0')),
    value: '',
    formula: '',
  }
}

/** A is 0, Z 25, AA 26. */
function columnAt(letters: string): number {
  let at = 0
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - 64
  return at - 1
}

/** A sheet has 16,384 columns. */
const mostColumns = 16_384

function put(row: string[], at: number, text: string) {
  if (text === '' || at >= mostColumns) return
  while (row.length < at) row.push('')
  row[at] = text
}

function keep(rows: string[][], rowAt: number, row: string[], most: number) {
  if (row.length === 0 || rows.length > most) return
  while (rows.length < Math.min(rowAt - 1, most)) rows.push([])
  rows.push(row)
}

function textOf(cell: Cell, cells: Cells): string {
  const { type, value, formula, style } = cell
  if (type === 'e') return `=${value}`
  if (value === '') return formula === '' ? '' : `=${formula}`
  if (type === 's') return cells.strings[Number(value)] ?? ''
  if (type !== 'n') return value
  return cells.dates.has(style) ? dayOf(Number(value), cells.from1904) : plainNumber(value)
}

const plainNumber = (value: string) => (/[eE.]/.test(value) ? String(Number(value)) : value)

/** Days since the end of 1899, or since 1904. What is no day of ours stays a number, and is told as none. */
function dayOf(days: number, from1904: boolean): string {
  const whole = Math.floor(days)
  if (!Number.isFinite(whole) || whole < 61 || whole > 110_000) return String(days)
  return addDays(from1904 ? '1904-01-01' : '1899-12-30', whole)
}
