// keyring.json as text: {"installation": uuid, "epochs": [{"n": 1, "made": instant, "secret": base64 of 32 bytes}, …]},
// oldest first; an epoch without `made` is as old as can be. In memory a secret is a KeyObject, which neither JSON nor a
// log can show.

import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Random } from '../random.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

interface WrittenEpoch {
  n: number
  made?: string
  secret: string
}

/** An epoch as it is in memory. `made`: when it began; undefined where the file does not say. */
export type Epoch = { readonly n: number; readonly made?: Date | undefined; readonly secret: KeyObject }

/** `installation` is a UUID, `epochs` stand oldest first, `current` is the newest: new keys are wrapped under it. */
export type Keyring = {
  readonly installation: string
  readonly epochs: readonly Epoch[]
  readonly current: Epoch
}

/** The text of a new keyring with one epoch, for an installation that gets its name here. */
export function newKeyringText(random: Random, now: Date): string {
  return keyringText(random.shownId(), [newEpoch(1, random, now)])
}

/** An epoch that begins now. */
export function newEpoch(n: number, random: Random, now: Date): Epoch {
  return { n, made: now, secret: createSecretKey(random.bytes(32)) }
}

/** What stands in the file. It holds the secrets. */
export function keyringText(installation: string, epochs: readonly Epoch[]): string {
  const written = epochs.map(({ n, made, secret }) => ({
    n,
    ...(made && { made: made.toISOString() }),
    secret: secret.export().toString('base64'),
  }))
  return `${JSON.stringify({ installation, epochs: written }, null, 2)}\n`
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

function findKeyring(value: unknown): Keyring | undefined {
  if (!hasKeys(value, 'installation', 'epochs') || !isUuid(value.installation)) return undefined
  const epochs = findEpochs(value.epochs)
  const current = epochs?.at(-1)
  return epochs && current ? { installation: value.installation, epochs, current } : undefined
}

function findEpochs(value: unknown): Epoch[] | undefined {
  if (!Array.isArray(value) || !value.every(isWrittenEpoch)) return undefined
  const rising = value.every(({ n }, at) => n > (value[at - 1]?.n ?? 0))
  return rising ? value.map(epochOf) : undefined
}

function epochOf({ n, made, secret }: WrittenEpoch): Epoch {
  return { n, ...(made && { made: new Date(made) }), secret: createSecretKey(secret, 'base64') }
}

function isWrittenEpoch(value: unknown): value is WrittenEpoch {
  if (!hasKeys(value, 'n', 'secret')) return false
  const { n, secret } = value
  const made = 'made' in value ? value.made : undefined
  return Number.isSafeInteger(n) && isInstant(made) && typeof secret === 'string' && isBase64Of32Bytes(secret)
}

function isInstant(made: unknown): boolean {
  return made === undefined || (typeof made === 'string' && !Number.isNaN(Date.parse(made)))
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
