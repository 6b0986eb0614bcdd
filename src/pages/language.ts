import type { Language } from '../words/words.ts'
import type { PageContext } from './context.ts'
import { readCookie, writeCookie } from './cookies.ts'
import { languageOf } from './form.ts'

const year = 365 * 24 * 3600

/** The reader has chosen a language: for this answer, and for a year of pages. `by`: their mark; none at the door. */
export function speak(c: PageContext, chosen: string, by?: string | undefined): void {
  c.set('language', languageOf(chosen, c.var.language))
  keep(c, c.var.language, by)
}

/** What this browser has been asked to speak, and the mark of whoever asked; nobody's yet where it was asked at the door. */
export function spokenHere(c: PageContext): { language: string; by: string | undefined } | undefined {
  const [language, by] = readCookie(c, 'language')?.split('.') ?? []
  return language === undefined ? undefined : { language, by }
}

/** Somebody comes in: a language chosen at the door is theirs; one that another chose before them is not. */
export function ownLanguage(c: PageContext, reader: string): void {
  const spoken = spokenHere(c)
  if (spoken && spoken.by === undefined) keep(c, spoken.language, reader)
}

/** On a computer that others use too each meets their own language, unless they chose another here themselves. */
export function speakTo(c: PageContext, reader: string, own: Language): void {
  const spoken = spokenHere(c)
  if (!spoken || (spoken.by ?? reader) !== reader) c.set('language', own)
}

const keep = (c: PageContext, language: string, by: string | undefined) =>
  writeCookie(c, 'language', by === undefined ? language : `${language}.${by}`, year)
