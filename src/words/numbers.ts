import type { Language } from './words.ts'

const small: Record<Language, readonly string[]> = {
  da: 'ingen et to tre fire fem seks syv otte ni'.split(' '),
  en: 'no one two three four five six seven eight nine'.split(' '),
}

/** A count within a sentence: words up to nine, figures above. "ingen", "to", "14". */
export const counted = (language: Language, n: number): string => small[language][n] ?? String(n)

/** As {@link counted}, where a sentence begins with it: "To". */
export function countedFirst(language: Language, n: number): string {
  const said = counted(language, n)
  return said.charAt(0).toUpperCase() + said.slice(1)
}
