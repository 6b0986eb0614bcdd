// Times painted once: from a day to a day, from an hour to an hour, so long and with so long between (experience.md §3c).

import {
  addDays,
  daysBetween,
  instantOf,
  isLocalDate,
  type LocalDate,
  type LocalTime,
  weekday,
} from './day.ts'
import { isHoliday } from './holidays.ts'
import { isPossibleLength } from './invitation.ts'

export type Stretch = {
  from: LocalDate
  to: LocalDate
  /** 1 for Monday to 7 for Sunday. */
  weekdays: readonly number[]
  opens: LocalTime
  closes: LocalTime
  minutes: number
  pause: number
}

export const mostPainted = 80
const mostDays = 120

export type PaintRefusal =
  | 'impossible-length'
  | 'days-backwards'
  | 'hours-backwards'
  | 'no-room'
  | 'no-days'
  | 'too-long'
  | 'too-many'

/** The times in the stretch, earliest first. Days off are left out of a stretch of several days. */
export function paint(stretch: Stretch): { times: readonly Date[] } | { refused: PaintRefusal } {
  const { from, to, opens, closes, minutes } = stretch
  if (!isPossibleLength(minutes)) return { refused: 'impossible-length' }
  if (!isLocalDate(from) || !isLocalDate(to) || to < from) return { refused: 'days-backwards' }
  if (closes <= opens) return { refused: 'hours-backwards' }
  if (minutesOf(closes) - minutesOf(opens) < minutes) return { refused: 'no-room' }
  if (daysBetween(from, to) > mostDays) return { refused: 'too-long' }
  const days = daysIn(stretch)
  if (days.length === 0) return { refused: 'no-days' }
  const times = days.flatMap(day => timesOn(day, stretch))
  return times.length > mostPainted ? { refused: 'too-many' } : { times }
}

/** How far apart two times begin that follow each other. */
const stepOf = ({ minutes, pause }: Pick<Stretch, 'minutes' | 'pause'>) => minutes + pause

function daysIn({ from, to, weekdays }: Stretch): LocalDate[] {
  const all = Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => addDays(from, days))
  if (from === to) return all
  return all.filter(day => weekdays.includes(weekday(day)) && !isHoliday(day))
}

function timesOn(day: LocalDate, stretch: Stretch): Date[] {
  const room = minutesOf(stretch.closes) - minutesOf(stretch.opens) - stretch.minutes
  const starts = Array.from(
    { length: Math.floor(room / stepOf(stretch)) + 1 },
    (_, at) => at * stepOf(stretch),
  )
  return starts.flatMap(after => instantOf(day, timeOf(minutesOf(stretch.opens) + after)) ?? [])
}

const minutesOf = (time: LocalTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const timeOf = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
