// A keyring turns (walls.md §1.8): a new epoch begins every five days, and 48 hours after it began the older ones end. So
// what was destroyed opens nowhere seven days later, whatever backups still hold.

import type { Random } from '../random.ts'
import { type Epoch, type Keyring, keyringText, newEpoch } from './keyring-text.ts'
import { replaceFile, replaceSecret } from './new-file.ts'

const hour = 3_600_000

/** An hour short of five days: turning itself and the round's minute stay inside the seven days that are promised. */
const every = 5 * 24 * hour - hour
const stays = 48 * hour

/** Whether a new epoch is to begin. One whose beginning nobody knows is old; so is one from a clock that went wrong. */
export function isTurnDue(keyring: Keyring, now: Date): boolean {
  const [begun, next] = [keyring.current.made, nextTurn(keyring)]
  return begun === undefined || next === undefined || next <= now || begun.getTime() - now.getTime() > hour
}

/** When the next epoch is to begin; undefined: now. */
export function nextTurn({ current: { made } }: Keyring): Date | undefined {
  return made && new Date(made.getTime() + every)
}

/** When the epoch is to end: 48 hours after the next one began. */
export function endOf({ n }: Epoch, { epochs }: Keyring): Date | undefined {
  const next = epochs.find(epoch => epoch.n > n)?.made
  return next && new Date(next.getTime() + stays)
}

/** The epochs to end now. */
export function listEnding(keyring: Keyring, now: Date): Epoch[] {
  return keyring.epochs.filter(epoch => {
    const end = endOf(epoch, keyring)
    return end !== undefined && end <= now
  })
}

/** Begins an epoch, on disk when it returns. Nothing is wrapped under it yet. */
export async function beginEpoch(
  file: string,
  { installation, epochs, current }: Keyring,
  random: Random,
  now: Date,
): Promise<void> {
  const begun = newEpoch(current.n + 1, random, now)
  await replaceFile(file, keyringText(installation, [...epochs, begun]), random)
}

/** Ends these epochs for good: what is wrapped under one of them opens no more. */
export async function endEpochs(
  file: string,
  { installation, epochs }: Keyring,
  ending: readonly Epoch[],
  random: Random,
): Promise<void> {
  const kept = epochs.filter(({ n }) => !ending.some(epoch => epoch.n === n))
  await replaceSecret(file, keyringText(installation, kept), random)
}
