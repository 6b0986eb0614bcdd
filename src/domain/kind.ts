// Which talk somebody has: an employee's is MUS, a leader's is LUS, and the concept says who holds the LUS.

import { type Concept, kinds as everyKind, type Kind } from './concept.ts'

/** As what somebody is led: the leader of a house, a leader within it, or an employee. */
export type LedAs = 'leader-of-house' | 'leader' | 'employee'

/** How this host leads them: from a post, or by the duty of a board's chair. */
export type Leading = { readonly as: LedAs; readonly byDuty: boolean }

/** A team's talk stands in concepts as data; it cannot be held here yet. */
export const isHeldHere = (kind: Kind): boolean => kind !== 'grus'

/** The kind of talk to plan; none where the concept has no form for it, or gives the talk to somebody else. */
export function kindFor({ kinds }: Concept, leading: Leading): Kind | undefined {
  if (kinds.lus?.host === 'board-chair') return underChair({ kinds }, leading)
  const [only, another] = everyKind.filter(kind => kinds[kind] && isHeldHere(kind))
  // A concept for leaders alone comes with a file of leaders alone, in which the lowest lead nobody.
  if (!another) return only
  const wanted = leading.as === 'employee' ? 'mus' : 'lus'
  return kinds[wanted] && wanted
}

// S0-08: the LUS is the house's leader's alone, with the chair. Leaders within the house have MUS with their own.
function underChair({ kinds }: Pick<Concept, 'kinds'>, { as, byDuty }: Leading): Kind | undefined {
  if (byDuty) return 'lus'
  return kinds.mus && as !== 'leader-of-house' ? 'mus' : undefined
}
