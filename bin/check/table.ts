/** Lines up rows of cells: the first column to the left, figures to the right. The first row is the head. */
export function printTable(rows: (string | number)[][]): string {
  const cells = rows.map(row => row.map(String))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)))
  const line = (row: string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
  return cells.map(row => `  ${line(row).join('  ')}`).join('\n')
}
