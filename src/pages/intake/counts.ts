import type { Preview } from '../../db/intake/preview.ts'
import { intake as texts } from '../../words/intake.ts'
import type { Language } from '../../words/words.ts'

/** What changes, a number for each kind there is any of; what is missing is no change. */
export function countRows(preview: Preview, language: Language): { term: string; text: string }[] {
  const t = texts[language]
  return kinds.flatMap(kind => {
    const { count } = preview[kind]
    return count > 0 ? [{ term: t.kinds[kind], text: t.number(count) }] : []
  })
}

const kinds = ['newPeople', 'newPosts', 'newUnits', 'newDuties', 'changedPosts', 'hosts', 'renamed'] as const
