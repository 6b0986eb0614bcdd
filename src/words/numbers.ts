import type { Language } from './words.ts'

const small: Record<Language, readonly string[]> = {
  da: 'ingen et to tre fire fem seks syv otte ni'.split(' '),
  en: 'no one two three four five six seven eight nine'.split(' '),
}

/** A count within a sentence: words up to nine, figures above. "ingen", "to", "14". One is "et", as of afsnit and svar. */
export const counted = (language: Language, n: number): string => small[language][n] ?? String(n)

/** As {@link counted}, where a sentence begins with it: "To". */
export const countedFirst = (language: Language, n: number): string => begun(counted(language, n))

/** As {@link countedFirst}, of something whose one is "en", as of samtaler: "En af to samtaler". */
export const countedTalks = (language: Language, n: number): string =>
  language === 'da' && n === 1 ? 'En' : countedFirst(language, n)

const begun = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
