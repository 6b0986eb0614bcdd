// biome-ignore-all lint/a11y/noRedundantRoles: a table laid out as blocks stops being one to those who listen
import type { ComponentChildren } from 'preact'

export type Column = { label: string; align?: 'end' | undefined }

export type DataRow = {
  key: string
  /** One for each column; the first names the row. */
  cells: readonly ComponentChildren[]
  /** A fault of this row, said under it. */
  error?: string | undefined
  total?: boolean | undefined
}

type DataTableProps = {
  /** The table's name; shown above it unless `quiet`. */
  caption: string
  quiet?: boolean | undefined
  columns: readonly Column[]
  rows: readonly DataRow[]
}

/** Hairlines only, figures to the right. On a phone each row becomes a block with its label over every text. */
export function DataTable({ caption, quiet, columns, rows }: DataTableProps) {
  return (
    <table class="data-table" role="table">
      <caption class={quiet ? 'heard' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <Heads columns={columns} />
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <Row key={row.key} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  )
}

const Heads = ({ columns }: { columns: readonly Column[] }) => (
  <tr role="row">
    {columns.map(column => (
      <th key={column.label} class={column.align} scope="col" role="columnheader">
        {column.label}
      </th>
    ))}
  </tr>
)

function Row({ row, columns }: { row: DataRow; columns: readonly Column[] }) {
  return (
    <>
      <tr role="row" class={row.total ? 'total' : undefined}>
        {columns.map((column, i) =>
          i === 0 ? (
            <th
              key={column.label}
              class={column.align}
              scope="row"
              role="rowheader"
              data-label={column.label}
            >
              {row.cells[i]}
            </th>
          ) : (
            <td key={column.label} class={column.align} role="cell" data-label={column.label}>
              {row.cells[i]}
            </td>
          ),
        )}
      </tr>
      {row.error && (
        <tr role="row" class="row-error">
          <td role="cell" colSpan={columns.length}>
            {row.error}
          </td>
        </tr>
      )}
    </>
  )
}
