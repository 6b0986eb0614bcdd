import { createSecretKey } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { systemRandom } from '../../src/random.ts'
import type { Keyring } from '../../src/trust/keyring-text.ts'
import {
  createKeys,
  type Key,
  type Reader,
  type Refusal,
  type Scope,
  type ShelfRow,
} from '../../src/trust/keys.ts'

const organisation = '0198a000-0000-7000-8000-00000000000a'
const shelf = '0198a000-0000-7000-8000-00000000000b'
const cell = { table: 'answer', column: 'sealed', row: '0198a000-0000-7000-8000-00000000000c', version: 1 }
const first = { n: 1, secret: createSecretKey(Buffer.alloc(32, 1)) }
const second = { n: 2, secret: createSecretKey(Buffer.alloc(32, 2)) }
const keyring: Keyring = { installation: organisation, epochs: [first], current: first }
const turned: Keyring = { installation: organisation, epochs: [first, second], current: second }

/** Keys under a clock the test moves, and every random value they were given: the first of a shelf is its key. */
function watched(ring = keyring) {
  const time = { now: new Date('2026-08-15T09:00:00Z') }
  const given: Uint8Array[] = []
  const bytes = (count: number) => {
    const fresh = systemRandom.bytes(count)
    given.push(fresh)
    return fresh
  }
  const keys = createKeys({
    keyring: ring,
    clock: { now: () => time.now },
    random: { ...systemRandom, bytes },
  })
  const later = (seconds: number) => {
    time.now = new Date(time.now.getTime() + seconds * 1000)
  }
  return { keys, given, later }
}

function rowOf({ wrapped, epoch }: { wrapped: Uint8Array; epoch: number }, scope: Scope = 'talk'): ShelfRow {
  return { organisation_id: organisation, id: shelf, scope, epoch, wrapped }
}

function opened(key: Key | Refusal): Key {
  if ('refused' in key) throw new Error(key.refused)
  return key
}

describe('the door', () => {
  const allowed: Record<Reader, Scope[]> = {
    pages: ['own', 'part', 'talk', 'plan'],
    pdf: ['talk', 'plan'],
    room: ['talk', 'room'],
    mail: [],
    calendar: [],
    import: [],
    deletion: [],
  }
  const scopes: Scope[] = ['own', 'part', 'talk', 'plan', 'room']

  test.each(Object.entries(allowed))('%s opens %j and nothing else', (name, its) => {
    const { keys } = watched()
    const made = keys.fresh(organisation, shelf)
    const reader = Object.keys(allowed).find((each): each is Reader => each === name)
    if (!reader) throw new Error(name)
    for (const scope of scopes) {
      const key = keys.open(rowOf(made, scope), reader)
      if (its.includes(scope)) expect(key).toHaveProperty('read')
      else expect(key).toEqual({ refused: 'shelf-closed-to-reader' })
    }
  })

  test('what one server sealed another reads, with only the row between them', () => {
    const made = watched().keys.fresh(organisation, shelf)
    const sealed = made.key.seal(cell, 'Mere tid til stuen')
    const pdf = made.key.sealBytes({ ...cell, column: 'pdf' }, Buffer.from('%PDF'))
    const key = opened(watched().keys.open(rowOf(made), 'pages'))
    expect(key.read(cell, sealed)).toEqual({ text: 'Mere tid til stuen' })
    expect(key.readBytes({ ...cell, column: 'pdf' }, pdf)).toEqual({ bytes: Buffer.from('%PDF') })
    expect(key.read({ ...cell, version: 2 }, sealed)).toEqual({ refused: 'sealed-text-altered' })
    expect(key.readBytes(cell, pdf)).toEqual({ refused: 'sealed-text-altered' })
  })

  test('a destroyed shelf, an epoch the keyring lacks and another shelf’s key are refused by name', () => {
    const { keys } = watched()
    const row = rowOf(keys.fresh(organisation, shelf))
    expect(keys.open({ ...row, wrapped: null }, 'pages')).toEqual({ refused: 'shelf-destroyed' })
    expect(keys.open({ ...row, epoch: 2 }, 'pages')).toEqual({ refused: 'epoch-missing' })
    for (const moved of [{ id: organisation }, { organisation_id: shelf }])
      expect(keys.open({ ...row, ...moved }, 'pages')).toEqual({ refused: 'wrapped-key-altered' })
  })

  test('a key in memory does not open for a row that was altered meanwhile', () => {
    const { keys } = watched()
    const row = rowOf(keys.fresh(organisation, shelf))
    const wrapped = Buffer.from(row.wrapped ?? [])
    wrapped[20] = (wrapped[20] ?? 0) ^ 1
    expect(keys.open(row, 'pages')).toHaveProperty('read')
    expect(keys.open({ ...row, wrapped }, 'pages')).toEqual({ refused: 'wrapped-key-altered' })
  })

  test('of two keys made for one shelf, the one whose row was stored reads and seals', () => {
    const [here, there] = [watched(), watched()]
    const stored = here.keys.fresh(organisation, shelf)
    const lost = there.keys.fresh(organisation, shelf)
    const sealed = stored.key.seal(cell, 'Ja')
    expect(lost.key.read(cell, sealed)).toEqual({ refused: 'sealed-text-altered' })
    expect(opened(there.keys.open(rowOf(stored), 'pages')).read(cell, sealed)).toEqual({ text: 'Ja' })
  })

  test('after a turn new keys are of the new epoch and old ones still open', () => {
    const old = watched().keys.fresh(organisation, shelf)
    const { keys } = watched(turned)
    expect(keys.fresh(organisation, shelf).epoch).toBe(2)
    expect(opened(keys.open(rowOf(old), 'pages')).read(cell, old.key.seal(cell, 'Ja'))).toEqual({
      text: 'Ja',
    })
  })

  test('a key shows its bytes neither printed nor as JSON', () => {
    const { keys, given } = watched()
    const { key } = keys.fresh(organisation, shelf)
    const bytes = Buffer.from(given[0] ?? [])
    const shown = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key)
    expect(shown).not.toContain(bytes.toString('hex').slice(0, 8))
    expect(shown).not.toMatch(/Uint8Array|Buffer/)
  })
})

