import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Random } from '../random.ts'

/** SHA-256 of a token, as the database keeps it. Text in, so that SQL's sha256 of the same text is equal. */
export const tokenHash = (token: string): Uint8Array => createHash('sha256').update(token, 'utf8').digest()

/** 256 random bits for a cookie. */
export const newToken = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url')

// Without I, L, O, 0 and 1: they are read aloud and typed from paper.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Six figures, or ten letters and figures when many have failed lately. Even: bytes that would skew are passed over. */
export function newCode(random: Random, long: boolean): string {
  return long ? drawn(random, letters, 10) : drawn(random, '0123456789', 6)
}

/** Twelve letters and figures for a printed slip, some 59 bits: it lies about for days where a mailed code lives minutes. */
export const newSlipCode = (random: Random): string => drawn(random, letters, 12)

function drawn(random: Random, alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length)
  let code = ''
  while (code.length < length) {
    for (const byte of random.bytes(32)) {
      if (byte < fair && code.length < length) code += alphabet.charAt(byte % alphabet.length)
    }
  }
  return code
}

/** A code's hash under the installation's secret and its own request: a copy of the database gives no code. */
export function codeHash(secret: Uint8Array, request: string, code: string): Uint8Array {
  return createHmac('sha256', secret).update(`${request}|${code}`, 'utf8').digest()
}

/** Equal, in the same time wherever they differ. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
