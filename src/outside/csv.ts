// A table as a file for a spreadsheet. Every CSV that leaves the house leaves through here.

// A spreadsheet takes a cell that begins with one of these for a formula, and would run it with the reader's rights. An
// apostrophe before it says that it is text.
const formula = /^[=+\-@\t\r]/

/** The cell as text and never as a formula. */
export const neutral = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** Semicolons, as Danish spreadsheets have it, and a byte order mark, by which they know their æøå. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(row => row.map(cellOf).join(';')).join('\r\n')}\r\n`

function cellOf(text: string): string {
  const cell = neutral(text)
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
