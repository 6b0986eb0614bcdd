// What a field holds when it is right, and by its kind how it can be wrong.

type Kind = 'words' | 'day' | 'id' | 'version' | 'choice' | 'free'
export type Cell = { kind: Kind; good: string; optional?: boolean }
export type Cells = Readonly<Record<string, Cell>>

const cell =
  (kind: Kind) =>
  (good: string): Cell => ({ kind, good })

export const words = cell('words')
export const day = cell('day')
export const id = cell('id')
export const version = cell('version')
export const choice = cell('choice')
/** Whatever stands there is right, and nothing too: what it asks for is not done, or its usual value is taken. */
export const free = (good: string): Cell => ({ kind: 'free', good, optional: true })
/** It may be left out. */
export const optional = (of: Cell): Cell => ({ ...of, optional: true })

export const goodOf = (cells: Cells): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).map(([name, { good }]) => [name, good]))

type Way = readonly [way: string, fields: Record<string, string>]

/** The form with one field wrong, each in every way of its kind, and with each field missing that must be there. */
export function spoilt(cells: Cells, foreign: string): Way[] {
  const good = goodOf(cells)
  return Object.entries(cells).flatMap(([name, { kind, good: right, optional: isOptional }]) => [
    ...wrongValues(foreign)
      .filter(([of]) => of === kind)
      .map(([_, way, value]): Way => [`${way} ${name}`, { ...good, [name]: value(right) }]),
    ...(isOptional ? [] : [[`without ${name}`, without(good, name)] satisfies Way]),
  ])
}

function without(good: Record<string, string>, name: string) {
  const { [name]: _, ...rest } = good
  return rest
}

/** Nobody's and nothing's. */
export const unknown = '3f1c9a52-0000-4000-8000-000000000000'

const wrongValues = (foreign: string): readonly (readonly [Kind, string, (good: string) => string])[] => [
  ['words', 'too long', () => 'x'.repeat(60_000)],
  ['day', 'a day that is none', () => '2026-02-31'],
  ['day', 'no date at all', () => '1/1; drop table'],
  ['id', 'an unknown id', () => unknown],
  ['id', 'a foreign id', () => foreign],
  ['id', 'no id', () => '../0'],
  ['version', 'a stale version', good => String(good === '0' ? 7 : Number(good) - 1)],
  ['version', 'a version to come', () => '99'],
  ['choice', 'an unknown choice', () => '__proto__'],
]
