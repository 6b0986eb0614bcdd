// Who may come in, as rules (walls §4). The limits stand here as data; the door counts and asks.

/** How long things last, in milliseconds. */
const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export const codeLife = 10 * minute
/** Signing asks for a code no older than this (T13). */
const freshFor = 5 * minute
export const sessionLife = 12 * hour
/** Idle minutes until a session ends: a shared computer is the default, 10 + 2 to answer; one's own device has 30. */
export const idleMinutes = { shared: 12, own: 30 } as const

const limits = {
  triesPerCode: 5,
  failuresPerAddressPerDay: 10,
  mailsPerAddressPerHour: 5,
  requestsPerNetworkPerHour: 60,
  /** Above this many failures an hour in the whole installation, browsers without a proven device get long codes. */
  failuresPerHour: 100,
} as const

/** What has been counted about an address and a network when somebody asks for a code. */
export type Counted = {
  mailsThisHour: number
  failuresToday: number
  networkThisHour: number
  failuresThisHour: number
}

/** Whether a code is asked for, and how long it must be. A refusal reads the same for known and unknown addresses. */
export function codeRequest(
  counted: Counted,
  provenDevice: boolean,
): { long: boolean } | { refused: 'too-many' } {
  const tooMany =
    counted.mailsThisHour >= limits.mailsPerAddressPerHour ||
    (!provenDevice && counted.failuresToday >= limits.failuresPerAddressPerDay) ||
    (!provenDevice && counted.networkThisHour >= limits.requestsPerNetworkPerHour)
  if (tooMany) return { refused: 'too-many' }
  return { long: !provenDevice && counted.failuresThisHour > limits.failuresPerHour }
}

/** What a code is tried against. */
export type Asked = {
  madeAt: Date
  usedAt: Date | null
  tries: number
  matches: boolean
  long: boolean
  provenDevice: boolean
  /** Of this address, whatever code was tried. */
  failuresToday: number
  failuresThisHour: number
}

/** Whether a typed code lets in. `wrong` counts as a failure; `old` and `spent` ask for a new one. */
export function tryCode(
  asked: Asked | undefined,
  now: Date,
): { enters: true } | { refused: 'wrong' | 'old' | 'spent' } {
  if (asked === undefined || now.getTime() - asked.madeAt.getTime() > codeLife) return { refused: 'old' }
  if (asked.usedAt !== null || asked.tries >= limits.triesPerCode) return { refused: 'spent' }
  if (!asked.provenDevice && overBudget(asked)) return { refused: 'spent' }
  return asked.matches ? { enters: true } : { refused: 'wrong' }
}

// The same limits as when a code is asked for: a thousand codes asked for beforehand would be five thousand free tries.
function overBudget({ long, failuresToday, failuresThisHour }: Asked): boolean {
  if (failuresToday >= limits.failuresPerAddressPerDay) return true
  return !long && failuresThisHour > limits.failuresPerHour
}

/** Whether a session has proved itself with a code lately enough to sign (T13). */
export const isFresh = (freshCodeAt: Date, now: Date) => now.getTime() - freshCodeAt.getTime() <= freshFor

// Nearly every address of a file is one of these, and is kept as it is.
const plainAddress = /^[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}$/

/** An address as it is kept and compared: trimmed, lower case. Nothing when it cannot be one. */
export function addressOf(typed: string): string | undefined {
  if (typed.length <= 254 && plainAddress.test(typed)) return typed
  const address = typed.trim().toLowerCase()
  const looksRight =
    address.length <= 254 &&
    /^[^\s\p{C}@<>",;:\\()[\]]+@[^\s\p{C}@<>",;:\\()[\]]+\.[^\s\p{C}@<>",;:\\()[\]]{2,}$/u.test(address)
  return looksRight ? address : undefined
}

/** A typed code without the spaces people put in. Long codes are letters and figures. */
export const codeOf = (typed: string) => typed.replaceAll(/[\s-]/g, '').toUpperCase()

/** IPv4 as it is, IPv6 as its /64: what one household or one house shares. */
export function networkOf(ip: string): string {
  const v4 = ip.startsWith('::ffff:') && ip.includes('.') ? ip.slice(7) : ip
  if (!v4.includes(':')) return v4
  const [head = '', tail] = v4.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4).join(':')
}
