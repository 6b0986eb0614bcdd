// keyring.json as text: {"installation": uuid, "epochs": [{"n": 1, "secret": base64 of 32 bytes}, …]}, oldest first.
// In memory a secret is a KeyObject, which neither JSON nor a log can show.

import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Random } from '../random.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

interface WrittenEpoch {
  n: number
  secret: string
}

/** The text of a new keyring with one epoch, for an installation that gets its name here. */
export function newKeyringText(random: Random): string {
  const epochs: WrittenEpoch[] = [{ n: 1, secret: Buffer.from(random.bytes(32)).toString('base64') }]
  return `${JSON.stringify({ installation: random.shownId(), epochs }, null, 2)}\n`
}

/** What the text says, or which of three faults it has. Nothing of the text is in the answer's fault. */
export function parseKeyring(text: string) {
  const value = parseJson(text)
  if (value === undefined) return { wrong: isCutShort(text) ? ('truncated' as const) : ('not-json' as const) }
  const keyring = findKeyring(value)
  return keyring ? { keyring } : { wrong: 'wrong-shape' as const }
}

function isCutShort(text: string): boolean {
  return text.trim() === '' || text.split('{').length > text.split('}').length
}

function findKeyring(value: unknown) {
  if (!hasKeys(value, 'installation', 'epochs') || !isUuid(value.installation)) return undefined
  const epochs = findEpochs(value.epochs)
  const current = epochs?.at(-1)
  return epochs && current ? { installation: value.installation, epochs, current } : undefined
}

function findEpochs(value: unknown): { n: number; secret: KeyObject }[] | undefined {
  if (!Array.isArray(value) || !value.every(isWrittenEpoch)) return undefined
  const rising = value.every(({ n }, at) => n > (value[at - 1]?.n ?? 0))
  return rising ? value.map(({ n, secret }) => ({ n, secret: createSecretKey(secret, 'base64') })) : undefined
}

function isWrittenEpoch(value: unknown): value is WrittenEpoch {
  if (!hasKeys(value, 'n', 'secret')) return false
  const { n, secret } = value
  return Number.isSafeInteger(n) && typeof secret === 'string' && isBase64Of32Bytes(secret)
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

// Buffer reads past what is not base64, so the way back must give the same text.
function isBase64Of32Bytes(secret: string): boolean {
  const bytes = Buffer.from(secret, 'base64')
  return bytes.length === 32 && bytes.toString('base64') === secret
}

function hasKeys<Name extends string>(value: unknown, ...names: Name[]): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && names.every(name => Object.hasOwn(value, name))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
