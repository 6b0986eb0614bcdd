import { getShared, logReading } from '../../db/sharing.ts'
import type { SharedAnswer } from '../../domain/answer.ts'
import { otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import type { StepVisit } from './step-visit.ts'

/**
 * What the other has shared on this step, to be read beside one's own. That it was opened is written in the same
 * transaction: no row, no text (walls §5).
 */
export async function openTheirs({
  tx,
  c,
  deps,
  talk,
  step,
}: StepVisit): Promise<ReadonlyMap<string, SharedAnswer>> {
  const theirs = await getShared(tx, deps.keys, deps.random, talk, otherIn(talk).id)
  if (step.questions.some(id => theirs.has(id)))
    await logReading(tx, deps.random, talk, 'preparation', localDateOf(c.var.now), c.var.now)
  return theirs
}
