import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import type { Random } from '../random.ts'
import { tokenHash } from '../trust/codes.ts'
import { type Database, transaction } from './database.ts'
import { get, list, q, run, type Tx } from './query.ts'

// The setup door (walls §4): who holds the terminal's code may make one organisation, from the browser that used it.

export const setupHours = 24

/**
 * Makes the code a start prints: 128 bits, eight groups of four to type or paste, good once for 24 hours. Codes of
 * earlier starts that nobody used end here. `owner` is the owner's connection; only the code's hash is kept.
 */
export async function makeSetupCode(owner: ClientBase, random: Random, now: Date): Promise<string> {
  const code = Buffer.from(random.bytes(16)).toString('hex')
  const expires = new Date(now.getTime() + setupHours * 3_600_000)
  await run(owner, q.deleteFrom('setup_code').where('used_at', 'is', null))
  await run(
    owner,
    q.insertInto('setup_code').values({ ...unused, code_hash: tokenHash(code), expires_at: expires }),
  )
  return code.replaceAll(/.{4}(?=.)/g, '$&-')
}

const unused = { used_at: null, browser_hash: null, finished_at: null }

/** Ties the setup to the browser that wrote the code. False when the code is unknown, used or too old. */
export async function useSetupCode(db: Database, code: string, browserToken: string): Promise<boolean> {
  return transaction(db.door, {}, async tx => {
    const rows = await list(
      tx,
      sql<{ used: boolean | null }>`select app.use_setup_code(${plainCode(code)}, ${browserToken}) as used`,
    )
    return rows[0]?.used === true
  })
}

/** A code as it is hashed: without what groups it. Of letters only a to f are in it, so an O can only be a nought. */
const plainCode = (typed: string) =>
  typed
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')

/** Whether this transaction's proof opens the setup. */
export async function isSettingUp(tx: Tx): Promise<boolean> {
  return (await get(tx, sql<{ open: boolean }>`select app.setting_up() as open`)).open
}

/**
 * As {@link isSettingUp}, and keeps every other submit of the same setup waiting until this transaction ends: then the
 * setup is finished and they find it so.
 */
export async function holdSetup(tx: Tx, browserToken: string): Promise<boolean> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`setup ${browserToken}`}, 0))`)
  return isSettingUp(tx)
}

/** Closes the setup for good. */
export async function finishSetup(tx: Tx): Promise<void> {
  await run(tx, sql`select app.finish_setup()`)
}

/** The id of the one organisation a setup can make, drawn from the browser's secret. UUIDv8. */
export function organisationOfSetup(browserToken: string): string {
  const hex = createHash('sha256').update(`medspil/setup/1|${browserToken}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Whether nobody has set up anything here yet. */
export async function isUntouched(db: Database): Promise<boolean> {
  const query = q.selectFrom('organisation').select('organisation_id').limit(1)
  return (await transaction(db.door, {}, tx => list(tx, query))).length === 0
}

/** Whether this browser's setup has made its organisation. */
export async function isSetUp(db: Database, browserToken: string): Promise<boolean> {
  const id = organisationOfSetup(browserToken)
  const query = q.selectFrom('organisation').select('organisation_id').where('organisation_id', '=', id)
  return (await transaction(db.door, {}, tx => list(tx, query))).length > 0
}
