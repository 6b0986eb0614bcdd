import { sayTalkTime } from '../../domain/day-words.ts'
import type { WeekLine } from '../../domain/mail-schedule.ts'
import { type Language, words } from '../../words/words.ts'
import type { Part } from './draft.ts'
import { type Letter, letter, say } from './letter.tsx'

export type WeeklyDigestLetter = {
  readonly language: Language
  readonly reader: string
  readonly house: string
  readonly lines: readonly WeekLine[]
  /** The host's own list of talks. */
  readonly link: string
}

/** A host's week in one letter: the talks that come, what waits for the host, and what has been closed. */
export function weeklyDigestLetter({ language, reader, house, lines, link }: WeeklyDigestLetter): Letter {
  const t = texts[language]
  const coming = lines.filter(({ about }) => about === 'coming').map(line => timeOf(line, language))
  const waiting = lines.flatMap(({ about, other }) =>
    about === 'coming' || about === 'closed' ? [] : [t.waits[about](other)],
  )
  const closed = lines.filter(({ about }) => about === 'closed').map(({ other }) => other)
  return letter({
    language,
    house,
    subject: t.subject,
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: coming.length > 0 ? t.coming : t.noneComing } },
      ...listed(coming),
      ...(waiting.length > 0 ? [say(t.waiting), ...listed(waiting)] : []),
      ...(closed.length > 0 ? [say(t.closed), ...listed(closed)] : []),
      { link: t.link, to: link },
    ],
  })
}

const timeOf = ({ other, startsAt, minutes }: WeekLine, language: Language) =>
  startsAt ? `${sayTalkTime(startsAt, minutes, language)}: ${other}` : other

const listed = (texts: readonly string[]): Part[] =>
  texts.length > 0 ? [{ list: texts.map(text => ({ text })) }] : []

const texts = words({
  da: {
    subject: 'Din uge med samtaler',
    greeting: (reader: string) => `Kære ${reader}`,
    coming: 'Her er de samtaler, du skal holde nu.',
    noneComing: 'Du skal ikke holde nogen samtaler de næste dage.',
    waiting: 'Det her venter på dig:',
    waits: {
      'times-wanted': (other: string) => `${other} beder om andre tider`,
      'to-close': (other: string) => `Samtalen med ${other} er holdt. Læs teksten igennem, og lås den`,
      'to-sign': (other: string) => `Læs den låste tekst fra samtalen med ${other}, og svar`,
    },
    closed: 'Siden sidst er samtalen lukket med:',
    link: 'Se dine samtaler',
  },
  en: {
    subject: 'Your week of talks',
    greeting: reader => `Dear ${reader}`,
    coming: 'Here are the talks you hold now.',
    noneComing: 'You hold no talks in the next few days.',
    waiting: 'This waits for you:',
    waits: {
      'times-wanted': other => `${other} asks for other times`,
      'to-close': other => `The talk with ${other} is held. Read the text through and lock it`,
      'to-sign': other => `Read the locked text of your talk with ${other}, and answer`,
    },
    closed: 'Since last week the talk is closed with:',
    link: 'See your talks',
  },
})
