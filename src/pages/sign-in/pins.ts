import { transaction } from '../../db/database.ts'
import { addFailure, holdAddress } from '../../db/door.ts'
import {
  countFailures,
  countSlipTry,
  failureName,
  findPin,
  findSlip,
  isKnownDevice,
  type LiveSlip,
  type PinRow,
  useSlip,
} from '../../db/pins.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { codeOf } from '../../domain/door.ts'
import { boundsOf, mustWait, trySlip } from '../../domain/slip.ts'
import { sameHash, tokenHash } from '../../trust/codes.ts'
import type { KeptPin } from '../../trust/pins.ts'
import type { PageContext } from '../context.ts'
import { readCookie } from '../cookies.ts'
import { networkOfRequest } from '../network.ts'
import type { Entering } from './entering.ts'

// PINs and slips are tried in three beats: what is there, the slow hash outside any transaction, and the verdict under a
// lock. Of fifty guesses at once the verdict counts five.

type Person = { organisation: string; person: string }
type Verdict<T> = T | { refused: 'wrong' | 'wait' | 'spent' | 'old' }

/** Tries a name and a PIN; `entered` runs with a right one, in the verdict's transaction. With `only`, nobody else's fits. */
export async function tryPin<T>(
  c: PageContext,
  deps: Deps,
  typed: { login: string; pin: string },
  entered: (tx: Tx, who: Entering) => Promise<T>,
  only?: Person,
): Promise<Verdict<T>> {
  const seen = await transaction(deps.db.door, {}, async tx => {
    const known = await knows(tx, c, typed.login)
    return (await rests(tx, c, typed.login, known)) ? undefined : { row: await findPin(tx, typed.login) }
  })
  if (!seen) return { refused: 'wait' }
  const isTheirs = !only || (seen.row?.organisation === only.organisation && seen.row.person === only.person)
  const right = (await deps.pins.matches(seen.row, typed.pin)) && isTheirs ? seen.row : undefined
  return transaction(deps.db.door, { ...proofOf(c) }, tx => judgePin(tx, c, typed.login, right, entered))
}

async function judgePin<T>(
  tx: Tx,
  c: PageContext,
  login: string,
  right: PinRow | undefined,
  entered: (tx: Tx, who: Entering) => Promise<T>,
): Promise<Verdict<T>> {
  const known = await knows(tx, c, login)
  const name = await hold(tx, login, known)
  if (await rests(tx, c, login, known)) return { refused: 'wait' }
  if (!right) {
    await addFailure(tx, name, networkOfRequest(c), c.var.now)
    return { refused: 'wrong' }
  }
  const { organisation, person, textsFrom, talksFrom } = right
  return entered(tx, { organisation, person, bounds: { textsFrom, talksFrom } })
}

/** Uses a slip: its code is spent, the chosen PIN is kept, and `entered` goes on from there. */
export async function spendSlip<T>(
  c: PageContext,
  deps: Deps,
  typed: { login: string; code: string; pin: string },
  entered: (tx: Tx, who: Entering) => Promise<T>,
): Promise<Verdict<T>> {
  const slip = await transaction(deps.db.door, {}, tx => findSlip(tx, typed.login))
  const kept =
    slip && fits(slip, typed.code) ? await deps.pins.keep(slip.organisation, slip.id, typed.pin) : undefined
  return transaction(deps.db.door, {}, tx => judgeSlip(tx, c, typed, kept, entered))
}

async function judgeSlip<T>(
  tx: Tx,
  c: PageContext,
  { login, code }: { login: string; code: string },
  kept: KeptPin | undefined,
  entered: (tx: Tx, who: Entering) => Promise<T>,
): Promise<Verdict<T>> {
  const { now } = c.var
  const known = await knows(tx, c, login)
  const name = await hold(tx, login, known)
  const slip = await findSlip(tx, login)
  const matches = slip !== undefined && kept?.slip === slip.id && fits(slip, code)
  const failed = await countFailures(tx, name, networkOfRequest(c), now)
  const tried = trySlip(slip && { ...slip, matches }, failed, known, now)
  if ('refused' in tried) {
    if (tried.refused === 'wrong') await countWrong(tx, c, name, slip)
    return tried
  }
  if (!slip || !kept) return { refused: 'wrong' }
  const bounds = boundsOf(slip, slip.wasHere, now)
  await useSlip(tx, slip, login, kept, bounds, now)
  return entered(tx, { organisation: slip.organisation, person: slip.person, bounds })
}

async function countWrong(tx: Tx, c: PageContext, name: string, slip: LiveSlip | undefined) {
  if (slip) await countSlipTry(tx, slip)
  await addFailure(tx, name, networkOfRequest(c), c.var.now)
}

const fits = (slip: LiveSlip, code: string) => sameHash(slip.codeHash, slipHash(slip.id, code))

/** A slip's code as it is kept: some 59 bits are past guessing, and it must outlive a turn of the keyring. */
export const slipHash = (slip: string, code: string): Uint8Array => tokenHash(`slip ${slip} ${codeOf(code)}`)

async function knows(tx: Tx, c: PageContext, login: string): Promise<boolean> {
  const device = readCookie(c, 'device')
  return device !== undefined && isKnownDevice(tx, tokenHash(device), login)
}

async function hold(tx: Tx, login: string, known: boolean): Promise<string> {
  const name = failureName(login, known)
  await holdAddress(tx, name)
  return name
}

const rests = async (tx: Tx, c: PageContext, login: string, known: boolean) =>
  mustWait(await countFailures(tx, failureName(login, known), networkOfRequest(c), c.var.now), known)

/** The session this browser has already, where a fresh PIN is to let it go on. */
function proofOf(c: PageContext) {
  const session = c.var.me?.token
  return session ? { session } : {}
}
