import { askedWhy, type Closed, type ClosedDays } from './closed-days.ts'
import type { Form } from './concept.ts'
import { addMonths, type LocalDate, localDateOf } from './day.ts'
import { mailTime } from './quiet-hours.ts'

/** A time a host offers. */
export type OfferedTime = { startsAt: Date; minutes: number }

/** A time of the host's that stands already: taken for a talk, or offered to somebody who has not answered. */
export type StandingTime = OfferedTime & { taken: boolean }

export type Wish = ClosedDays & {
  minutes: number
  /** Null: "Aftaler vi senere". */
  place: string | null
  times: readonly Date[]
  standing: readonly StandingTime[]
  /** The host has seen that the length is outside the concept's own and means it. */
  lengthMeant: boolean
}

export const placeLimit = 120
export const greetingLimit = 600
export const mostTimes = 20
/** No calendar reaches further: a year typed wrong would keep everybody waiting for it. */
const monthsAhead = 18

export type TimeRefusal =
  | { refused: 'no-times' }
  | { refused: 'past-time'; at: number }
  | { refused: 'far-time'; at: number }
  | { refused: 'before-letter'; at: number; goes: Date }
  | { refused: 'closed-day'; at: number; day: LocalDate; why: Closed }
  | { refused: 'overlapping-times'; at: number }
  | { refused: 'taken-time'; at: number }
  | { refused: 'offered-time'; at: number }

export type InvitationRefusal =
  | { refused: 'unusual-length'; minutes: number }
  | { refused: 'impossible-length' }
  | TimeRefusal

/** The times to offer, or everything that stands in the way, so that the host mends it in one go. */
export function invite(
  form: Form,
  wish: Wish,
  now: Date,
): { times: readonly OfferedTime[] } | { refusals: readonly InvitationRefusal[] } {
  const refusals = [...lengthRefusals(form, wish), ...judgeDays(wish, now)]
  if (refusals.length > 0) return { refusals }
  return { times: wish.times.map(startsAt => ({ startsAt, minutes: wish.minutes })) }
}

/** S3-10: 60, 75 or 90 minutes; another length is allowed once the host has seen the hint. */
function lengthRefusals(form: Form, { minutes, lengthMeant }: Wish): InvitationRefusal[] {
  if (!isPossibleLength(minutes)) return [{ refused: 'impossible-length' }]
  return isUsualLength(form, minutes) || lengthMeant ? [] : [{ refused: 'unusual-length', minutes }]
}

type Days = Pick<Wish, 'minutes' | 'times' | 'standing' | 'closed' | 'meant'>

/** Of times typed by hand: what stands in their way, and only then what is asked about a day. */
export function judgeDays(wish: Days, now: Date): TimeRefusal[] {
  const refused = [...judgeTimes(wish, now), ...beforeLetter(wish, now)]
  const impossible = refused.flatMap(each => ('at' in each ? [each.at] : []))
  return [...refused, ...closedDays(wish).filter(({ at }) => !impossible.includes(at))]
}

/** Times on a day off, or while the house has closed: nobody is there, unless it is meant. */
export const closedDays = ({ times, ...days }: Pick<Wish, 'times' | 'closed' | 'meant'>) =>
  times.flatMap((time, at) => {
    const day = localDateOf(time)
    const why = askedWhy(day, days)
    return why ? [{ refused: 'closed-day' as const, at, day, why }] : []
  })

/** A letter waits for a decent hour: nobody picks a time that begins before they can know of it. */
export function beforeLetter({ times }: Pick<Wish, 'times'>, now: Date): TimeRefusal[] {
  const goes = mailTime(now)
  return times.flatMap((time, at) =>
    time > now && time < goes ? [{ refused: 'before-letter' as const, at, goes }] : [],
  )
}

type Times = Pick<Wish, 'minutes' | 'times' | 'standing'>

/** What stands in the way of these times, each by its place in the list. */
export function judgeTimes(wish: Times, now: Date): TimeRefusal[] {
  if (wish.times.length === 0) return [{ refused: 'no-times' }]
  return wish.times.flatMap((_, at) => timeRefusal(wish, at, now) ?? [])
}

// The same time may be offered to several, and the first of them gets it. Times that only overlap could both be taken.
function timeRefusal({ minutes, times, standing }: Times, at: number, now: Date): TimeRefusal | undefined {
  const startsAt = times[at]
  if (startsAt === undefined) return undefined
  if (startsAt <= now) return { refused: 'past-time', at }
  if (localDateOf(startsAt) > addMonths(localDateOf(now), monthsAhead)) return { refused: 'far-time', at }
  if (!isPossibleLength(minutes)) return undefined
  const time = { startsAt, minutes }
  if (times.slice(0, at).some(earlier => overlap({ startsAt: earlier, minutes }, time)))
    return { refused: 'overlapping-times', at }
  const clashing = standing.filter(each => overlap(each, time))
  if (clashing.some(each => each.taken)) return { refused: 'taken-time', at }
  return clashing.every(each => isSameTime(each, time)) ? undefined : { refused: 'offered-time', at }
}

/** Whether a talk can be so long at all, whatever the concept says. */
export const isPossibleLength = (minutes: number) =>
  Number.isInteger(minutes) && minutes >= 15 && minutes <= 240

/** Whether the concept's own span of lengths holds it: "1 – 1 ½ times varighed". */
function isUsualLength(form: Form, minutes: number): boolean {
  const { offered } = form.durationMinutes
  return minutes >= Math.min(...offered) && minutes <= Math.max(...offered)
}

const endOf = ({ startsAt, minutes }: OfferedTime) => startsAt.getTime() + minutes * 60_000

const overlap = (one: OfferedTime, other: OfferedTime) =>
  one.startsAt.getTime() < endOf(other) && other.startsAt.getTime() < endOf(one)

const isSameTime = (one: OfferedTime, other: OfferedTime) =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.minutes === other.minutes

/** A slot as one party sees it. `taken` by somebody else stays in its place and says so. */
export type SlotSeen = { id: string; startsAt: Date; minutes: number; takenBy: 'nobody' | 'us' | 'others' }
