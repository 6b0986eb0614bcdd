// The columns of an import, by our own names for them.

export const columnNames = [
  'number',
  'name',
  'address',
  'unit',
  'parent',
  'title',
  'leader',
  'startsOn',
  'endsOn',
  'language',
  'duty',
] as const
export type ColumnName = (typeof columnNames)[number]

/** Which columns a file must have; those that need not be filled in every row may still be empty. */
const required: readonly ColumnName[] = ['number', 'name', 'address', 'unit', 'title', 'leader']
export const isRequired = (column: ColumnName): boolean => required.includes(column)
