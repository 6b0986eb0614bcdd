import { looksLikeCpr } from '../text.ts'
import type { Fault } from './faults.ts'
import { isPersonalNumberHead } from './heads.ts'
import { oneLine } from './one-line.ts'

// Civil registration numbers have no business here. A file that holds one is refused whole, before anything else of it
// is read or shown, and what stood in the cell is never repeated.

// As spreadsheets and people space them: 010190-1234, 01 01 90 1234, 01.01.90-1234.
const spaced = /^\d{2}[ ./-]?\d{2}[ ./-]?\d{2}[ ./\u2010-\u2013-]*\d{4}$/u

/** The first place in the file that looks like a civil registration number, or like a column of them. */
export function findPersonalNumber(rows: readonly (readonly string[])[], headRow: number): Fault | undefined {
  const heads = rows[headRow] ?? []
  const headAt = heads.findIndex(isPersonalNumberHead)
  if (headAt >= 0) return { rule: 'personal-number', row: headRow + 1, head: shown(heads[headAt]) }
  for (const [at, row] of rows.entries()) {
    const cell = row.findIndex(isPersonalNumber)
    if (cell >= 0) return { rule: 'personal-number', row: at + 1, head: shown(heads[cell]) }
  }
  return undefined
}

function isPersonalNumber(value: string): boolean {
  if (!hasTenFigures(value)) return false
  const text = oneLine(value)
  return looksLikeCpr(text) || (spaced.test(text) && looksLikeCpr(text.replaceAll(/\D/g, '')))
}

// A file has a million cells, and nearly none has ten figures: most are left where the rest of them is too short.
function hasTenFigures(value: string): boolean {
  let lacking = 10
  for (let at = 0; lacking > 0 && at + lacking <= value.length; at++) {
    const code = value.charCodeAt(at)
    if (code >= 48 && code <= 57) lacking -= 1
  }
  return lacking === 0
}

// In a file without heads the first row is somebody's data.
const shown = (head: string | undefined) => (head && !isPersonalNumber(head) ? head : undefined)
