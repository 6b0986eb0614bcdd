// How keys are wrapped and texts are sealed (walls.md §1.4, §1.5): AES-256-GCM with everything that says where a value
// belongs as additional data, so that a value moved, altered or brought back from another version does not open.

import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject } from 'node:crypto'
import type { Random } from '../random.ts'

/** Where a sealed value stands. `version` is the row's version, a whole number. */
export type Place = {
  table: string
  column: string
  organisation: string
  shelf: string
  row: string
  version: number
}

/** What a wrapped key belongs to, and its epoch's secret. */
export type Lock = { secret: KeyObject; organisation: string; shelf: string; epoch: number }

const format = 1
const nonceBytes = 12
const tagBytes = 16
const keyBytes = 32
const block = 64

/** 32 random bytes: the key of one shelf. */
export function newKey(random: Random): Uint8Array {
  return random.bytes(keyBytes)
}

/** `01 | nonce 12 | encrypted key 32 | tag 16`, under a key-encryption key that lives no longer than this call. */
export function wrap(key: Uint8Array, lock: Lock, random: Random): Uint8Array {
  return withKeyEncryptionKey(lock, kek => encrypt(kek, aboutKey(lock), key, random))
}

/** The key, or a refusal when the wrapping, its place or its epoch's secret is another than the one it was made with. */
export function unwrap(
  wrapped: Uint8Array,
  lock: Lock,
): { key: Uint8Array } | { refused: 'wrapped-key-altered' } {
  const key = withKeyEncryptionKey(lock, kek => decrypt(kek, aboutKey(lock), wrapped))
  return key?.length === keyBytes ? { key } : { refused: 'wrapped-key-altered' }
}

/** `01 | nonce 12 | padded UTF-8 | tag 16`: 93 bytes for a text of up to 63 bytes, 64 more for every 64 after. */
export function sealText(key: Uint8Array, place: Place, text: string, random: Random): Uint8Array {
  return sealBytes(key, place, Buffer.from(text, 'utf8'), random)
}

/** The text, or a refusal when one bit of it or of its place is another than when it was sealed. Never throws. */
export function openText(key: Uint8Array, place: Place, sealed: Uint8Array) {
  const opened = openBytes(key, place, sealed)
  return 'refused' in opened ? opened : { text: Buffer.from(opened.bytes).toString('utf8') }
}

/** As `sealText`, for what is bytes already: a PDF, an upload. */
export function sealBytes(key: Uint8Array, place: Place, bytes: Uint8Array, random: Random): Uint8Array {
  return encrypt(key, aboutText(place), padded(bytes), random)
}

/** As `openText`, for what was sealed by `sealBytes`. */
export function openBytes(
  key: Uint8Array,
  place: Place,
  sealed: Uint8Array,
): { bytes: Uint8Array } | { refused: 'sealed-text-altered' } {
  const opened = decrypt(key, aboutText(place), sealed)
  const end = opened ? opened.lastIndexOf(0x80) : -1
  return opened && end >= 0 ? { bytes: opened.subarray(0, end) } : { refused: 'sealed-text-altered' }
}

function encrypt(key: Uint8Array, about: Uint8Array, plain: Uint8Array, random: Random): Uint8Array {
  const nonce = random.bytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(about)
  return Buffer.concat([Buffer.of(format), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Uint8Array, about: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const body = 1 + nonceBytes
  if (sealed[0] !== format || sealed.length < body + tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, body), { authTagLength: tagBytes })
  decipher.setAAD(about).setAuthTag(sealed.subarray(-tagBytes))
  // GCM gives everything in update; final checks the tag. Joining the two would leave a second copy of a key behind.
  const plain = decipher.update(sealed.subarray(body, -tagBytes))
  try {
    decipher.final()
    return plain
  } catch {
    plain.fill(0)
    return undefined
  }
}

function withKeyEncryptionKey<Result>(lock: Lock, use: (kek: Uint8Array) => Result): Result {
  const kek = Buffer.from(hkdfSync('sha256', lock.secret, lock.organisation, 'medspil/kek/1', keyBytes))
  try {
    return use(kek)
  } finally {
    kek.fill(0)
  }
}

function aboutKey({ organisation, shelf, epoch }: Lock): Uint8Array {
  return listed('medspil/key/1', organisation, shelf, String(epoch))
}

function aboutText({ table, column, organisation, shelf, row, version }: Place): Uint8Array {
  return listed('medspil/text/1', table, column, organisation, shelf, row, String(version))
}

/** Each part after its length in four bytes: `ab`, `c` and `a`, `bc` are told apart. */
function listed(...parts: string[]): Uint8Array {
  const pieces = parts.map(part => Buffer.from(part, 'utf8'))
  return Buffer.concat(pieces.flatMap(piece => [lengthOf(piece), piece]))
}

function lengthOf(piece: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

/** The bytes, 0x80, then zeros up to a whole block: the last 0x80 is always ours, whatever the bytes end in. */
function padded(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(Math.ceil((bytes.length + 1) / block) * block)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  return whole
}
