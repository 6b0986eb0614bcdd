import { randomBytes, randomUUID } from 'node:crypto'

/** Randomness, passed in like the clock. */
export type Random = {
  bytes(count: number): Uint8Array
  /** An id that another person's page or address may show: not ordered by time (walls §5). */
  shownId(): string
  /** A UUIDv7 for rows nobody else sees; `at` gives its order. */
  id(at: Date): string
}

export const systemRandom: Random = {
  bytes: count => randomBytes(count),
  shownId: () => randomUUID(),
  id: at => uuid7(at, randomBytes(10)),
}

function uuid7(at: Date, random: Uint8Array) {
  const time = at.getTime().toString(16).padStart(12, '0')
  const hex = Buffer.from(random).toString('hex')
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}
