import type { Language } from './words.ts'

/** What somebody wrote, between the marks of the language it is quoted in. */
export const quoted = (language: Language, text: string): string =>
  language === 'da' ? `»${text}«` : `“${text}”`
