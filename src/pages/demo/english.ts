import type { CookieJar, PageContext } from '../context.ts'
import { writeCookieIn } from '../cookies.ts'

/** Whoever reads the demo in English goes on in it; the demo's people have chosen Danish, but for one. */
export function keepEnglish(c: PageContext, jar: CookieJar): void {
  if (c.var.language === 'en') writeCookieIn(c, jar, 'language', 'en')
}
