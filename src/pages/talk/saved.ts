import { localTimeOf } from '../../domain/day.ts'
import { sayTime } from '../../domain/day-words.ts'
import type { Joint, JointRefusal } from '../../domain/joint.ts'
import { preparation } from '../../words/preparation.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Answer } from '../submission.ts'
import { markOf } from './joint-fields.ts'
import { otherName } from './names.ts'
import type { Visit } from './visit.ts'

/** What a save has made of the page, by what the names of its fields begin with: their versions and their marks. */
type Kept = { versions: Record<string, number>; marks: Record<string, string> }

type Refused = Iterable<JointRefusal>

/** 422 when there is something to mend; 409 when somebody else's text or pen stood in the way. */
export function statusOf(refused: Refused): 409 | 422 {
  return [...refused].some(why => why.refused === 'too-long') ? 422 : 409
}

/** What the saving script hears. With 422 the whole save is rolled back, so no version has risen. */
export function savedAnswer({ c, talk }: Visit, kept: Kept, refused: Refused, also = ''): Answer {
  const { language, now } = c.var
  const [first] = refused
  if (!first) {
    const time = preparation[language].savedAt(sayTime(localTimeOf(now), language))
    return { data: { said: [time, also].filter(Boolean).join('. '), ...kept }, status: 200 }
  }
  // Only the pen is in the way: the script sends the same again when it lies free.
  const waiting = [...refused].every(why => why.refused === 'other-writes' && !why.unseen)
  if (waiting)
    return {
      data: { said: texts[language].refused.waiting(otherName(talk)), ...kept, waiting },
      status: 409,
    }
  const said = texts[language].refused[first.refused](otherName(talk))
  const status = statusOf(refused)
  return status === 422 ? { data: { said }, status } : { data: { said, ...kept }, status }
}

export const versionsOf = (written: ReadonlyMap<string, { version: number }>, prefix = (id: string) => id) =>
  Object.fromEntries([...written].map(([id, { version }]) => [prefix(id), version]))

/** What was just saved is what the page shows now: left as it is, it is not a change of mine when the other writes. */
export const marksOf = (written: ReadonlyMap<string, Joint>) =>
  Object.fromEntries([...written].map(([id, { version, text }]) => [id, markOf(version, text)]))
