import { localTimeOf } from '../../domain/day.ts'
import { sayTime } from '../../domain/day-words.ts'
import type { JointRefusal } from '../../domain/joint.ts'
import { preparation } from '../../words/preparation.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Answer } from '../submission.ts'
import { otherName } from './names.ts'
import type { Visit } from './visit.ts'

type Refused = Iterable<JointRefusal>

/** 422 when there is something to mend; 409 when somebody else's text or pen stood in the way. */
export function statusOf(refused: Refused): 409 | 422 {
  return [...refused].some(why => why.refused === 'too-long') ? 422 : 409
}

/** What the saving script hears. With 422 the whole save is rolled back, so no version has risen. */
export function savedAnswer(
  { c, talk }: Visit,
  versions: Record<string, number>,
  refused: Refused,
  also = '',
): Answer {
  const { language, now } = c.var
  const [first] = refused
  if (!first) {
    const time = preparation[language].savedAt(sayTime(localTimeOf(now), language))
    return { data: { said: [time, also].filter(Boolean).join('. '), versions }, status: 200 }
  }
  // Only the pen is in the way: the script sends the same again when it lies free.
  const waiting = [...refused].every(why => why.refused === 'other-writes' && !why.unseen)
  if (waiting)
    return {
      data: { said: texts[language].refused.waiting(otherName(talk)), versions, waiting },
      status: 409,
    }
  const said = texts[language].refused[first.refused](otherName(talk))
  const status = statusOf(refused)
  return status === 422 ? { data: { said }, status } : { data: { said, versions }, status }
}

/** The new versions, by the names their fields begin with. */
export const versionsOf = (written: ReadonlyMap<string, { version: number }>, prefix = (id: string) => id) =>
  Object.fromEntries([...written].map(([id, { version }]) => [prefix(id), version]))
