import { localDateOf } from '../../domain/day.ts'
import { sayDay, sayTalkTime } from '../../domain/day-words.ts'
import { words } from '../../words/words.ts'
import type { Addressed } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'
import { type TalkTime, timeAndPlace } from './talk-time.ts'

export type DayBeforeLetter = TalkTime & Addressed

/** Time and place, on the last day on which mails go before the talk. */
export function dayBeforeLetter({ language, reader, other, house, link, ...time }: DayBeforeLetter): Letter {
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject(sayTalkTime(time.startsAt, time.minutes, language)),
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead(other, sayDay(localDateOf(time.startsAt), language)) } },
      timeAndPlace(time, language),
      say(t.quiet),
      say(t.change),
      { link: t.link, to: link },
    ],
  })
}

const texts = words({
  da: {
    subject: (time: string) => `Husk samtalen: ${time}`,
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string, day: string) => `Du og ${other} har en samtale ${day}.`,
    quiet: 'Sæt telefonen på lydløs, så I får ro til at tale.',
    change: 'Passer det ikke alligevel, så flyt den på siden. Det, du har skrevet, bliver gemt.',
    link: 'Åbn samtalen',
  },
  en: {
    subject: time => `Remember your talk: ${time}`,
    greeting: reader => `Dear ${reader}`,
    lead: (other, day) => `You and ${other} have your talk on ${day}.`,
    quiet: 'Put your phone on silent, so that you can talk in peace.',
    change: 'If it does not suit you after all, move it on the page. What you have written is kept.',
    link: 'Open the talk',
  },
})
