import { transaction } from '../../db/database.ts'
import { isSharedDevice, proveDevice } from '../../db/door.ts'
import { voidSlips } from '../../db/pins.ts'
import type { Tx } from '../../db/query.ts'
import { addSession, endSession } from '../../db/sessions.ts'
import type { Deps } from '../../deps.ts'
import { day } from '../../domain/door.ts'
import { newToken, tokenHash } from '../../trust/codes.ts'
import type { PageContext } from '../context.ts'
import { readCookie, writeCookie } from '../cookies.ts'
import { readerMark } from '../guard.ts'
import { ownLanguage } from '../language.ts'
import { takeWay } from '../way-back.ts'

// The last step of every way in: the browser is remembered, the session is made, and one goes on to where one was going.

/** Whoever has proved themselves, and what their way in may open when a slip gave it. */
export type Entering = {
  organisation: string
  person: string
  bounds?: { textsFrom: Date; talksFrom: Date | null }
}

/** Whether the browser is one's own, and the mark of whoever has come in. */
type Entered = { own: boolean; reader: string }

/** A new session's token, and the browser's own mark. */
export type Entrance = { token: string; device: string }

export const entranceOf = (c: PageContext, deps: Deps): Entrance => ({
  token: newToken(deps.random),
  device: readCookie(c, 'device') ?? newToken(deps.random),
})

/**
 * Makes the session. A browser in which somebody else has signed in is a shared computer, whatever is chosen; the session
 * it had ends, and so does a slip that its person no longer needs.
 */
export async function openSession(
  tx: Tx,
  c: PageContext,
  who: Entering,
  { token, device }: Entrance,
  remember: boolean,
): Promise<Entered> {
  const { now } = c.var
  const { organisation, person, bounds } = who
  const row = { device_hash: tokenHash(device), organisation_id: organisation, person_id: person }
  const { ofAnother, isNew } = await proveDevice(tx, { ...row, made_at: now })
  const before = readCookie(c, 'session')
  if (before) await endSession(tx, tokenHash(before))
  await voidSlips(tx, organisation, person, now)
  const own = remember && !ofAnother
  const fell = ofAnother && (remember || isNew)
  const kind = own ? ('own' as const) : ('shared' as const)
  const session = { tokenHash: tokenHash(token), organisation, person, device: kind, fell }
  await addSession(tx, { ...session, ...bounds }, now)
  return { own, reader: readerMark(who) }
}

/** The cookies of the session that was made, and the way on. */
export function goIn(c: PageContext, { token, device }: Entrance, { own, reader }: Entered): Response {
  // It outlives the session, so that whoever comes back is told why they must sign in again.
  writeCookie(c, 'session', token, own ? inSeconds(7 * day) : undefined)
  writeCookie(c, 'device', device, inSeconds(365 * day))
  ownLanguage(c, reader)
  return c.redirect(takeWay(c, reader), 303)
}

/** Whether several people have signed in with this browser: then nobody is asked whether it is their own. */
export async function isShared(c: PageContext, deps: Deps): Promise<boolean> {
  const device = readCookie(c, 'device')
  return device !== undefined && transaction(deps.db.door, {}, tx => isSharedDevice(tx, tokenHash(device)))
}

const inSeconds = (span: number) => Math.floor(span / 1000)
