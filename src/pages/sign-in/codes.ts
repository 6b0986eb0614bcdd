import {
  addCodeRequest,
  addFailure,
  countRequests,
  countTry,
  findCodeRequest,
  forgetOldRequests,
  holdAddress,
  isProvenDevice,
  useCode,
} from '../../db/door.ts'
import { enqueue } from '../../db/enqueue.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { type Asked, codeOf, codeRequest, tryCode } from '../../domain/door.ts'
import { codeHash, sameHash, tokenHash } from '../../trust/codes.ts'
import type { PageContext } from '../context.ts'
import { readCookie } from '../cookies.ts'
import { networkOfRequest } from '../network.ts'

// A code is asked for and tried in the same way wherever it is needed: to come in, and to sign (walls §4).

type Person = { organisation: string; person: string }

/** Asks for a code to an address, bound to the browser that holds `browser`. The same for known and unknown ones. */
export async function requestCode(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  address: string,
  browser: string,
): Promise<{ long: boolean } | { refused: 'too-many' }> {
  const network = networkOfRequest(c)
  const device = readCookie(c, 'device')
  const proven = device !== undefined && (await isProvenDevice(tx, tokenHash(device), address))
  await holdAddress(tx, address)
  await forgetOldRequests(tx, c.var.now)
  const decided = codeRequest(await countRequests(tx, address, network, c.var.now), proven)
  if ('refused' in decided) return decided
  const id = deps.random.id(c.var.now)
  await addCodeRequest(tx, {
    id,
    browser_hash: tokenHash(browser),
    address,
    network,
    proven_device: proven,
    long_code: decided.long,
    made_at: c.var.now,
  })
  await enqueue(tx, 'send-code', { id })
  return decided
}

/**
 * Tries a typed code against this browser's newest request; a right one is used up. With `only`, somebody else's code
 * is as wrong as any other: it counts as a failure and stays unused.
 */
export async function tryTypedCode(
  tx: Tx,
  c: PageContext,
  deps: Deps,
  typed: string,
  only?: Person,
): Promise<Person | { refused: 'wrong' | 'old' | 'spent' }> {
  const { now } = c.var
  const browser = readCookie(c, 'browser')
  const row = browser ? await findCodeRequest(tx, tokenHash(browser)) : undefined
  const isTheirs = !only || (row?.organisation_id === only.organisation && row.person_id === only.person)
  const matches = isTheirs && row !== undefined && fits(deps, row, codeOf(typed))
  const tried = tryCode(row && (await askedOf(tx, row, matches, now)), now)
  if (row && 'refused' in tried && tried.refused === 'wrong') {
    await countTry(tx, row.id)
    await addFailure(tx, row.address, networkOfRequest(c), now)
  }
  if ('refused' in tried) return tried
  if (!row?.organisation_id || !row.person_id) return { refused: 'wrong' }
  await useCode(tx, row.id, now)
  return { organisation: row.organisation_id, person: row.person_id }
}

const fits = (deps: Deps, { id, code_hash }: Row, code: string) =>
  code_hash !== null && deps.codeSecrets().some(secret => sameHash(code_hash, codeHash(secret, id, code)))

type Row = NonNullable<Awaited<ReturnType<typeof findCodeRequest>>>

async function askedOf(tx: Tx, row: Row, matches: boolean, now: Date): Promise<Asked> {
  await holdAddress(tx, row.address)
  const { failuresToday, failuresThisHour } = await countRequests(tx, row.address, row.network, now)
  const { made_at: madeAt, used_at: usedAt, tries, long_code: long, proven_device: provenDevice } = row
  return { madeAt, usedAt, tries, matches, long, provenDevice, failuresToday, failuresThisHour }
}
