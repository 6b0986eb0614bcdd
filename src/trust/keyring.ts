// The keyring: one random secret per epoch, outside every database (walls.md §1.3). Every key is wrapped under one of
// them, so what no keyring opens is gone. Nothing here makes a keyring where a database already leans on one.

import { hkdfSync } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from '../fault-code.ts'
import type { Random } from '../random.ts'
import { type KeyringFault, keyringFault } from './keyring-fault.ts'
import { type Epoch, type Keyring, newKeyringText, parseKeyring } from './keyring-text.ts'
import { removeDrafts, writeOnce } from './new-file.ts'
import { unwrap } from './sealing.ts'

/** A wrapped key out of the database, to try the keyring on. */
export type WrappedKey = { organisation_id: string; id: string; epoch: number; wrapped: Uint8Array }

type Found = { keyring: Keyring } | KeyringFault

export function findEpoch(keyring: Keyring, n: number): Epoch | undefined {
  return keyring.epochs.find(epoch => epoch.n === n)
}

/** The password of a database role under one epoch's secret: 43 characters of base64url. Throws without that epoch. */
export function rolePassword(keyring: Keyring, n: number, role: string): string {
  const epoch = findEpoch(keyring, n)
  if (!epoch) throw new Error(`the keyring has no epoch ${n}`)
  const bytes = hkdfSync('sha256', epoch.secret, keyring.installation, `medspil/role/1/${role}`, 32)
  return Buffer.from(bytes).toString('base64url')
}

/** The keyring in `file`, or what is wrong with it. Changes nothing. */
export async function readKeyring(file: string): Promise<Found> {
  try {
    const open = await whoElse(file)
    if (open) return keyringFault(file, open)
    const read = parseKeyring(await readFile(file, 'utf8'))
    return 'wrong' in read ? keyringFault(file, read.wrong) : read
  } catch (error) {
    const code = codeOf(error) ?? 'unknown'
    return code === 'ENOENT' ? keyringFault(file, 'absent') : keyringFault(file, 'unreadable', code)
  }
}

/** A keyring with one epoch at `file` (0600). Of several makers at once all get the first one's. Replaces nothing. */
export async function makeKeyring(file: string, random: Random, now: Date): Promise<Found> {
  try {
    await writeOnce(file, newKeyringText(random, now), random)
  } catch (error) {
    return keyringFault(file, 'unwritable', codeOf(error) ?? 'unknown')
  }
  return readKeyring(file)
}

/**
 * Before the embedded server starts: its superuser's password comes from here. `mayMake` only where there is no
 * database folder yet.
 */
export async function openOrMakeKeyring(
  file: string,
  o: { mayMake: boolean; random: Random; now: Date },
): Promise<Found> {
  const found = await openKeyring(file)
  const makes = 'wrong' in found && found.wrong === 'absent' && o.mayMake
  return makes ? makeKeyring(file, o.random, o.now) : found
}

/**
 * Once the database can be asked: may this start use this keyring? `wrappedKeys` are live keys to try it on, at best
 * one of each epoch; without them a keyring of the right name but other secrets is found first by the first page.
 */
export async function keyringFor(o: {
  file: string
  wrappedKeysPresent: boolean
  databaseInstallation: string | undefined
  wrappedKeys?: readonly WrappedKey[]
  random: Random
  now: Date
}): Promise<Found> {
  const leaning = o.wrappedKeysPresent || o.databaseInstallation !== undefined
  const found = await openOrMakeKeyring(o.file, { mayMake: !leaning, random: o.random, now: o.now })
  if ('wrong' in found || !leaning) return found
  if (o.databaseInstallation !== found.keyring.installation) return keyringFault(o.file, 'foreign')
  const opensAll = (o.wrappedKeys ?? []).every(key => opensKey(found.keyring, key))
  return opensAll ? found : keyringFault(o.file, 'other-secrets')
}

async function openKeyring(file: string): Promise<Found> {
  const found = await readKeyring(file)
  if ('keyring' in found) await removeDrafts(file)
  return found
}

/** Whether the keyring opens it. */
export function opensKey(keyring: Keyring, { organisation_id, id, epoch, wrapped }: WrappedKey): boolean {
  const secret = findEpoch(keyring, epoch)?.secret
  if (!secret) return false
  const opened = unwrap(wrapped, { secret, organisation: organisation_id, shelf: id, epoch })
  if ('refused' in opened) return false
  opened.key.fill(0)
  return true
}

// Who may change the folder may put another keyring there, or lines into destroyed.log.
async function whoElse(file: string): Promise<'open-file' | 'open-folder' | undefined> {
  if ((await stat(file)).mode & 0o077) return 'open-file'
  return (await stat(dirname(file))).mode & 0o022 ? 'open-folder' : undefined
}
