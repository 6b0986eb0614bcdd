import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type TimesWantedLetter = {
  readonly language: Language
  readonly reader: string
  /** Who asks for other times. */
  readonly other: string
  readonly house: string
  /** The invitation's page, where the host gives more times. */
  readonly link: string
}

/** None of the times fits the invited. No reason is asked for and none is told. */
export function timesWantedLetter({ language, reader, other, house, link }: TimesWantedLetter): Letter {
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject(other),
    greeting: t.greeting(reader),
    parts: [{ lead: { text: t.lead(other) } }, say(t.give), { link: t.link, to: link }],
  })
}

const texts = words({
  da: {
    subject: (other: string) => `${other} beder om andre tider`,
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `${other} beder om andre tider til jeres samtale.`,
    give: 'Giv nogle flere på siden. De gamle gælder stadig.',
    link: 'Giv flere tider',
  },
  en: {
    subject: other => `${other} asks for other times`,
    greeting: reader => `Dear ${reader}`,
    lead: other => `${other} asks for other times for your talk.`,
    give: 'Give some more on the page. The old ones still hold.',
    link: 'Give more times',
  },
})
