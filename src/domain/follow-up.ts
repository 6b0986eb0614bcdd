// »Bed om en opfølgning« (T16): who asks, by when it is held, and what the calendar does meanwhile. All of it counts
// local dates: fourteen days across a change of summer time are fourteen dates.

import { type ClosedWeeks, openDayOn } from './closed-days.ts'
import type { Conversation } from './conversation.ts'
import { addDays, daysBetween, type LocalDate, localDateOf } from './day.ts'

export type FollowUp = {
  readonly id: string
  readonly status: 'wanted' | 'agreed' | 'held' | 'withdrawn'
  readonly askedBy: string
  readonly askedOn: LocalDate
  readonly dueOn: LocalDate
  readonly startsAt: Date | null
  /** Rises with every change that calendars are told of. */
  readonly calendarSequence: number
  /** Who says that it was held, and on which day. */
  readonly saidBy: string | null
  readonly saidOn: LocalDate | null
  readonly heldOn: LocalDate | null
  readonly closedWeeks: 'before' | 'after' | null
}

/** The times the leader offers for it; at most three are asked for at once. */
export type FollowUpTime = {
  readonly id: string
  readonly startsAt: Date
  /** Whether one of the two has something else then since. */
  readonly busy: boolean
}
export const mostFollowUpTimes = 3
export const followUpMinutes = 30
export const lineLimit = 300

export const isRunning = ({ status }: FollowUp): boolean => status === 'wanted' || status === 'agreed'

/** Whether this plan gives its person a follow-up to ask for: the concept says in how many days it is held (S0-51). */
export const mayAsk = ({ role, status, form }: Conversation): boolean =>
  role === 'participant' && (status === 'closed' || status === 'contested') && form.followUpDays !== undefined

/** For the host of such a talk: the other may ask, and it is theirs alone to do. */
export const mayBeAsked = (talk: Conversation): boolean =>
  talk.role === 'host' && mayAsk({ ...talk, role: 'participant' })

/** In how many days it is held, once it is asked for. */
export const followUpDays = ({ form }: Conversation): number => form.followUpDays ?? 14

/** The day by which it is held, asked for today. */
const dueFor = (talk: Conversation, today: LocalDate): LocalDate => addDays(today, followUpDays(talk))

/** What asking gives: the closing weeks inside the deadline ask for an answer at once. */
export type Asking = {
  readonly dueOn: LocalDate
  readonly closed: ClosedWeeks | undefined
  /** The last day before the house closes; none when it closes at once. */
  readonly before: LocalDate | undefined
  /** The day it would be when closed days are not counted. */
  readonly after: LocalDate
}

/** The deadline of somebody who asks on this day, with what closing weeks make of it. */
export function askingOn(talk: Conversation, today: LocalDate, weeks: readonly ClosedWeeks[]): Asking {
  const dueOn = dueFor(talk, today)
  const closed = weeks
    .filter(({ from, to }) => from <= dueOn && to > today)
    .toSorted((one, other) => one.from.localeCompare(other.from))[0]
  const before = closed && closed.from > addDays(today, 1) ? addDays(closed.from, -1) : undefined
  return { dueOn, closed, before, after: openDayOn(today, daysBetween(today, dueOn), weeks) }
}

/** Whether the asker is still to say: before the house closes, or after. */
export const asksAboutWeeks = (followUp: FollowUp, { closed }: Pick<Asking, 'closed'>): boolean =>
  closed !== undefined && followUp.closedWeeks === null && followUp.status === 'wanted'

/** The new deadline by the answer about the closing weeks; nothing when there is no such day. */
export const dueByAnswer = ({ before, after }: Asking, answer: 'before' | 'after'): LocalDate | undefined =>
  answer === 'before' ? before : after

/** »Senere er fint«: how many days on the asker may move it at a time. */
export const laterBy = [7, 14, 28] as const

/** The day by which it is held then. Counted from today once the deadline has passed. */
export const movedTo = ({ dueOn }: FollowUp, today: LocalDate, days: number): LocalDate =>
  addDays(dueOn > today ? dueOn : today, days)

/** Past its day and not held. A word of the asker's that it was held stops it; the leader's alone does not. */
export const isLate = ({ askedBy, saidBy, dueOn, ...rest }: Clock, today: LocalDate): boolean =>
  isOpen(rest) && saidBy !== askedBy && today > dueOn

type Clock = Pick<FollowUp, 'status' | 'askedBy' | 'saidBy' | 'dueOn' | 'askedOn'>
const isOpen = ({ status }: Pick<FollowUp, 'status'>) => status === 'wanted' || status === 'agreed'

/** A mail of the clock's, the day it is about, and to whom. */
export type Notice = {
  readonly kind: 'follow-up-nudge' | 'follow-up-soon' | 'follow-up-late'
  readonly on: LocalDate
  readonly to: 'host' | 'both'
}

/** What is due today: the latest alone, so that nobody gets three at once after a standstill. */
export function noticeDue(clock: Clock, today: LocalDate): Notice | undefined {
  const { dueOn, askedOn, status } = clock
  if (isLate(clock, today)) return { kind: 'follow-up-late', on: addDays(dueOn, 1), to: 'both' }
  if (!isOpen(clock) || clock.saidBy === clock.askedBy) return undefined
  const soon = addDays(dueOn, -2)
  if (today >= soon && soon > askedOn) return { kind: 'follow-up-soon', on: soon, to: 'both' }
  const nudge = addDays(dueOn, -7)
  const isNudged = status === 'wanted' && today >= nudge && nudge > askedOn
  return isNudged ? { kind: 'follow-up-nudge', on: nudge, to: 'host' } : undefined
}

/** Of one that runs: one says it was held, the other confirms; the day of the first word counts. */
export function holdFollowUp(
  followUp: FollowUp,
  me: string,
  today: LocalDate,
): { status: 'held'; heldOn: LocalDate } | { saidBy: string; saidOn: LocalDate } {
  const { saidBy, saidOn } = followUp
  if (saidBy !== null && saidOn !== null && saidBy !== me) return { status: 'held', heldOn: saidOn }
  return { saidBy: me, saidOn: saidOn ?? today }
}

/** A picked time after the deadline takes the deadline along: whoever asked has chosen it. */
export function pickTime({ dueOn, calendarSequence }: FollowUp, startsAt: Date) {
  const on = localDateOf(startsAt)
  return { dueOn: on > dueOn ? on : dueOn, sequence: calendarSequence > 0 ? calendarSequence + 1 : 0 }
}

/** What is left when an agreed time is given up: calendars are told that it is off. Nothing while none is agreed. */
export function giveUpTime({ status, startsAt, calendarSequence }: FollowUp) {
  if (status !== 'agreed' || startsAt === null) return undefined
  return { startsAt: null, wasAt: startsAt, sequence: calendarSequence + 1 }
}
