import { scrypt, timingSafeEqual } from 'node:crypto'
import type { Random } from '../random.ts'
import { findEpoch } from './keyring.ts'
import type { Keyring } from './keyring-text.ts'
import { unwrap, wrap } from './sealing.ts'

// A PIN is six to eight figures: a million guesses, and whoever holds a copy of the database would make them all. So its
// scrypt hash is wrapped under the keyring as a shelf's key is, and can be wrapped anew when the keyring turns.

/** What a PIN's row keeps. `slip` is the slip it was chosen with: the wrapping belongs to that one alone. */
export type KeptPin = {
  organisation: string
  slip: string
  salt: Uint8Array
  epoch: number
  wrapped: Uint8Array
}

export type Pins = ReturnType<typeof createPins>

/** 16 MiB and some fifty milliseconds for each try. */
const cost = { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 2 ** 20 }

const hashOf = (pin: string, salt: Uint8Array) =>
  new Promise<Uint8Array>((done, failed) =>
    scrypt(pin, salt, 32, cost, (fault, hash) => (fault ? failed(fault) : done(hash))),
  )

export function createPins({ keyring, random }: { keyring: Keyring; random: Random }) {
  /** A new PIN as it is kept. */
  async function keep(organisation: string, slip: string, pin: string): Promise<KeptPin> {
    const { n: epoch, secret } = keyring.current
    const salt = random.bytes(16)
    const wrapped = wrap(await hashOf(pin, salt), { secret, organisation, shelf: slip, epoch }, random)
    return { organisation, slip, salt, epoch, wrapped }
  }

  /** Whether this is the PIN. Without a kept one it takes as long and is not. */
  async function matches(kept: KeptPin | undefined, pin: string): Promise<boolean> {
    const hash = await hashOf(pin, kept?.salt ?? random.bytes(16))
    const secret = kept && findEpoch(keyring, kept.epoch)?.secret
    if (!kept || !secret) return false
    const { organisation, slip: shelf, epoch } = kept
    const opened = unwrap(kept.wrapped, { secret, organisation, shelf, epoch })
    return 'key' in opened && timingSafeEqual(opened.key, hash)
  }

  return { keep, matches }
}
