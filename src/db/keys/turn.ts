// Turning the keyring (walls §1.8), in steps that each leave behind what says that they are done. Killed anywhere, the
// next one goes on: a key is always wrapped under an epoch that still stands in the file, and no epoch leaves the file
// before the database refuses it and the keys lie in a file of their own.

import type { Client, ClientConfig } from 'pg'
import { localDateOf } from '../../domain/day.ts'
import type { Random } from '../../random.ts'
import { readKeyring, rolePassword } from '../../trust/keyring.ts'
import { keyringFault } from '../../trust/keyring-fault.ts'
import type { Epoch, Keyring } from '../../trust/keyring-text.ts'
import { beginEpoch, endEpochs, isTurnDue, listEnding } from '../../trust/keyring-turning.ts'
import { fault, StartFault } from '../embedded/fault.ts'
import type { Ground } from '../ground.ts'
import { prepareLogins } from '../logins.ts'
import { withClient } from '../owner.ts'
import { isPutDown, putDown } from './dump.ts'
import { type Rewrapped, rewrap } from './rewrap.ts'

/** `file` is the keyring's, `shelfKeys` the folder where the keys are put down. */
export type Turning = {
  ground: Pick<Ground, 'follow' | 'server'>
  file: string
  shelfKeys: string
  random: Random
}

/** `begun` and `ended` are epochs. `waits`: another process is turning, and nothing was done. */
export type Turned = Rewrapped & { begun?: number; ended: number[]; waits?: true }

const nothing: Turned = { wrapped: 0, broken: 0, ended: [] }

/**
 * Does what is due at `now`. With `anew` an epoch begins now, unless one that began is not through yet: then that one is
 * finished. Throws a StartFault that says what is wrong.
 */
export async function turnKeys(turning: Turning, now: Date, anew = false): Promise<Turned> {
  const keyring = await keyringIn(turning.file)
  if (!anew && !(await isAnythingDue(turning, keyring, now))) return nothing
  return withClient(await loginsFollow(turning, keyring), async client =>
    (await takeTurn(client)) ? turn(turning, client, now, anew) : { ...nothing, waits: true },
  )
}

async function isAnythingDue(turning: Turning, keyring: Keyring, now: Date): Promise<boolean> {
  if (isTurnDue(keyring, now) || listEnding(keyring, now).length > 0) return true
  return !(await isPutDown(turning.shelfKeys, keyring.current.n, localDateOf(now)))
}

async function turn(turning: Turning, client: Client, now: Date, anew: boolean): Promise<Turned> {
  const begun = await begin(turning, now, anew)
  const keyring = await keyringIn(turning.file)
  if (begun) await loginsFollow(turning, keyring)
  const keys = await rewrap(client, keyring, turning.random)
  const ending = listEnding(keyring, now)
  if (ending.length > 0) await refuseEnding(client, keyring, ending, turning.random)
  if (begun || keys.wrapped > 0 || (await isAnythingDue(turning, keyring, now)))
    await putKeysDown(turning, client, keyring, now)
  if (ending.length > 0)
    await endEpochs(turning.file, keyring, ending, turning.random).catch(notWritten(turning.file))
  return { ...keys, ...(begun && { begun: keyring.current.n }), ended: ending.map(({ n }) => n) }
}

// An epoch that began and has no keys put down under it is not through yet.
async function begin({ file, shelfKeys, random }: Turning, now: Date, anew: boolean): Promise<boolean> {
  const keyring = await keyringIn(file)
  const through = keyring.epochs.length === 1 || (await isPutDown(shelfKeys, keyring.current.n))
  if (!through || !(anew || isTurnDue(keyring, now))) return false
  await beginEpoch(file, keyring, random, now).catch(notWritten(file))
  return true
}

/** Every login has its password under the newest epoch. Gives the owner's. */
async function loginsFollow({ ground }: Turning, keyring: Keyring): Promise<ClientConfig> {
  const owner = await ground.follow(keyring)
  const refused = await prepareLogins(owner, ground.server.database, role =>
    rolePassword(keyring, keyring.current.n, role),
  )
  if (refused) throw rolesClosed()
  return owner
}

// Nobody makes a key meanwhile: what is under an ending epoch comes along now, and nothing new is let in under it.
async function refuseEnding(client: Client, keyring: Keyring, ending: readonly Epoch[], random: Random) {
  const oldest = keyring.epochs.find(({ n }) => !ending.some(each => each.n === n))
  await client.query(
    `begin; set local lock_timeout = '3s'; lock table shelf, pin in share row exclusive mode`,
  )
  try {
    await rewrap(client, keyring, random)
    await client.query('update installation set oldest_epoch = greatest(oldest_epoch, $1)', [oldest?.n])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw cause
  }
}

async function putKeysDown({ shelfKeys }: Turning, client: Client, keyring: Keyring, now: Date) {
  const { installation, current } = keyring
  const made = now.toISOString()
  const head = { medspil: 'shelf-keys', format: 1, installation, made, epoch: current.n } as const
  try {
    await putDown(client, shelfKeys, head, localDateOf(now))
  } catch (cause) {
    throw isOfDisk(cause) ? notPutDown(shelfKeys, cause.code) : cause
  }
}

const isOfDisk = (cause: unknown): cause is Error & { code: string } =>
  cause instanceof Error && 'syscall' in cause && 'code' in cause && typeof cause.code === 'string'

/** One turns or copies at a time; let go with the connection. */
export async function takeTurn(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock(7474, 1) as ours')
  return rows[0]?.ours === true
}

async function keyringIn(file: string): Promise<Keyring> {
  const found = await readKeyring(file)
  if ('keyring' in found) return found.keyring
  throw new StartFault(found.fault)
}

const notWritten = (file: string) => (cause: unknown) => {
  throw isOfDisk(cause) ? new StartFault(keyringFault(file, 'unwritable', cause.code).fault) : cause
}

const notPutDown = (folder: string, code: string) =>
  fault(
    `Nøglefilen kan ikke skrives i ${folder} (${code}). Sørg for, at der er plads, og at den bruger, der kører Medspil, må skrive der, eller vælg en anden mappe med MEDSPIL_SHELF_KEYS. Ingen epoke slettes før.`,
    `The file of keys cannot be written in ${folder} (${code}). See that there is room and that the user that runs Medspil may write there, or choose another folder with MEDSPIL_SHELF_KEYS. No epoch is destroyed before.`,
  )

const rolesClosed = () =>
  fault(
    'Brugeren i DATABASE_URL må ikke ændre de små rollers adgangskoder, så nøgleringen kan ikke skifte. Giv den CREATEROLE og ADMIN på rollerne. Intet er ændret.',
    'The user in DATABASE_URL may not change the small roles’ passwords, so the keyring cannot turn. Give it CREATEROLE and ADMIN on the roles. Nothing was changed.',
  )
