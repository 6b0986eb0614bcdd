import type { YearRow } from '../../ui/year-rows.tsx'

/** The one house that all of them are in: it is said once, and not again on every row. */
export function oneHouse(people: readonly { unit: string }[]): string | undefined {
  const [first, ...others] = new Set(people.map(({ unit }) => unit))
  return others.length === 0 ? first : undefined
}

export const inHouse = (row: YearRow, only: string | undefined): YearRow =>
  only === undefined ? row : { ...row, place: undefined }
