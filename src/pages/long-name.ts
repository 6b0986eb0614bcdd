import type { Form } from '../domain/concept.ts'
import type { Language } from '../words/words.ts'
import { inWords } from './quote.ts'

/** A kind of talk in full, as it begins a line: »Medarbejderudviklingssamtale«. */
export function longName({ long }: Form['label'], language: Language): string {
  const name = inWords(language)(long)
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
}
