import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type SharedLetter = {
  readonly language: Language
  readonly reader: string
  /** Who has shared. */
  readonly other: string
  readonly house: string
  /** The page where what is shared can be read. */
  readonly link: string
}

/** The other party has pressed Del. What was shared is read on the page alone. */
export function sharedLetter({ language, reader, other, house, link }: SharedLetter): Letter {
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject(other),
    greeting: t.greeting(reader),
    parts: [{ lead: { text: t.lead(other) } }, say(t.back(other)), { link: t.link, to: link }],
  })
}

const texts = words({
  da: {
    subject: (other: string) => `${other} har delt sin forberedelse`,
    greeting: (reader: string) => `Kære ${reader}`,
    lead: (other: string) => `${other} har delt sin forberedelse med dig.`,
    back: (other: string) => `Du kan læse den på siden. ${other} kan tage den tilbage, indtil I starter.`,
    link: 'Læs forberedelsen',
  },
  en: {
    subject: other => `${other} has shared their preparation`,
    greeting: reader => `Dear ${reader}`,
    lead: other => `${other} has shared their preparation with you.`,
    back: other => `You can read it on the page. ${other} can take it back until you start.`,
    link: 'Read the preparation',
  },
})