describe('unwrapped keys', () => {
  const zeros = Buffer.alloc(32)

  test('are zeros after 60 seconds, and the shelf still opens from its row', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { keys, given } = watched()
    const { key } = keys.fresh(organisation, shelf)
    const sealed = key.seal(cell, 'Ja')
    vi.advanceTimersByTime(59_999)
    expect(given[0]).not.toEqual(zeros)
    vi.advanceTimersByTime(1)
    expect(given[0]).toEqual(zeros)
    expect(key.read(cell, sealed)).toEqual({ text: 'Ja' })
  })

  test.each([60, -60])('are not used when the clock has moved %i seconds', seconds => {
    const { keys, given, later } = watched()
    const { key } = keys.fresh(organisation, shelf)
    later(seconds)
    key.seal(cell, 'Ja')
    expect(given[0]).toEqual(zeros)
  })

  test('are so many at most: one more and the oldest is zeros', () => {
    const { keys, given } = watched()
    const oldest = keys.fresh(organisation, shelf)
    const sealed = oldest.key.seal(cell, 'Ja')
    for (let count = 1; count < 4096; count++) keys.fresh(organisation, `shelf ${count}`)
    expect(given[0]).not.toEqual(zeros)
    keys.fresh(organisation, 'one more')
    expect(given[0]).toEqual(zeros)
    expect(oldest.key.read(cell, sealed)).toEqual({ text: 'Ja' })
  })

  test('of a forgotten shelf are zeros at once, and no key opened before reads or seals again', () => {
    const { keys, given } = watched()
    const { key, ...row } = keys.fresh(organisation, shelf)
    const neighbour = keys.fresh(organisation, `${shelf}0`)
    const sealed = key.seal(cell, 'Hemmeligt')
    keys.forget({ organisation_id: organisation, id: shelf })
    // Each key is drawn and then its wrapping's nonce: the neighbour's key came third.
    expect(given[0]).toEqual(zeros)
    expect(given[2]).not.toEqual(zeros)
    expect(key.read(cell, sealed)).toEqual({ refused: 'shelf-destroyed' })
    expect(key.readBytes(cell, sealed)).toEqual({ refused: 'shelf-destroyed' })
    expect(() => key.seal(cell, 'Hemmeligt')).toThrow(/^cannot seal: shelf-destroyed$/)
    expect(keys.open(rowOf(row), 'pages')).toEqual({ refused: 'shelf-destroyed' })
    expect(neighbour.key.read(cell, neighbour.key.seal(cell, 'Ja'))).toEqual({ text: 'Ja' })
  })
})
