import { sayTalkTime } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type TimesProposedLetter = {
  readonly language: Language
  readonly reader: string
  /** Who proposes. */
  readonly other: string
  readonly house: string
  /** The page where one says yes or proposes others. */
  readonly link: string
  readonly proposed: readonly Date[]
  readonly minutes: number
  /** The time that holds until the reader has answered; none when none is agreed. */
  readonly agreed?: Date | undefined
}

/** The other proposes one to three times. Nothing is changed before the reader says yes. */
export function timesProposedLetter(proposal: TimesProposedLetter): Letter {
  const { language, reader, other, house, link, proposed, minutes, agreed } = proposal
  const t = texts[language]
  const times = proposed.map(startsAt => ({ text: sayTalkTime(startsAt, minutes, language) }))
  return letter({
    language,
    house,
    subject: t.subject(other),
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead(other) } },
      { list: times },
      ...(agreed ? [say(t.holds(sayTalkTime(agreed, minutes, language)))] : []),
      say(t.answer),
      { link: t.link, to: link },
    ],
  })
}

const texts = words({
  da: {
    subject: (other: string) => `${other} foreslår en anden tid`,
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `${other} foreslår en anden tid til jeres samtale.`,
    holds: (time: string) => `Indtil du har svaret, gælder den aftalte tid: ${time}.`,
    answer: 'Sig ja til den, der passer, eller foreslå en anden på siden.',
    link: 'Svar på forslaget',
  },
  en: {
    subject: other => `${other} suggests another time`,
    greeting: reader => `Dear ${reader}`,
    lead: other => `${other} suggests another time for your talk.`,
    holds: time => `Until you have answered, the agreed time stands: ${time}.`,
    answer: 'Say yes to the one that suits you, or suggest another on the page.',
    link: 'Answer the suggestion',
  },
})
