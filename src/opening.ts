import { join } from 'node:path'
import type { Clock } from './clock.ts'
import { type Database, openDatabase } from './db/database.ts'
import { getDestroyed, replayDestroyed } from './db/destruction.ts'
import { fault, StartFault } from './db/embedded/fault.ts'
import { findHalfRestored } from './db/embedded/running.ts'
import { embeddedGround, embeddedStands, type Ground, serverGround } from './db/ground.ts'
import { ensureInstallation, findInstallationIn, refuseOtherKind } from './db/installation.ts'
import { dailyTurn } from './db/keys/daily-turn.ts'
import { hasPutDown } from './db/keys/dump.ts'
import { prepareLogins, rolesMissing } from './db/logins.ts'
import { migrate } from './db/migrate.ts'
import type { RoleName } from './db/roles.ts'
import type { Deps } from './deps.ts'
import type { Env } from './env.ts'
import type { Random } from './random.ts'
import { destroyedLogBeside } from './trust/destroyed.ts'
import { keyringFor, openOrMakeKeyring, rolePassword } from './trust/keyring.ts'
import type { Keyring } from './trust/keyring-text.ts'
import { createKeys } from './trust/keys.ts'
import { codeSecrets, rolePasswords } from './trust/passwords.ts'
import { createPins } from './trust/pins.ts'
import { standingKeyring } from './trust/standing-keyring.ts'

// From settings to a house whose door can be opened: keyring, server, roles, tables, keys. In that order, because each
// proves the one before; what cannot be proved stops the start with a plain word and nothing changed.

export type Opening = {
  env: Env
  checkout: string
  clock: Clock
  random: Random
  say(line: string): void
  /** The embedded data were moved or deleted: what is opened is no longer where anybody looks for it. */
  moved?(): void
  home?: string
}
export type Opened = { deps: Deps; ground: Ground; keyring: Keyring; close(): Promise<void> }

/** Opens everything an app needs. Throws a StartFault with what is wrong and what to do. */
export async function open(wish: Opening): Promise<Opened> {
  const { env } = wish
  const half = env.databaseUrl ? undefined : findHalfRestored({ ...env, ...wish })
  if (half) throw halfRestored(half)
  if (keepsData(env) && !embeddedStands(env, wish.checkout, wish.home) && (await hasPutDown(env.shelfKeys)))
    throw dataGone(env)
  const made = standingKeyring(env.keyring, await firstKeyring(wish))
  const ground = env.databaseUrl
    ? await serverGround(env.databaseUrl)
    : await embeddedGround({ ...wish, keyring: made })
  try {
    return await openOn(ground, wish)
  } catch (cause) {
    await ground.stop()
    throw cause
  }
}

/** Data of one's own, in a folder of ours: a demo begins anew whenever somebody has thrown it away. */
const keepsData = ({ databaseUrl, demo }: Env) => !databaseUrl && !demo

// The embedded superuser's password comes from the keyring, so it is needed before the database can be asked.
async function firstKeyring({ env, checkout, clock, random, home }: Opening): Promise<Keyring> {
  const mayMake = env.databaseUrl ? await isEmpty(env.databaseUrl) : !embeddedStands(env, checkout, home)
  return demand(await openOrMakeKeyring(env.keyring, { mayMake, random, now: clock.now() }))
}

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const ground = await serverGround(databaseUrl)
  return (await findInstallationIn(ground.owner)).installation === undefined
}

async function openOn(ground: Ground, { env, checkout, clock, random, say }: Opening): Promise<Opened> {
  const before = await findInstallationIn(ground.owner)
  refuseOtherKind(before.kind, env.demo)
  const found = demand(
    await keyringFor({
      file: env.keyring,
      wrappedKeysPresent: before.wrappedKeys.length > 0,
      wrappedKeys: before.wrappedKeys,
      databaseInstallation: before.installation,
      random,
      now: clock.now(),
    }),
  )
  const keyring = standingKeyring(env.keyring, found)
  const password = (role: RoleName) => rolePassword(keyring, keyring.current.n, role)
  const refused = await prepareLogins(ground.owner, ground.server.database, password)
  if (refused) throw rolesMissing(refused.sql)
  await migrate(ground.owner, ground.server.database, join(checkout, 'db/migrations'))
  const installation = await ensureInstallation(ground.owner, {
    installation: keyring.installation,
    mails: env.smtpUrl !== undefined,
    demo: env.demo,
    now: clock.now(),
  })
  // Before anybody can ask: what was destroyed stays so, whatever a backup or a kill has left (walls §1.7).
  await replayDestroyed(ground.owner, await getDestroyed(env.keyring), clock.now())
  const db = openDatabase(ground.server, role => rolePasswords(keyring, role))
  const deps = assemble({ db, keyring, installation, ground, env, clock, random, say })
  return { deps, ground, keyring, close: () => shut(db, ground) }
}

type Parts = {
  db: Database
  keyring: Keyring
  installation: Deps['installation']
  ground: Ground
  env: Env
  clock: Clock
  random: Random
  say(line: string): void
}

function assemble(parts: Parts): Deps {
  const { db, keyring, installation, ground, env, clock, random, say } = parts
  return {
    db,
    keys: createKeys({ keyring, clock, random }),
    pins: createPins({ keyring, random }),
    clock,
    random,
    origin: env.origin,
    installation,
    database: ground.kind,
    destroyedLog: destroyedLogBeside(env.keyring),
    codeSecrets: () => codeSecrets(keyring),
    turnKeys: turning(parts),
    say,
  }
}

// On a server of one's own the keyring may stand on several machines: there the operator turns it.
function turning({ ground, env, clock, random, say }: Parts): () => Promise<void> {
  if (ground.kind === 'server') return async () => {}
  return dailyTurn({ ground, file: env.keyring, shelfKeys: env.shelfKeys, random }, clock, say)
}

async function shut(db: Database, ground: Ground) {
  await db.close()
  await ground.stop()
}

function demand(found: { keyring: Keyring } | { fault: string }): Keyring {
  if ('keyring' in found) return found.keyring
  throw new StartFault(found.fault)
}

const dataGone = ({ data, shelfKeys }: Env) =>
  fault(
    `Der er ingen data i ${data}, men der har været nogle: deres nøgler ligger i ${shelfKeys}. Læg mappen med data tilbage, eller gendan en sikkerhedskopi med npm run restore. Vil du begynde forfra uden dem, så flyt ${shelfKeys} væk. Intet er ændret.`,
    `There are no data in ${data}, but there have been: their keys lie in ${shelfKeys}. Put the folder of data back, or restore a backup with npm run restore. To begin afresh without them move ${shelfKeys} away. Nothing was changed.`,
  )

const halfRestored = (folder: string) =>
  fault(
    `En gendannelse blev afbrudt: ${folder}. Kør npm run restore igen med samme sikkerhedskopi, eller slet den mappe, hvis du vil begynde forfra. Intet er ændret.`,
    `A restore was broken off: ${folder}. Run npm run restore again with the same backup, or delete that folder to begin afresh. Nothing was changed.`,
  )
