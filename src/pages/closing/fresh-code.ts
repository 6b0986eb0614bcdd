import { transaction } from '../../db/database.ts'
import { findAddress, findCodeRequest } from '../../db/door.ts'
import { findLogin } from '../../db/pins.ts'
import type { Tx } from '../../db/query.ts'
import { findSession, renewSession } from '../../db/sessions.ts'
import type { Deps } from '../../deps.ts'
import { codeLife, day, isFresh } from '../../domain/door.ts'
import { newToken, tokenHash } from '../../trust/codes.ts'
import type { Me, PageContext } from '../context.ts'
import { dropCookie, readCookie, writeCookie } from '../cookies.ts'
import type { Form } from '../form.ts'
import { requestCode, tryTypedCode } from '../sign-in/codes.ts'
import { tryPin } from '../sign-in/pins.ts'

// One signs with a code of one's own, mailed a moment ago (T13): also where somebody else sits at a page left open, and
// on one screen for two. The code is the door's, asked for and tried by the door's own functions.

/** What stands between somebody and their signature. */
export type Proof =
  | { state: 'fresh' }
  | { state: 'asked'; address: string; long: boolean }
  | { state: 'pin' }
  | { state: 'none' | 'no-address' | 'too-many' }

/** Where I stand: proved lately, a code on its way to me from this browser, or neither. */
export async function proofOf(c: PageContext, deps: Deps, me: Me): Promise<Proof> {
  if (isFresh(me.freshCodeAt, c.var.now)) return { state: 'fresh' }
  if (me.textsFrom) return { state: 'pin' }
  return transaction(deps.db.door, {}, async tx => (await askedFor(tx, c, me)) ?? { state: 'none' })
}

/** As {@link proofOf}, and asks for a code where there is none on its way, or another one is wanted. */
export async function askForProof(c: PageContext, deps: Deps, me: Me, another = false): Promise<Proof> {
  if (isFresh(me.freshCodeAt, c.var.now)) return { state: 'fresh' }
  if (me.textsFrom) return { state: 'pin' }
  return transaction(deps.db.door, {}, async tx => {
    const asked = another ? undefined : await askedFor(tx, c, me)
    return asked ?? ask(tx, c, deps, me)
  })
}

async function ask(tx: Tx, c: PageContext, deps: Deps, me: Me): Promise<Proof> {
  const address = await findAddress(tx, me.organisation, me.person)
  if (address === undefined) return { state: 'no-address' }
  const browser = newToken(deps.random)
  const asked = await requestCode(tx, c, deps, address, browser)
  if ('refused' in asked) return { state: 'too-many' }
  writeCookie(c, 'browser', browser, Math.floor(day / 1000))
  return { state: 'asked', address, long: asked.long }
}

async function askedFor(tx: Tx, c: PageContext, me: Me): Promise<Proof | undefined> {
  const browser = readCookie(c, 'browser')
  const row = browser ? await findCodeRequest(tx, tokenHash(browser)) : undefined
  if (!row || row.used_at || c.var.now.getTime() - row.made_at.getTime() > codeLife) return undefined
  if (row.address !== (await findAddress(tx, me.organisation, me.person))) return undefined
  return { state: 'asked', address: row.address, long: row.long_code }
}

/**
 * Takes the code a form carries; without one, or proved lately, one stays as one is. A right one lets the session go on,
 * fresh, under a new token. `gone`: this session has ended or has gone on already, as when one form is sent twice at once.
 */
export async function takeCode(
  c: PageContext,
  deps: Deps,
  me: Me,
  form: Form,
): Promise<Me | { refused: 'wrong' | 'old' | 'gone' }> {
  const typed = form.text('code').trim()
  if (typed === '' || isFresh(me.freshCodeAt, c.var.now)) return me
  const token = newToken(deps.random)
  const taken = me.textsFrom
    ? await goOnByPin(c, deps, me, typed, token)
    : await transaction(deps.db.door, { session: me.token }, tx => goOn(tx, c, deps, me, typed, token))
  if (taken !== 'taken') return { refused: taken }
  writeCookie(c, 'session', token, me.device === 'own' ? Math.floor(day / 1000) : undefined)
  dropCookie(c, 'browser')
  return { ...me, token, freshCodeAt: c.var.now }
}

async function goOn(tx: Tx, c: PageContext, deps: Deps, me: Me, typed: string, token: string) {
  const whose = await tryTypedCode(tx, c, deps, typed, me)
  const hash = tokenHash(me.token)
  if ('refused' in whose) {
    if (whose.refused === 'wrong') return 'wrong'
    return (await findSession(tx, hash)) ? 'old' : 'gone'
  }
  return (await renewSession(tx, hash, tokenHash(token), c.var.now)) ? 'taken' : 'gone'
}

/** Whoever came in by PIN proves themselves with it again. */
async function goOnByPin(c: PageContext, deps: Deps, me: Me, pin: string, token: string) {
  const login = await transaction(deps.db.door, {}, tx => findLogin(tx, me.organisation, me.person))
  const renewed = await tryPin(
    c,
    deps,
    { login: login ?? '', pin },
    tx => renewSession(tx, tokenHash(me.token), tokenHash(token), c.var.now),
    me,
  )
  if (typeof renewed === 'boolean') return renewed ? 'taken' : 'gone'
  return renewed.refused === 'wrong' ? 'wrong' : 'old'
}
