import { opening } from './counts.ts'
import { words } from './words.ts'

/** A time on a day without anybody: asked about once, and taken when it is meant. */
export const closedDays = words({
  da: {
    holiday: (day: string) => `${opening(day)} er en fridag. Sæt hak, hvis du mener den.`,
    house: (house: string, day: string) => `${house} har lukket ${day}. Sæt hak, hvis du mener dagen.`,
    meant: 'Ja, vi kan mødes den dag',
    onHoliday: 'Fridag',
    inHouse: (house: string) => `${house} har lukket`,
    tick: 'Sæt hak ved en tid, hvis I mødes alligevel.',
  },
  en: {
    holiday: day => `${day} is a day off. Tick the box if you mean it.`,
    house: (house, day) => `${house} is closed on ${day}. Tick the box if you mean that day.`,
    meant: 'Yes, we can meet that day',
    onHoliday: 'Day off',
    inHouse: house => `${house} is closed`,
    tick: 'Tick a time if you meet all the same.',
  },
})
