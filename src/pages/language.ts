import type { PageContext } from './context.ts'
import { writeCookie } from './cookies.ts'
import { languageOf } from './form.ts'

const year = 365 * 24 * 3600

/** The reader has chosen a language: for this answer, and for a year of pages. */
export function speak(c: PageContext, chosen: string): void {
  c.set('language', languageOf(chosen, c.var.language))
  writeCookie(c, 'language', c.var.language, year)
}
