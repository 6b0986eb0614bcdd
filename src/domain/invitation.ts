import type { Form } from './concept.ts'
import { type LocalDate, localDateOf } from './day.ts'

/** A time a host offers. */
export type OfferedTime = { startsAt: Date; minutes: number }

export type Wish = {
  minutes: number
  /** Null: "Aftaler vi senere". */
  place: string | null
  times: readonly Date[]
  /** The host has seen that the length is outside the concept's own and means it. */
  lengthMeant: boolean
}

export const placeLimit = 120
export const greetingLimit = 600
export const mostTimes = 20

export type InvitationRefusal =
  | { refused: 'no-times' }
  | { refused: 'unusual-length'; minutes: number }
  | { refused: 'impossible-length' }
  | { refused: 'past-time'; at: number }
  | { refused: 'overlapping-times'; at: number }

/** S3-10: 60, 75 or 90 minutes; another length is allowed once the host has seen the hint. */
export function invite(
  form: Form,
  wish: Wish,
  now: Date,
): { times: readonly OfferedTime[] } | InvitationRefusal {
  const { minutes, times } = wish
  if (!Number.isInteger(minutes) || minutes < 15 || minutes > 240) return { refused: 'impossible-length' }
  if (!isUsualLength(form, minutes) && !wish.lengthMeant) return { refused: 'unusual-length', minutes }
  if (times.length === 0) return { refused: 'no-times' }
  const past = times.findIndex(time => time <= now)
  if (past >= 0) return { refused: 'past-time', at: past }
  const clash = times.findIndex((time, at) =>
    times.some((other, i) => i < at && overlap(time, other, minutes)),
  )
  if (clash >= 0) return { refused: 'overlapping-times', at: clash }
  return { times: times.map(startsAt => ({ startsAt, minutes })) }
}

/** Whether the concept's own span of lengths holds it: "1 – 1 ½ times varighed". */
function isUsualLength(form: Form, minutes: number): boolean {
  const { offered } = form.durationMinutes
  return minutes >= Math.min(...offered) && minutes <= Math.max(...offered)
}

const overlap = (one: Date, other: Date, minutes: number) =>
  Math.abs(one.getTime() - other.getTime()) < minutes * 60_000

/** A slot as one party sees it. `taken` by somebody else stays in its place and says so. */
export type SlotSeen = { id: string; startsAt: Date; minutes: number; takenBy: 'nobody' | 'us' | 'others' }

/** Slots by local day, earliest first. */
export function byDay(slots: readonly SlotSeen[]): { date: LocalDate; slots: readonly SlotSeen[] }[] {
  const sorted = slots.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const days = [...new Set(sorted.map(slot => localDateOf(slot.startsAt)))]
  return days.map(date => ({ date, slots: sorted.filter(slot => localDateOf(slot.startsAt) === date) }))
}
