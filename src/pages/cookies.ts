import { getCookie, setCookie } from 'hono/cookie'
import type { PageContext } from './context.ts'

// Few cookies, all `__Host-`: this host alone, whole path, never to script, only over https (and localhost).
// `session` says who you are; `browser` binds a code to the browser that asked; `device` tells that somebody signed in
// here before; `setup` is the setup door's, and `setup-typed` what was typed there; `return` is where somebody was going when the door stopped them; `language`
// and `time` (hidden in the room) are what one has chosen to see.
export type CookieName =
  | 'session'
  | 'browser'
  | 'device'
  | 'setup'
  | 'setup-typed'
  | 'language'
  | 'time'
  | 'return'

const nameOf = (name: CookieName) => `__Host-medspil-${name}`

export function readCookie(c: PageContext, name: CookieName): string | undefined {
  const value = getCookie(c, nameOf(name))
  // No cookie of ours holds a zero byte, and the database takes none.
  return value?.includes('\0') ? undefined : value
}

/** Without `seconds` it ends with the browser's session. */
export function writeCookie(c: PageContext, name: CookieName, value: string, seconds?: number): void {
  setCookie(c, nameOf(name), value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(seconds !== undefined && { maxAge: seconds }),
  })
}

export function dropCookie(c: PageContext, name: CookieName): void {
  writeCookie(c, name, '', 0)
}
