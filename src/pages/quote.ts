import type { Form, Quote } from '../domain/concept.ts'
import { about } from '../words/about.ts'
import { kindNames } from '../words/kinds.ts'
import type { Language } from '../words/words.ts'

/** The concept's words on a page: its own Danish, and our gloss on English pages where there is one. */
export const inWords =
  (language: Language) =>
  ({ da, en }: Quote): string =>
    language === 'en' && en ? en : da

/** What a talk's name stands for, in the field's own spelling where the concept has another. */
export function sayMeaning({ short, long }: Form['label'], language: Language): string {
  const [, known] = Object.entries(kindNames[language]).find(([name]) => name === short) ?? []
  return about[language].means(short, known ?? inWords(language)(long))
}

/** A question with its number; what stands beside the form has none. */
export const numbered = (
  { number, text }: { readonly number: number; readonly text: Quote },
  language: Language,
): string => {
  const asked = inWords(language)(text)
  return number === 0 ? asked : `${number}. ${asked}`
}
