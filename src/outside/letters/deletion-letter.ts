import type { LocalDate } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import type { Layer } from '../../domain/retention.ts'
import { deletion } from '../../words/deletion.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type DeletionLetter = {
  readonly language: Language
  readonly reader: string
  readonly house: string
  /** What kind of text goes, and when; the next first. */
  readonly texts: readonly { readonly layer: Layer; readonly on: LocalDate }[]
  /** The page where one's own data is fetched. */
  readonly link: string
}

/** T25: fourteen days before. It names kinds of text and days; no person, no conversation and no word of a text. */
export function deletionLetter({ language, reader, house, texts, link }: DeletionLetter): Letter {
  const t = letters[language]
  const lines = texts.map(({ layer, on }) => `${deletion[language].what[layer]}: ${sayDate(on, language)}`)
  return letter({
    language,
    house,
    subject: deletion[language].soon,
    greeting: t.greeting(reader),
    parts: [
      { lead: { text: t.lead } },
      { list: [...new Set(lines)].map(text => ({ text })) },
      say(t.keep),
      { link: t.link, to: link },
    ],
  })
}

const letters = words({
  da: {
    greeting: (reader: string) => `Kære ${reader}`,
    lead: 'Noget, du kan læse i Medspil, bliver slettet. Sådan er det lovet. Det kan være fra en tidligere samtale.',
    keep: 'Vil du gemme noget, så hent dine data inden. Ellers skal du ikke gøre noget.',
    link: 'Hent dine data',
  },
  en: {
    greeting: reader => `Dear ${reader}`,
    lead: 'Something you can read in Medspil will be deleted. That is what was promised. It may be from an earlier talk.',
    keep: 'If you want to keep something, fetch your data before then. Otherwise you need do nothing.',
    link: 'Fetch your data',
  },
})
