import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type TimesWantedLetter = {
  readonly language: Language
  readonly reader: string
  /** Who asks for other times. */
  readonly other: string
  readonly house: string
  /** The page where the reader gives more times. */
  readonly link: string
  /** Whether an agreed time holds still: the reader alone set it. */
  readonly isAgreed: boolean
}

/** None of the times fits the invited. No reason is asked for and none is told. */
export function timesWantedLetter(wanted: TimesWantedLetter): Letter {
  const { language, reader, other, house, link, isAgreed } = wanted
  const words = texts[language]
  const t = isAgreed ? words.agreed : words.offered
  return letter({
    language,
    house,
    subject: t.subject(other),
    greeting: words.greeting(reader),
    parts: [{ lead: { text: t.lead(other) } }, say(t.give), { link: t.link, to: link }],
  })
}

const texts = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    offered: {
      subject: (other: string) => `${other} beder om andre tider`,
      lead: (other: string) => `${other} beder om andre tider til jeres samtale.`,
      give: 'Giv nogle flere på siden. De gamle gælder stadig.',
      link: 'Giv flere tider',
    },
    agreed: {
      subject: (other: string) => `${other} beder om en anden tid`,
      lead: (other: string) => `${other} beder om en anden tid til jeres næste samtale.`,
      give: 'Foreslå en på siden. Den aftalte gælder så længe.',
      link: 'Foreslå en anden tid',
    },
  },
  en: {
    greeting: reader => `Dear ${reader}`,
    offered: {
      subject: other => `${other} asks for other times`,
      lead: other => `${other} asks for other times for your talk.`,
      give: 'Give some more on the page. The old ones still hold.',
      link: 'Give more times',
    },
    agreed: {
      subject: other => `${other} asks for another time`,
      lead: other => `${other} asks for another time for your next talk.`,
      give: 'Suggest one on the page. The agreed one stands meanwhile.',
      link: 'Suggest another time',
    },
  },
})
