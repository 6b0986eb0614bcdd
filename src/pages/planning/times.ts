import { instantOf, type LocalDate } from '../../domain/day.ts'
import { parseDate, parseTime } from '../../domain/day-words.ts'
import { mostTimes } from '../../domain/invitation.ts'
import type { Form } from '../form.ts'

/** One line of the form as it was typed; `meant` is the day that was asked about and is meant all the same. */
export type TypedTime = { day: string; time: string; meant?: string }
/** `no-day` and `no-time`: one half is empty. `gap`: the hour that the clock skips in spring. */
export type TimeFault = {
  at: number
  fault: 'no-day' | 'no-time' | 'unreadable-day' | 'no-such-day' | 'unreadable-time' | 'gap'
}

export const dayField = (at: number) => `day-${at + 1}`
export const timeField = (at: number) => `time-${at + 1}`
export const meantField = (at: number) => `meant-${at + 1}`

/** How many lines the page shows when it opens. */
export const shownTimes = 6

/** The typed lines, empty ones too, so that what was typed stands where it was. */
export function typedTimes(form: Form): TypedTime[] {
  const last = form.names().reduce((most, name) => Math.max(most, lineOf(name)), shownTimes)
  return Array.from({ length: Math.min(last, mostTimes) }, (_, at) => ({
    day: form.text(dayField(at)),
    time: form.text(timeField(at)),
    meant: form.text(meantField(at)),
  }))
}

const lineOf = (name: string) => Number(/^(?:day|time)-(\d{1,3})$/.exec(name)?.[1] ?? 0)

/** The instants meant, each with its line; a line that is no time is a fault. `meant`: the odd days that are meant. */
export function readTimes(typed: readonly TypedTime[]): {
  times: { at: number; instant: Date }[]
  faults: TimeFault[]
  meant: LocalDate[]
} {
  const times: { at: number; instant: Date }[] = []
  const faults: TimeFault[] = []
  typed.forEach((line, at) => {
    if (!isTyped(line)) return
    const read = readTime(line)
    if ('fault' in read) faults.push({ at, fault: read.fault })
    else times.push({ at, instant: read.instant })
  })
  return { times, faults, meant: typed.filter(isMeant).flatMap(({ day }) => dateIn(day) ?? []) }
}

/** Whether the line's day was ticked as it stands: another day is asked about anew. */
export const isMeant = ({ day, meant }: TypedTime) => day !== '' && day === meant

function dateIn(day: string): LocalDate | undefined {
  const date = parseDate(day)
  return typeof date === 'string' ? date : undefined
}

/** Whether a line has something in it. */
export const isTyped = ({ day, time }: TypedTime) => day.trim() !== '' || time.trim() !== ''

function readTime({ day, time }: TypedTime): { instant: Date } | Pick<TimeFault, 'fault'> {
  if (day.trim() === '') return { fault: 'no-day' }
  if (time.trim() === '') return { fault: 'no-time' }
  const date = parseDate(day)
  if (typeof date !== 'string')
    return { fault: date.refused === 'no-such-day' ? 'no-such-day' : 'unreadable-day' }
  const clock = parseTime(time)
  if (typeof clock !== 'string') return { fault: 'unreadable-time' }
  const instant = instantOf(date, clock)
  return instant ? { instant } : { fault: 'gap' }
}
