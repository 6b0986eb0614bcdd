import { sayTalkTime } from '../../domain/day-words.ts'
import { words } from '../../words/words.ts'
import type { Addressed } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'
import { type TalkTime, timeAndPlace } from './talk-time.ts'

/** `startsAt` is the new time, `wasAt` the one it had. */
export type TimeMovedLetter = TalkTime &
  Addressed & {
    readonly wasAt: Date
  }

/** The talk has another time or place. Goes out with the calendar file, its sequence one higher. */
export function timeMovedLetter(moved: TimeMovedLetter): Letter {
  const { language, reader, other, house, link, wasAt, ...time } = moved
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject(sayTalkTime(time.startsAt, time.minutes, language)),
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead(other) } },
      timeAndPlace(time, language),
      say(t.before(sayTalkTime(wasAt, time.minutes, language))),
      say(t.kept),
      { link: t.link, to: link },
    ],
  })
}

const texts = words({
  da: {
    subject: (time: string) => `Samtalen er flyttet: ${time}`,
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `Din samtale med ${other} er flyttet.`,
    before: (time: string) => `Den gamle tid var ${time}. Kalenderfilen retter den.`,
    kept: 'Det, du har skrevet, er gemt.',
    link: 'Åbn samtalen',
  },
  en: {
    subject: time => `Your talk has moved: ${time}`,
    greeting: reader => `Dear ${reader}`,
    lead: other => `Your talk with ${other} has moved.`,
    before: time => `The old time was ${time}. The calendar file puts it right.`,
    kept: 'What you have written is saved.',
    link: 'Open the talk',
  },
})
