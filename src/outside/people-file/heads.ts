import type { Meant } from '../../domain/organisation/columns.ts'
import { type Remembered, readColumns } from '../../domain/organisation/heads.ts'
import { oneLine } from '../../domain/organisation/one-line.ts'

/** A head of the file, what stands under it first, and what we take it for. */
export type FileHead = { head: string; example: string; meant: Meant }

const mostShown = 60

/** The file's heads for the page where somebody says what they mean; columns without a head are not read. */
export function headsOf(rows: readonly (readonly string[])[], remembered: Remembered): FileHead[] {
  const at = rows.findIndex(row => row.some(cell => cell.trim() !== ''))
  const heads = rows[at] ?? []
  const { columns } = readColumns(heads, at + 1, remembered)
  const meant = new Map([...columns].map(([column, { at: place }]) => [place, column]))
  return heads
    .map((head, place) => ({
      head: oneLine(head).slice(0, 120),
      example: exampleUnder(rows, at, place),
      meant: meant.get(place) ?? ('unused' as const),
    }))
    .filter(({ head }) => head !== '')
    .slice(0, mostShown)
}

function exampleUnder(rows: readonly (readonly string[])[], headAt: number, place: number): string {
  const below = rows.slice(headAt + 1, headAt + 51)
  return oneLine(below.map(row => row[place] ?? '').find(cell => cell.trim() !== '') ?? '').slice(0, 60)
}
