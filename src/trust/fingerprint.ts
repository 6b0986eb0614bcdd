// A record is frozen as two parts, talk and plan, each a text that is always written the same way. 32 random bytes
// inside each part mean that nobody can guess a text and confirm the guess by its hash (walls.md §5); and since the
// fingerprint is over the two hashes, the plan still verifies after the talk is destroyed.

import { createHash } from 'node:crypto'
import type { Random } from '../random.ts'

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** The part's text: `{"content":…,"random":…}`, canonical. `random` is 32 bytes in base64. */
export function partText(content: Json, random: Random): string {
  return canonical({ content, random: Buffer.from(random.bytes(32)).toString('base64') })
}

/** SHA-256 of the part's text in UTF-8: 32 bytes. */
export function partHash(text: string): Uint8Array {
  return createHash('sha256').update(text, 'utf8').digest()
}

/** SHA-256 over the talk part's hash and then the plan part's: 32 bytes. */
export function fingerprint(talkHash: Uint8Array, planHash: Uint8Array): Uint8Array {
  return createHash('sha256').update(talkHash).update(planHash).digest()
}

/** The first 8 bytes as people read them aloud: `4f2a 91c7 0be3 d85a`. */
export function shortFingerprint(print: Uint8Array): string {
  const groups = Buffer.from(print.subarray(0, 8)).toString('hex').match(/.{4}/g)
  return (groups ?? []).join(' ')
}

/** JSON without blanks and with names in the order of their UTF-16 code units, as RFC 8785 orders them. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}
