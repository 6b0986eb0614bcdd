// The columns of an import, by our own names for them.

export const columnNames = [
  'number',
  'name',
  'firstName',
  'lastName',
  'address',
  'unit',
  'parent',
  'team',
  'title',
  'staffGroup',
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

/** Which of them a file lacks. A first and a last name are a name. */
export const missingFrom = (there: { has(column: ColumnName): boolean }): readonly ColumnName[] =>
  required.filter(
    column => !there.has(column) && !(column === 'name' && there.has('firstName') && there.has('lastName')),
  )

/** What somebody has said of a head: the column it is, or that nothing under it is read. */
export type Meant = ColumnName | 'unused'

/** What a head was once said to mean, if it is still something we know. */
export const meantOf = (text: string): Meant | undefined =>
  text === 'unused' ? 'unused' : columnNames.find(column => column === text)
