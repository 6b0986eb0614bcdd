// Freedom of form (S0-22): one talk, or several small ones with one plan and one closing. Whether they meet again is for
// the two to say when they have met; what is written stays open until then.

import { askedWhy, type Closed, type ClosedDays } from './closed-days.ts'
import type { Form, Shape } from './concept.ts'
import { type Conversation, meIn } from './conversation.ts'
import { addMonths, type LocalDate, localDateOf } from './day.ts'
import { type MoveRefusal, move, type Status } from './lifecycle.ts'

/** Whether the concept lets a talk be held in several sittings. */
export const mayMeetAgain = ({ shapes }: Form): boolean =>
  shapes?.some(shape => shape === 'several' || shape === 'one-and-several') ?? false

/** Small talks belong to one year's talk. */
const monthsAhead = 12

/** Whether the concept leaves a choice, and what it is without one. */
export const shapesOf = ({ shapes = [] }: Form): readonly Shape[] => (shapes.length > 1 ? shapes : [])
export const usualShape = ({ shapes = [] }: Form): Shape => shapes[0] ?? 'one'

/** Whether it was planned to meet more than once with the same plan. */
export const isSeveral = ({ shape }: Pick<Conversation, 'shape'>): boolean =>
  shape === 'several' || shape === 'one-and-several'

export type SittingRefusal =
  | MoveRefusal
  | { refused: 'not-offered' | 'past-time' | 'far-time' }
  | { refused: 'closed-day'; day: LocalDate; why: Closed }

/** The time that is wished. */
export type NextSitting = ClosedDays & { readonly startsAt: Date }

/** T9: the next sitting is agreed, and the plan stays open. */
export function meetAgain(
  talk: Conversation,
  { startsAt, ...days }: NextSitting,
  now: Date,
): { status: Status; startsAt: Date } | SittingRefusal {
  const next = move('meetAgain', talk.status, talk.role)
  if ('refused' in next) return next
  if (!mayMeetAgain(talk.form)) return { refused: 'not-offered' }
  if (startsAt <= now) return { refused: 'past-time' }
  const day = localDateOf(startsAt)
  if (day > addMonths(localDateOf(now), monthsAhead)) return { refused: 'far-time' }
  const why = askedWhy(day, days)
  return why ? { refused: 'closed-day', day, why } : { ...next, startsAt }
}

/** Whether they have met before and have agreed to meet again. */
export const isBetween = ({ status, begunAt }: Conversation): boolean =>
  status === 'agreed' && begunAt !== null

/** Whether I may ask for other times: of those the host offers, or than the one the other alone has set for the next talk. */
export function mayWantOther(talk: Conversation): boolean {
  if (talk.timesWantedAt !== null) return false
  if (talk.status === 'invited') return talk.role === 'participant'
  return isBetween(talk) && talk.timeSetBy !== null && talk.timeSetBy !== meIn(talk).id
}
