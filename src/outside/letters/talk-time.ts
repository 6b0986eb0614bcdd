import { sayTalkTime } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import type { Part } from './draft.ts'

/** When and where a talk is. Without a place it is agreed on later. */
export type TalkTime = {
  readonly startsAt: Date
  readonly minutes: number
  readonly place?: string | undefined
}

/** A talk's time and place as two lines. */
export function timeAndPlace({ startsAt, minutes, place }: TalkTime, language: Language): Part {
  const t = texts[language]
  return {
    facts: [
      { head: t.time, text: sayTalkTime(startsAt, minutes, language) },
      { head: t.place, text: place ?? t.later },
    ],
  }
}

/** The place alone, while the time is still to be picked. */
export function placeAlone(place: string | undefined, language: Language): Part {
  const t = texts[language]
  return { facts: [{ head: t.place, text: place ?? t.later }] }
}

const texts = words({
  da: { time: 'Tid', place: 'Sted', later: 'Aftaler vi senere' },
  en: { time: 'Time', place: 'Place', later: 'We agree on it later' },
})
