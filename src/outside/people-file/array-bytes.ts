import { daysBetween } from '../../domain/day.ts'
import { once } from '../../domain/organisation/once.ts'

// A column of rows as the bytes that PostgreSQL itself sends and takes for an array: what is text here need not be quoted,
// and what is none need not become text and be read again there.

/** One kind of value: its number in pg_type, the most bytes it takes, and writing it, which gives the bytes it took. */
export type Kind<T> = {
  readonly oid: number
  most(value: T): number
  write(into: Buffer, at: number, value: T): number
}

export const int: Kind<number> = {
  oid: 23,
  most: () => 4,
  write: (into, at, value) => into.writeInt32BE(value, at) - at,
}

export const bool: Kind<boolean> = {
  oid: 16,
  most: () => 1,
  write: (into, at, value) => into.writeUInt8(value ? 1 : 0, at) - at,
}

const dayNumber = once(day => daysBetween('2000-01-01', day))

/** A day, `YYYY-MM-DD`. */
export const day: Kind<string> = {
  oid: 1082,
  most: () => 4,
  write: (into, at, value) => into.writeInt32BE(dayNumber(value), at) - at,
}

export const uuid: Kind<string> = {
  oid: 2950,
  most: () => 16,
  write: (into, at, value) => {
    for (let i = 0; i < 16; i++) {
      const from = figuresAt[i] ?? 0
      into[at + i] = figure(value.charCodeAt(from)) * 16 + figure(value.charCodeAt(from + 1))
    }
    return 16
  },
}

/** Where the two figures of each byte stand, between the strokes. */
const figuresAt = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]

/** What a sign of `0123456789abcdef` stands for. */
const figure = (code: number) => (code < 58 ? code - 48 : code - 87)

export const text: Kind<string> = {
  oid: 25,
  most: value => value.length * 3,
  write: (into, at, value) => {
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i)
      if (code > 127) return into.write(value, at)
      into[at + i] = code
    }
    return value.length
  },
}

/** As `array_recv` reads it: how many there are, then each after its own length, which is −1 for none. */
export function arrayBytes<Row, T>(
  kind: Kind<T>,
  rows: readonly Row[],
  cell: (row: Row, at: number) => T | null,
): Buffer<ArrayBuffer> {
  const values = rows.map(cell)
  const head = [1, values.includes(null) ? 1 : 0, kind.oid, values.length, 1]
  let most = 4 * (head.length + values.length)
  for (const value of values) if (value !== null) most += kind.most(value)
  const into = Buffer.allocUnsafeSlow(most)
  let at = 0
  for (const number of head) at = into.writeInt32BE(number, at)
  for (const value of values) {
    const took = value === null ? -1 : kind.write(into, at + 4, value)
    into.writeInt32BE(took, at)
    at += 4 + Math.max(took, 0)
  }
  return into.subarray(0, at)
}
