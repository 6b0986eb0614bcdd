import { urls } from '../urls.ts'
import type { PageContext } from './context.ts'
import { dropCookie, readCookie, writeCookie } from './cookies.ts'

// Where somebody was going when the door stopped them, or stood when their session ended by itself.

/** The door, with the words for whoever has been away for a while. */
export const signInAgain = `${urls.signIn()}?slut=tid`

/** How long the door remembers it. */
const returnWithin = 15 * 60

/** With a reader's mark only that person is led back: the next at a shared computer is somebody else. */
export const rememberWay = (c: PageContext, path: string, reader = ''): void =>
  writeCookie(c, 'return', `${path} ${reader}`.trim(), returnWithin)

/** Whence a form was sent, where a browser tells and it was a page of this host. */
export function pageBefore(c: PageContext): string | undefined {
  const from = URL.parse(c.req.header('referer') ?? '')
  return from?.host === new URL(c.req.url).host ? `${from.pathname}${from.search}` : undefined
}

/** The way back, once; Min side when there is none for this reader. */
export function takeWay(c: PageContext, reader: string): string {
  const [path = '', marked] = (readCookie(c, 'return') ?? '').split(' ')
  dropCookie(c, 'return')
  return isOurs(path) && (marked === undefined || marked === reader) ? path : urls.home()
}

/** A path of this host: `//elsewhere` and `/\\elsewhere` are addresses of other hosts to a browser. */
export const isOurs = (path: string) => /^\/(?![/\\])/.test(path)
