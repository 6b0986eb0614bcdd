import { sayTalkTime } from '../../domain/day-words.ts'
import { words } from '../../words/words.ts'
import type { Addressed } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'
import { type TalkTime, timeAndPlace } from './talk-time.ts'

export type NextTalkLetter = TalkTime &
  Addressed & {
    /** Whether the reader has set the time; the other is told how to get another. */
    readonly mine: boolean
  }

/** The next of several small talks has a time (T9). Goes out with the calendar file, its sequence one higher. */
export function nextTalkLetter(next: NextTalkLetter): Letter {
  const { language, reader, other, house, link, mine, ...time } = next
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject(sayTalkTime(time.startsAt, time.minutes, language)),
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: mine ? t.mine(other) : t.theirs(other) } },
      timeAndPlace(time, language),
      say(t.kept),
      say(mine ? t.move : t.ask),
      { link: t.link, to: link },
    ],
  })
}

const texts = words({
  da: {
    subject: (time: string) => `I mødes igen: ${time}`,
    greeting: (reader: string) => `Kære ${reader}`,
    mine: (other: string) => `Du og ${other} mødes igen.`,
    theirs: (other: string) => `${other} har sat en tid til jeres næste samtale.`,
    kept: 'Det, I har skrevet, er gemt. Der er stadig kun én plan.',
    move: 'Passer tiden ikke længere, så flyt den på siden.',
    ask: 'Passer tiden ikke, så bed om en anden på siden.',
    link: 'Åbn samtalen',
  },
  en: {
    subject: time => `You meet again: ${time}`,
    greeting: reader => `Dear ${reader}`,
    mine: other => `You and ${other} meet again.`,
    theirs: other => `${other} has set a time for your next talk.`,
    kept: 'What you have written is saved. There is still only one plan.',
    move: 'If the time no longer suits you, move it on the page.',
    ask: 'If the time does not suit you, ask for another on the page.',
    link: 'Open the talk',
  },
})
