import type { Form, Kind, Role, Shape } from './concept.ts'
import { type LocalDate, localDateOf } from './day.ts'
import { type MoveRefusal, move, type Status } from './lifecycle.ts'
import type { DeletionDates, Periods } from './retention.ts'

/** Somebody as the other party reads them. */
export type Someone = { id: string; name: string }

/** Why a host calls a talk off: whoever it is about has left, there are two of it, or it was a mistake. */
export const callOffCauses = ['left', 'double', 'mistake'] as const
export type CallOffCause = (typeof callOffCauses)[number]

/** One conversation as one of its parties sees it. */
export type Conversation = {
  id: string
  organisation: string
  kind: Kind
  status: Status
  minutes: number
  /** How it was planned to be held (S0-22). */
  shape: Shape
  place: string | null
  startsAt: Date | null
  invitedAt: Date | null
  timesWantedAt: Date | null
  begunAt: Date | null
  heldOn: LocalDate | null
  beginProposedBy: string | null
  endProposedBy: string | null
  closedAt: Date | null
  calendarSequence: number
  /** The day the texts of each layer are deleted, once they have one. */
  deletesOn: Readonly<Partial<DeletionDates>>
  /** How long the organisation keeps texts: the rule until then. */
  periods: Readonly<Periods>
  /** The time it had before the last change. */
  wasAt: Date | null
  /** Put off: when, by whom, and the day a new time is to be found by (T4). */
  postponedAt: Date | null
  postponedBy: string | null
  postponedUntil: LocalDate | null
  hostPostponements: number
  /** Why it will not be held; `declined` is the participant's own wish (T6, T7). */
  cancelledCause: 'declined' | CallOffCause | null
  cancelledAt: Date | null
  /** Who has proposed times that wait for the other's answer (T3). */
  timesProposedBy: string | null
  /** Who alone has set the time of the next small talk (T9). */
  timeSetBy: string | null
  unit: string
  house: string
  year: number
  form: Form
  /** Which of the two I am. */
  role: Role
  host: Someone
  participant: Someone
  /** The one who is not here any more, and from which day: the talk waits (T19, T20). */
  left: { role: Role; on: LocalDate } | null
}

export const meIn = (talk: Conversation): Someone => (talk.role === 'host' ? talk.host : talk.participant)
export const otherIn = (talk: Conversation): Someone => (talk.role === 'host' ? talk.participant : talk.host)

/** The other proposes times, and it is for me to say yes or no (T3). */
export const isToAnswerTimes = (talk: Conversation): boolean =>
  talk.timesProposedBy !== null && talk.timesProposedBy !== meIn(talk).id

/** I have invited, and no time is agreed yet. */
export const isInviting = ({ role, status }: Conversation): boolean => role === 'host' && status === 'invited'

/** The name one is spoken to with. */
export const firstName = (name: string) => name.split(' ')[0] ?? name

/**
 * T8: on the day or after it anybody opens the room; before it, when both say so. `proposed` waits for the other.
 */
export function beginTalk(
  talk: Conversation,
  now: Date,
): { status: Status } | { proposed: string } | MoveRefusal {
  const next = move('begin', talk.status, talk.role)
  if ('refused' in next) return next
  const me = meIn(talk).id
  const isDay = talk.startsAt !== null && localDateOf(now) >= localDateOf(talk.startsAt)
  const otherAgrees = talk.beginProposedBy !== null && talk.beginProposedBy !== me
  return isDay || otherAgrees ? next : { proposed: me }
}

/** T10: one says it is held, the other confirms; the day of the confirmed word counts as held. */
export function holdTalk(
  talk: Conversation,
  now: Date,
): { status: Status; heldOn: LocalDate } | { proposed: string } | MoveRefusal {
  const next = move('hold', talk.status, talk.role)
  if ('refused' in next) return next
  const me = meIn(talk).id
  if (talk.endProposedBy === null || talk.endProposedBy === me) return { proposed: me }
  return { ...next, heldOn: localDateOf(now) }
}

/** »Ikke endnu«: the word that it has been held is taken off the table again, by either of the two. */
export function goOnTalking({ status, endProposedBy }: Conversation): { proposed: null } | MoveRefusal {
  return status === 'talking' && endProposedBy !== null ? { proposed: null } : { refused: 'not-now' }
}
