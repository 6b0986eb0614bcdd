import type { Quote } from '../domain/concept.ts'
import type { Language } from '../words/words.ts'

/** The concept's words on a page: its own Danish, and our gloss on English pages where there is one. */
export const inWords =
  (language: Language) =>
  ({ da, en }: Quote): string =>
    language === 'en' && en ? en : da

/** A question with its number; what stands beside the form has none. */
export const numbered = (
  { number, text }: { readonly number: number; readonly text: Quote },
  language: Language,
): string => {
  const asked = inWords(language)(text)
  return number === 0 ? asked : `${number}. ${asked}`
}
