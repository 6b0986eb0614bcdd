import { getCookie, setCookie } from 'hono/cookie'
import type { Seat } from '../demo/face.ts'
import type { Deps } from '../deps.ts'
import type { CookieJar, PageContext } from './context.ts'

// Few cookies, all `__Host-` (but in a demo): this host alone, whole path, never to script, only over https (and localhost).
// `session` says who you are; `browser` binds a code to the browser that asked; `device` tells that somebody signed in
// here before; `setup` is the setup door's, and `setup-typed` what was typed there; `return` is where somebody was going when the door stopped them; `language`
// (with its chooser's mark) and `time` (hidden in the room) are what one has chosen to see.
export type CookieName =
  | 'session'
  | 'browser'
  | 'device'
  | 'setup'
  | 'setup-typed'
  | 'language'
  | 'time'
  | 'return'

/**
 * A demo stands on this machine alone and has names of its own, one set for each seat of »side by side«, so that it never
 * meets another installation's cookies on localhost. There is no https there, and not every browser keeps a secure
 * cookie without.
 */
export const jarOf = ({ installation, demo }: Pick<Deps, 'installation' | 'demo'>): CookieJar =>
  installation === 'demo' ? demoJar(demo?.seat) : { prefix: '__Host-medspil-', secure: true }

export const demoJar = (seat: Seat | undefined): CookieJar => ({
  prefix: seat ? `medspil-demo-${seat}-` : 'medspil-demo-',
  secure: false,
})

export function readCookie(c: PageContext, name: CookieName): string | undefined {
  const value = getCookie(c, `${c.var.jar.prefix}${name}`)
  // No cookie of ours holds a zero byte, and the database takes none.
  return value?.includes('\0') ? undefined : value
}

/** Without `seconds` it ends with the browser's session. */
export function writeCookie(c: PageContext, name: CookieName, value: string, seconds?: number): void {
  writeCookieIn(c, c.var.jar, name, value, seconds)
}

export function writeCookieIn(
  c: PageContext,
  { prefix, secure }: CookieJar,
  name: CookieName,
  value: string,
  seconds?: number,
): void {
  setCookie(c, `${prefix}${name}`, value, {
    path: '/',
    secure,
    httpOnly: true,
    sameSite: 'Lax',
    ...(seconds !== undefined && { maxAge: seconds }),
  })
}

export function dropCookie(c: PageContext, name: CookieName): void {
  writeCookie(c, name, '', 0)
}
