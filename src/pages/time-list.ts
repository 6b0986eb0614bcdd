import { type ClosedWeeks, closedOn } from '../domain/closed-days.ts'
import { type LocalDate, localDateOf, localTimeOf } from '../domain/day.ts'
import { dayParts, sayDayAndMonth, sayTime, sayTimes } from '../domain/day-words.ts'
import type { SlotDay } from '../ui/slot-list.tsx'
import { closedDays } from '../words/closed-days.ts'
import type { Language } from '../words/words.ts'

/** A time to pick: its value in the form, and whether it is lost. */
type TimeToPick = { id: string; startsAt: Date; minutes: number; taken: boolean; chosen?: boolean }
type Say = (day: string, time: string) => string

/** Times to pick by local day, earliest first; the button says which one is chosen, and a day off says so. */
export function daysToPick(
  times: readonly TimeToPick[],
  say: Say,
  language: Language,
  closed: readonly ClosedWeeks[],
): SlotDay[] {
  const sorted = times.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const dates = [...new Set(sorted.map(time => localDateOf(time.startsAt)))]
  return dates.map(date => ({
    date,
    ...dayParts(date, language),
    note: noteOn(date, closed, language),
    slots: sorted
      .filter(time => localDateOf(time.startsAt) === date)
      .map(time => slotOf(time, say, language)),
  }))
}

function slotOf({ id, startsAt, minutes, taken, chosen }: TimeToPick, say: Say, language: Language) {
  const from = localTimeOf(startsAt)
  const to = localTimeOf(new Date(startsAt.getTime() + minutes * 60_000))
  return {
    value: id,
    label: sayTimes(from, to, language),
    taken,
    chosen,
    buttonLabel: say(sayDayAndMonth(localDateOf(startsAt), language), sayTime(from, language)),
  }
}

/** »Fridag«, »Kløvervangen har lukket«; nothing on a day like any other. */
export function noteOn(
  date: LocalDate,
  closed: readonly ClosedWeeks[],
  language: Language,
): string | undefined {
  const why = closedOn(date, closed)
  const t = closedDays[language]
  return why === 'holiday' ? t.onHoliday : why && t.inHouse(why.house)
}
