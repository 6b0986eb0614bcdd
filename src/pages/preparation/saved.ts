import { localTimeOf } from '../../domain/day.ts'
import { sayTime } from '../../domain/day-words.ts'
import { isInStep, type Kept, type Typed } from '../../domain/draft.ts'
import { preparation } from '../../words/preparation.ts'
import type { PageContext } from '../context.ts'
import type { Answer } from '../submission.ts'

/**
 * What our script hears of its save. A page is told the version of what it shows, and of nothing else: else its next
 * save would write over text it never saw.
 */
export function savedAnswer(
  c: PageContext,
  typed: ReadonlyMap<string, Typed>,
  kept: ReadonlyMap<string, Kept>,
): Answer {
  const t = preparation[c.var.language]
  const versions = [...typed].flatMap(([id, each]) => {
    const its = kept.get(id)
    return its && isInStep(its, each) ? [[id, its.draft.version]] : []
  })
  const news = { versions: Object.fromEntries(versions) }
  const bothSaved = [...kept.values()].some(({ outcome }) => outcome === 'both')
  if (bothSaved) return { data: { said: t.stale, ...news, bothSaved }, status: 409 }
  return { data: { said: t.savedAt(sayTime(localTimeOf(c.var.now), c.var.language)), ...news }, status: 200 }
}
