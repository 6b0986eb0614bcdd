import Papa from 'papaparse'

// Tables as they come out of payroll systems and spreadsheets: any of three delimiters, either of two encodings.

/** The rows of a table with their cells as text, head row first, empty rows kept so that numbers stay right. */
export type ReadTable =
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly fault: { readonly rule: 'open-quote' | 'text-after-quote'; readonly row: number } }

/**
 * The bytes of a file as text: UTF-8 where they are that to the last byte, else Windows-1252, as older spreadsheets
 * save; UTF-16 by its mark. Line breaks become \n. Refused: what is no text, such as a workbook of a spreadsheet.
 */
export function readText(bytes: Uint8Array): { text: string } | { refused: 'not-text' } {
  const text = decoded(bytes)
  if (text.includes('\0')) return { refused: 'not-text' }
  return { text: text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text }
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads delimited text. The delimiter is the one that stands most often in the head row, outside quotes. */
export function readTable(text: string): ReadTable {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  const [error] = errors
  if (error === undefined) return { rows: data }
  const rule = error.code === 'MissingQuotes' ? 'open-quote' : 'text-after-quote'
  return { fault: { rule, row: (error.row ?? 0) + 1 } }
}

const delimiters = [';', '\t', ','] as const

function delimiterOf(text: string): string {
  const counts = new Map<string, number>(delimiters.map(each => [each, 0]))
  let quoted = false
  for (const sign of text.replace(/^\n+/, '')) {
    if (sign === '"') quoted = !quoted
    else if (sign === '\n' && !quoted) break
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  return delimiters.find(each => counts.get(each) === most) ?? ';'
}

/** Rows as text that {@link readTable} reads as the same rows. */
export const textOfRows = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(cellText).join(';')).join('\n')

const cellText = (cell: string) => (/[;,\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
