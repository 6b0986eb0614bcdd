import type { Env } from '../env.ts'
import { readKeyring } from '../trust/keyring.ts'
import type { Keyring } from '../trust/keyring-text.ts'
import { fault, StartFault } from './embedded/fault.ts'
import { findRunning } from './embedded/running.ts'
import { embeddedGround, embeddedStands, type Ground, runningGround, serverGround } from './ground.ts'
import { findInstallationIn } from './installation.ts'

// An installation as the commands beside the server meet it: running or not, embedded or on a server of one's own. It is
// never made here.

export type Standing = { ground: Ground; keyring: Keyring }

type Wish = { env: Env; checkout: string; say(line: string): void; home?: string }

/** Call `ground.stop()` when done: a server that ran goes on running. Throws a StartFault. */
export async function openStanding(wish: Wish): Promise<Standing> {
  const { env } = wish
  const found = await readKeyring(env.keyring)
  if ('fault' in found) throw new StartFault(found.fault)
  const { keyring } = found
  const ground = await groundFor(wish, keyring)
  try {
    const { installation } = await findInstallationIn(ground.owner)
    if (installation !== undefined && installation !== keyring.installation) throw foreign(env.keyring)
    return { ground, keyring }
  } catch (cause) {
    await ground.stop()
    throw cause
  }
}

async function groundFor(wish: Wish, keyring: Keyring): Promise<Ground> {
  const { env, checkout, home } = wish
  if (env.databaseUrl) return serverGround(env.databaseUrl)
  const socket = findRunning({ ...env, checkout, home })
  if (socket !== undefined) return runningGround(socket, keyring)
  if (!embeddedStands(env, checkout, home)) throw nothingThere(env.data)
  return embeddedGround({ ...wish, keyring })
}

const nothingThere = (data: string) =>
  fault(
    `Der er ingen Medspil-data i ${data}. Stå i den mappe, du starter Medspil fra, eller sæt MEDSPIL_DATA. Intet er ændret.`,
    `There are no Medspil data in ${data}. Stand in the folder you start Medspil from, or set MEDSPIL_DATA. Nothing was changed.`,
  )

const foreign = (keyring: string) =>
  fault(
    `Nøgleringen ${keyring} hører til en anden installation end databasen. Intet er ændret.`,
    `The keyring ${keyring} belongs to another installation than the database. Nothing was changed.`,
  )
