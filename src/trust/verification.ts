import { sameHash } from './codes.ts'
import { fingerprint, partHash } from './fingerprint.ts'

/** A record as it is kept: three hashes, and the texts of those parts whose key still lives. */
export type Kept = {
  readonly talkText: string | undefined
  readonly talkHash: Uint8Array
  readonly planText: string | undefined
  readonly planHash: Uint8Array
  readonly fingerprint: Uint8Array
}

/**
 * Whether the texts are those that were frozen: each opened part gives its hash, and the two hashes the fingerprint.
 * A destroyed part proves nothing and takes nothing: the other one verifies by its own hash (walls.md §5).
 */
export function verifies(kept: Kept): boolean {
  const matches = (text: string | undefined, hash: Uint8Array) =>
    text === undefined || sameHash(partHash(text), hash)
  return (
    matches(kept.talkText, kept.talkHash) &&
    matches(kept.planText, kept.planHash) &&
    sameHash(fingerprint(kept.talkHash, kept.planHash), kept.fingerprint)
  )
}
