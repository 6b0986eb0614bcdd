import { hkdfSync } from 'node:crypto'
import { rolePassword } from './keyring.ts'
import type { Epoch, Keyring } from './keyring-text.ts'

// What else hangs on the keyring. While it turns the server may still know the password of the epoch before, so whoever
// logs in has them all, newest first.

/** A role's password under each epoch, newest first. */
export function rolePasswords(keyring: Keyring, role: string): string[] {
  return newestFirst(keyring).map(({ n }) => rolePassword(keyring, n, role))
}

/** Secrets for the hashes of codes, newest first: a code that was sent before a turn still fits. */
export function codeSecrets(keyring: Keyring): [Uint8Array, ...Uint8Array[]] {
  const { current, installation } = keyring
  const of = ({ secret }: Epoch) =>
    Buffer.from(hkdfSync('sha256', secret, installation, 'medspil/code/1', 32))
  const earlier = newestFirst(keyring).filter(({ n }) => n !== current.n)
  return [of(current), ...earlier.map(of)]
}

const newestFirst = ({ epochs }: Keyring) => epochs.toReversed()
