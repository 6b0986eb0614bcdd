import { findPen, givePen } from '../../db/pens.ts'
import type { Tx } from '../../db/query.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { type Joint, type JointRefusal, judge, unwritten } from '../../domain/joint.ts'
import { mayWrite, takePen } from '../../domain/pen.ts'
import type { TypedJoint } from './joint-fields.ts'

/** One save of joint text: who holds the pen, and what is to be told of it. */
export type Sitting = {
  mayWrite: boolean
  /** Puts the pen into my hand for another half minute, where I write with it. */
  keepPen(place: string): Promise<string[]>
}

/** Sits down to write; `takes` is the button that takes the pen over. The conversation's row is held already. */
export async function sitDown(tx: Tx, talk: Conversation, now: Date, takes: boolean): Promise<Sitting> {
  const pen = await findPen(tx, talk)
  const me = meIn(talk).id
  return {
    mayWrite: takes || mayWrite(pen, me, now),
    async keepPen(place) {
      await givePen(tx, talk, takePen(me, now, place))
      // One event a sitting, not one a save: the pen has come from another hand.
      return pen?.holder === me ? [] : ['pen-taken']
    },
  }
}

/** What becomes of one typed joint text beside the saved one. */
export function judgeJoint(
  saved: Joint = unwritten,
  typed: TypedJoint,
  sitting: Sitting,
): 'nothing-new' | Joint | JointRefusal {
  const judged = judge({
    same: typed.text === saved.text,
    untouched: typed.untouched,
    tooLong: typed.tooLong,
    mayWrite: sitting.mayWrite,
    newest: typed.version === saved.version,
  })
  return judged === 'written' ? { text: typed.text, version: saved.version + 1 } : judged
}
