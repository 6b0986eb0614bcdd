import { sayDayAt } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'
import { masked } from './masked.ts'

export type AddressChangedLetter = {
  readonly language: Language
  readonly reader: string
  readonly house: string
  /** Which of the two addresses this letter goes to. */
  readonly sentTo: 'old' | 'new'
  readonly newAddress: string
  /** There is no old address to answer from. */
  readonly first: boolean
  /** Who wrote the new address, by name. */
  readonly changedBy: string
  /** When the new address signs in although the old one has not answered: 72 hours after the change. */
  readonly worksFrom: Date
  /** The page where the old address says yes or no; for the new one, the page to sign in on. */
  readonly link: string
}

/**
 * Tells both addresses that the way in is about to change (walls.md §4). The old one can say yes or no;
 * it sees the new one with most of the name hidden, as it may be somebody else's.
 */
export function addressChangedLetter(change: AddressChangedLetter): Letter {
  const { language, worksFrom } = change
  const t = texts[language][change.sentTo]
  return letter({
    language,
    house: change.house,
    subject: t.subject,
    greeting: texts[language].greeting(change.reader),
    parts: [
      { lead: { text: t.lead(change.changedBy, masked(change.newAddress)) } },
      ...t.lines(sayDayAt(worksFrom, language), change.first).map(say),
      { link: t.link, to: change.link },
    ],
  })
}

const texts = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    old: {
      subject: 'Din mailadresse i Medspil skal ændres',
      lead: (by: string, address: string) => `${by} har givet dig en ny mailadresse: ${address}.`,
      lines: (from: string, _first: boolean) => [
        'Er det rigtigt, så sig ja. Så kan du logge ind med den nye adresse med det samme.',
        'Er det forkert, så sig nej. Så bliver alt, som det er.',
        'Indtil da får begge adresser dine breve.',
        `Svarer du ikke, gælder den nye adresse fra ${from}.`,
      ],
      link: 'Sig ja eller nej',
    },
    new: {
      subject: 'Din nye mailadresse i Medspil',
      lead: (by: string) => `${by} har skrevet denne mailadresse ind for dig.`,
      lines: (from: string, first: boolean) => [
        'Du får breve her fra nu af.',
        first
          ? `Du kan logge ind med den fra ${from}.`
          : `Du kan logge ind, når du har sagt ja i mailen til din gamle adresse. Ellers kan du det fra ${from}.`,
        'Kender du ikke Medspil, så gør ingenting.',
      ],
      link: 'Åbn Medspil',
    },
  },
  en: {
    greeting: reader => `Dear ${reader}`,
    old: {
      subject: 'Your mail address in Medspil is about to change',
      lead: (by, address) => `${by} has given you a new mail address: ${address}.`,
      lines: from => [
        'If that is right, say yes. Then you can sign in with the new address at once.',
        'If it is wrong, say no. Then all stays as it is.',
        'Until then both addresses get your letters.',
        `If you do not answer, the new address counts from ${from}.`,
      ],
      link: 'Say yes or no',
    },
    new: {
      subject: 'Your new mail address in Medspil',
      lead: by => `${by} has entered this mail address for you.`,
      lines: (from, first) => [
        'You get letters here from now on.',
        first
          ? `You can sign in with it from ${from}.`
          : `You can sign in once you have said yes in the mail to your old address. If not, you can from ${from}.`,
        'If you do not know Medspil, do nothing.',
      ],
      link: 'Open Medspil',
    },
  },
})
