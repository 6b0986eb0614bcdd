// Freedom of form (S0-22): one talk, or several small ones with one plan and one closing. Whether they meet again is for
// the two to say when they have met; what is written stays open until then.

import type { Form } from './concept.ts'
import type { Conversation } from './conversation.ts'
import { type MoveRefusal, move, type Status } from './lifecycle.ts'

/** Whether the concept lets a talk be held in several sittings. */
export const mayMeetAgain = ({ shapes }: Form): boolean =>
  shapes?.some(shape => shape === 'several' || shape === 'one-and-several') ?? false

export type SittingRefusal = MoveRefusal | { refused: 'not-offered' | 'past-time' }

/** T9: the next sitting is agreed, and the plan stays open. */
export function meetAgain(
  talk: Conversation,
  startsAt: Date,
  now: Date,
): { status: Status; startsAt: Date } | SittingRefusal {
  const next = move('meetAgain', talk.status, talk.role)
  if ('refused' in next) return next
  if (!mayMeetAgain(talk.form)) return { refused: 'not-offered' }
  return startsAt <= now ? { refused: 'past-time' } : { ...next, startsAt }
}

/** Whether they have met before and have agreed to meet again. */
export const isBetween = ({ status, begunAt }: Conversation): boolean =>
  status === 'agreed' && begunAt !== null
