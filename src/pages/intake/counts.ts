import type { Preview } from '../../db/intake/preview.ts'
import { worksFrom } from '../../domain/address-change.ts'
import { sayMoment } from '../../domain/day-words.ts'
import { intake as texts } from '../../words/intake.ts'
import type { Language } from '../../words/words.ts'

/**
 * What changes, a number for each kind there is any of; what is missing is no change. `placedAt`: when it is put in place,
 * which is when the new addresses' 72 hours begin.
 */
export function countRows(
  preview: Preview,
  placedAt: Date,
  language: Language,
): { term: string; text: string }[] {
  const t = texts[language]
  return kinds.flatMap(kind => {
    const { count } = preview[kind]
    const term =
      kind === 'addresses' ? t.newAddressFrom(sayMoment(worksFrom(placedAt), language)) : t.kinds[kind]
    return count > 0 ? [{ term, text: t.number(count) }] : []
  })
}

const kinds = [
  ...(['newPeople', 'newPosts', 'newUnits', 'newDuties', 'changedPosts', 'hosts', 'renamed'] as const),
  ...(['addresses', 'firstAddresses', 'keptAddresses'] as const),
]
