// A talk's time is agreed by two: one offers, the other says yes (T2–T5). Nobody gets a time without their own yes
// (S0-45), and no reason is ever asked for. What is not held this year ends by the participant's wish (T6) or by the host,
// with a cause from a short list (T7).

import type { Conversation } from './conversation.ts'
import { addDays, daysBetween, isLocalDate, type LocalDate, localDateOf } from './day.ts'
import { judgeDays, placeLimit, type TimeRefusal, type Wish } from './invitation.ts'
import { type MoveRefusal, move, type Status } from './lifecycle.ts'
import { tooLong } from './text.ts'

export const mostProposed = 3
const mostDaysOff = 30
const daysToAnswer = 14

export type ProposalRefusal =
  | TimeRefusal
  | { refused: 'too-many-times' }
  | { refused: 'same-time'; at: number }

/** T3: one to three times of one's own, which replace whatever was proposed before; or all that stands in the way. */
export function proposeTimes(
  talk: Conversation,
  wish: Pick<Wish, 'times' | 'standing' | 'closed' | 'meant'>,
  now: Date,
): { times: readonly Date[] } | { refusals: readonly ProposalRefusal[] } {
  const { times } = wish
  const refusals: ProposalRefusal[] = [...judgeDays({ minutes: talk.minutes, ...wish }, now)]
  if (times.length > mostProposed) refusals.push({ refused: 'too-many-times' })
  const same = times.findIndex(time => time.getTime() === talk.startsAt?.getTime())
  if (same >= 0) refusals.push({ refused: 'same-time', at: same })
  return refusals.length > 0 ? { refusals } : { times }
}

/** What a change of time leaves: the sequence rises once somebody's calendar may know the talk. */
export type TimeChange = { status: Status; startsAt: Date | null; wasAt: Date | null; sequence: number }

/** T2, T3, T5: the other's offered time becomes the talk's. */
export function agreeOn(talk: Conversation, startsAt: Date): TimeChange | MoveRefusal {
  const next = move('agree', talk.status, talk.role)
  if ('refused' in next) return next
  const isFirst = talk.status === 'invited' && talk.calendarSequence === 0 && talk.wasAt === null
  const sequence = isFirst ? 0 : talk.calendarSequence + 1
  return { status: next.status, startsAt, wasAt: talk.startsAt, sequence }
}

export type Postponement = TimeChange & { until: LocalDate; hostPostponements: number }
export type PostponeRefusal = MoveRefusal | { refused: 'unreadable-until' | 'past-until' | 'late-until' }

/** T4: the time falls away at once, and a new one is found by `until`, at most 30 days on; left out, those 30 days. */
export function postpone(
  talk: Conversation,
  until: LocalDate | undefined,
  now: Date,
): Postponement | PostponeRefusal {
  const next = rearrange('postpone', talk)
  if ('refused' in next) return next
  const latest = latestPostponement(now)
  const by = until ?? latest
  if (!isLocalDate(by)) return { refused: 'unreadable-until' }
  if (by < localDateOf(now)) return { refused: 'past-until' }
  if (by > latest) return { refused: 'late-until' }
  const hostPostponements = talk.hostPostponements + (talk.role === 'host' ? 1 : 0)
  return { status: next.status, ...timeGone(talk), until: by, hostPostponements }
}

/** The last day a talk may be put off to. */
export const latestPostponement = (now: Date): LocalDate => addDays(localDateOf(now), mostDaysOff)

/** T5: fourteen days have gone since it was put off, and there is no new time. */
export const waitsTooLong = ({ status, postponedAt }: Conversation, now: Date): boolean =>
  status === 'postponed' &&
  postponedAt !== null &&
  daysBetween(localDateOf(postponedAt), localDateOf(now)) >= daysToAnswer

/** Whether the participant may choose not to have the talk: where the concept lets them (S3-12: not in a yearly LUS). */
export const mayDecline = (talk: Conversation): boolean =>
  talk.form.decline && !('refused' in rearrange('decline', talk))

/** T6: no reason, and it can be undone. */
export function decline(talk: Conversation): TimeChange | MoveRefusal | { refused: 'not-offered' } {
  const next = rearrange('decline', talk)
  if ('refused' in next) return next
  return talk.form.decline ? { status: next.status, ...timeGone(talk) } : { refused: 'not-offered' }
}

/** T6 undone: until the year is over. The time is picked anew. */
export function takeUp(talk: Conversation, now: Date): { status: Status } | MoveRefusal {
  const next = move('takeUp', talk.status, talk.role)
  if ('refused' in next) return next
  const isDeclined = talk.cancelledCause === 'declined' && talk.cancelledAt !== null
  return isDeclined && yearOf(talk.cancelledAt ?? now) === yearOf(now) ? next : { refused: 'not-now' }
}

/** T7: the host ends what cannot be held. Whoever it was about misses a talk again. */
export function callOff(talk: Conversation): TimeChange | MoveRefusal {
  const next = rearrange('callOff', talk)
  return 'refused' in next ? next : { status: next.status, ...timeGone(talk) }
}

/** Whether the host may call it off now. */
export const mayCallOff = (talk: Conversation): boolean => !('refused' in rearrange('callOff', talk))

/** Whether I may write where it is held: the host, until it begins. */
export const mayPlace = ({ role, status }: Conversation): boolean =>
  role === 'host' && (status === 'invited' || status === 'agreed' || status === 'postponed')

export type PlaceRefusal = MoveRefusal | { refused: 'place-missing' | 'place-too-long' | 'same-place' }

/** »Aftaler vi senere«, and now it is agreed. Calendars that know the time are told the place. */
export function placeTalk(
  talk: Conversation,
  place: string,
): { place: string; sequence: number } | PlaceRefusal {
  if (!mayPlace(talk)) return { refused: talk.role === 'host' ? 'not-now' : 'not-yours' }
  if (place === '') return { refused: 'place-missing' }
  if (tooLong(place, placeLimit)) return { refused: 'place-too-long' }
  if (place === talk.place) return { refused: 'same-place' }
  return { place, sequence: talk.calendarSequence + (talk.startsAt === null ? 0 : 1) }
}

/** Whether it may be put off now. */
export const mayPostpone = (talk: Conversation): boolean => !('refused' in rearrange('postpone', talk))

// Once two people have met (T9), what they wrote is theirs: a talk under way is not put off, declined or called off.
function rearrange(name: 'postpone' | 'decline' | 'callOff', talk: Conversation) {
  return talk.begunAt === null ? move(name, talk.status, talk.role) : { refused: 'not-now' as const }
}

const yearOf = (at: Date) => localDateOf(at).slice(0, 4)

/** Where a time was agreed, calendars are told that it is off. */
function timeGone({ startsAt, calendarSequence }: Conversation) {
  const sequence = startsAt === null ? calendarSequence : calendarSequence + 1
  return { startsAt: null, wasAt: startsAt, sequence }
}

/** The agreed day is over, and the talk was not begun. */
export const wentBy = ({ status, startsAt }: Conversation, now: Date): boolean =>
  status === 'agreed' && startsAt !== null && localDateOf(startsAt) < localDateOf(now)
