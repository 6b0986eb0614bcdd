import { sayTalkTime } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'
import { type TalkTime, timeAndPlace } from './talk-time.ts'

export type TimeAgreedLetter = TalkTime & {
  readonly language: Language
  /** The reader as they are greeted: »Sara«. */
  readonly reader: string
  /** The other party as the reader knows them: »Mette«, »teamet«. */
  readonly other: string
  readonly house: string
  /** The talk's page. */
  readonly link: string
}

/** Both have a time. Goes out with the calendar file. */
export function timeAgreedLetter(agreed: TimeAgreedLetter): Letter {
  const { language, reader, other, house, link, ...time } = agreed
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject(sayTalkTime(time.startsAt, time.minutes, language)),
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead(other) } },
      timeAndPlace(time, language),
      say(t.file),
      say(t.change),
      { link: t.link, to: link },
    ],
  })
}

const texts = words({
  da: {
    subject: (time: string) => `Samtalen er aftalt: ${time}`,
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `Du og ${other} har aftalt en tid.`,
    file: 'Tiden følger med som en kalenderfil. Den siger ikke, hvad I skal tale om.',
    change: 'Passer tiden ikke længere, så flyt den på siden.',
    link: 'Åbn samtalen',
  },
  en: {
    subject: time => `Your talk is set: ${time}`,
    greeting: reader => `Dear ${reader}`,
    lead: other => `You and ${other} have agreed on a time.`,
    file: 'The time comes along as a calendar file. It does not say what you will talk about.',
    change: 'If the time no longer suits you, move it on the page.',
    link: 'Open the talk',
  },
})
