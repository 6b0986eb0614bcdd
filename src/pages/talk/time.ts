import type { PageContext } from '../context.ts'
import { writeCookie } from '../cookies.ts'

/** »Skjul tiden« and »Vis tiden«: remembered while the browser is open, and back to the page itself. */
export function turnTime(c: PageContext, here: string): Response | undefined {
  const wish = c.req.query('tid')
  if (wish !== 'skjul' && wish !== 'vis') return undefined
  writeCookie(c, 'time', wish === 'skjul' ? 'hidden' : 'shown')
  return c.redirect(here, 303)
}
