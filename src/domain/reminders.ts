/**
 * When a talk's own mails are due: three days before and the day before, at seven. Where that is a weekend or a day off
 * they come earlier, on two different days, and never too late to be of use.
 */
import { addDays, type LocalDate, localDateOf, weekday } from './day.ts'
import { isMailDay, openingOf } from './quiet-hours.ts'

export const reminderKinds = ['three-days', 'day-before'] as const
export type ReminderKind = (typeof reminderKinds)[number]

/** A talk's day, and the moment from which its reminder is due. */
export type DueDay = { day: LocalDate; from: Date }

/** A stretch of time that holds every reminder's way back over Christmas and Easter. */
const furthest = 21

/** The days whose talks are to be reminded of now. */
export function daysDue(kind: ReminderKind, now: Date): DueDay[] {
  const today = localDateOf(now)
  const days = Array.from({ length: furthest }, (_, ahead) => addDays(today, ahead))
  return days
    .map(day => ({ day, from: momentOf(kind, day) }))
    .filter(({ day, from }) => from <= now && (kind === 'day-before' || now < momentOf('day-before', day)))
}

/** When this reminder of a talk on this day is due. */
export function momentOf(kind: ReminderKind, day: LocalDate): Date {
  const dayBefore = mailDayBefore(day)
  if (kind === 'day-before') return openingOf(dayBefore)
  const [earlier = day] = [addDays(day, -2), dayBefore].toSorted()
  return openingOf(mailDayBefore(earlier))
}

function mailDayBefore(day: LocalDate): LocalDate {
  const before = addDays(day, -1)
  return isMailDay(before) ? before : mailDayBefore(before)
}

/** The Monday of the week whose digest is due now: on the first day of the week on which mails go, all day. */
export function weekDue(now: Date): LocalDate | undefined {
  const today = localDateOf(now)
  const monday = addDays(today, 1 - weekday(today))
  const first = isMailDay(monday) ? monday : mailDayAfter(monday)
  return today === first && now >= openingOf(first) ? monday : undefined
}

const mailDayAfter = (day: LocalDate): LocalDate => {
  const after = addDays(day, 1)
  return isMailDay(after) ? after : mailDayAfter(after)
}
