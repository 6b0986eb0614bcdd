import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { transaction } from '../db/database.ts'
import { findSession, touchSession } from '../db/sessions.ts'
import type { DemoFace } from '../demo/face.ts'
import type { Deps } from '../deps.ts'
import { tokenHash } from '../trust/codes.ts'
import { styles } from '../ui/assets.ts'
import { urls } from '../urls.ts'
import { refusalPage } from './answers.tsx'
import type { Env, Me, PageContext } from './context.ts'
import { jarOf, readCookie } from './cookies.ts'
import { languageOf } from './form.ts'
import { speakTo, spokenHere } from './language.ts'
import { pageBefore, rememberWay, signInAgain } from './way-back.ts'

/** Time, language and a number for the request; the time is read once, so a request has one now. */
export const basics =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('now', deps.clock.now())
    // A letter first: read out over a telephone, it is taken for neither a date nor a person's number.
    c.set('requestId', `f${deps.random.shownId().slice(0, 7)}`)
    c.set('jar', jarOf(deps))
    if (deps.demo) c.set('demo', deps.demo)
    const wished = c.req.header('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'da'
    c.set('language', languageOf(spokenHere(c)?.language ?? '', wished))
    await next()
  }

/** Nothing is ever kept by caches, embedded, sniffed or run from elsewhere; on every answer, errors too. */
export const secured = (deps: Deps): MiddlewareHandler<Env> => {
  const always = Object.entries(headersFor(deps))
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    for (const [name, value] of always) headers.set(name, value)
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  }
}

const sources = (addresses: readonly string[] = []) => (addresses.length > 0 ? addresses.join(' ') : "'none'")

// Only a demo frames and is framed, and only by its own addresses on this machine.
const policyOf = (demo: DemoFace | undefined) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'sha256-${styles().hash}'`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${sources(demo?.framedBy)}`,
    `frame-src ${sources(demo?.frames)}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

const headersFor = ({ origin, demo }: Pick<Deps, 'origin' | 'demo'>) => ({
  'Content-Security-Policy': policyOf(demo),
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  ...(origin.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
})

/** A write must come from our own page: by Sec-Fetch-Site, and where a browser sends none, by Origin. */
export const sameOrigin =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (c.req.header('sec-purpose')?.includes('prefetch')) return c.body(null, 204)
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('sec-fetch-site')
    const own = site === undefined ? c.req.header('origin') === deps.origin : site === 'same-origin'
    return own ? next() : refusalPage(c, { refused: 'foreign', status: 403 })
  }

/** How often a session's last sign of life is written: more often would be a write for every page. */
const seenEvery = 60_000

/** Finds who is signed in, if anybody. */
export const recognised =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const token = readCookie(c, 'session')
    if (token) await recognise(c, deps, token)
    await next()
  }

/** A page that asks by itself what is new is no sign that anybody sits before it (walls §4). */
const looksByItself = (c: PageContext) =>
  c.req.method === 'GET' && c.req.header('accept') === 'application/json'

async function recognise(c: PageContext, deps: Deps, token: string) {
  const hash = tokenHash(token)
  const { now } = c.var
  const session = await transaction(deps.db.door, { session: token }, async tx => {
    const found = await findSession(tx, hash)
    const isDue = found && now.getTime() - found.seenAt.getTime() > seenEvery
    if (isDue && !looksByItself(c)) await touchSession(tx, hash, now)
    return found
  })
  if (!session) return
  const { seenAt: _, language, ...who } = session
  c.set('me', { token, ...who })
  const reader = readerMark(who)
  c.header('Medspil-Reader', reader)
  speakTo(c, reader, language)
}

/** The same for one person on every page, and telling nothing of who it is. */
export const readerMark = ({ organisation, person }: Pick<Me, 'organisation' | 'person'>): string =>
  createHash('sha256').update(`reader ${organisation} ${person}`).digest('base64url').slice(0, 16)

/** Who is signed in; everybody else is shown the door, and goes on from there to the page they asked for. */
export function signedIn(c: PageContext): Me | Response {
  if (c.var.me) return c.var.me
  if (c.var.demo && !c.var.demo.seat) return c.redirect(c.var.demo.overview, 303)
  // What a page asks or saves by itself goes on where it is: its person signs in beside it.
  const asksItself = c.req.header('accept') === 'application/json'
  const back = c.req.method === 'GET' ? c.req.path : pageBefore(c)
  if (back && !asksItself) rememberWay(c, back)
  return c.redirect(readCookie(c, 'session') ? signInAgain : urls.signIn(), 303)
}
