import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type AddressKeptLetter = {
  readonly language: Language
  readonly reader: string
  readonly house: string
  /** The page where all changes of the address stand. */
  readonly link: string
}

/** To whoever was told of a new address that does not come after all (walls §4). */
export function addressKeptLetter({ language, reader, house, link }: AddressKeptLetter): Letter {
  const t = texts[language]
  return letter({
    language,
    house,
    subject: t.subject,
    greeting: t.greeting(reader),
    parts: [...t.lines.map(say), { link: t.link, to: link }],
  })
}

const texts = words({
  da: {
    subject: 'Din mailadresse i Medspil bliver ikke ændret',
    greeting: (reader: string) => `Kære ${reader}`,
    lines: [
      'Du fik besked om en ny mailadresse. Den er taget tilbage.',
      'Du logger ind, som du plejer. Du skal ikke gøre noget.',
    ],
    link: 'Se det i Medspil',
  },
  en: {
    subject: 'Your mail address in Medspil is not changed',
    greeting: reader => `Dear ${reader}`,
    lines: [
      'You were told of a new mail address. It has been taken back.',
      'You sign in as you always do. There is nothing for you to do.',
    ],
    link: 'See it in Medspil',
  },
})
