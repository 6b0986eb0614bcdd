import { createSecretKey } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemRandom } from '../../src/random.ts'
import { type Epoch, type Keyring, keyringText, parseKeyring } from '../../src/trust/keyring-text.ts'
import { endEpochs, isTurnDue, listEnding } from '../../src/trust/keyring-turning.ts'
import { codeSecrets, rolePasswords } from '../../src/trust/passwords.ts'
import { standingKeyring } from '../../src/trust/standing-keyring.ts'
import { ownFolder } from './folder.ts'

const installation = '0198a000-0000-4000-8000-00000000000d'
const hour = 3_600_000
const start = new Date('2026-10-20T08:00:00Z')
const after = (hours: number) => new Date(start.getTime() + hours * hour)

function ringOf(...epochs: { n: number; made?: number }[]): Keyring {
  const made = epochs.map(({ n, made }): Epoch => {
    const begun = made === undefined ? {} : { made: after(made) }
    return { n, ...begun, secret: createSecretKey(Buffer.alloc(32, n)) }
  })
  const [current] = made.toReversed()
  if (!current) throw new Error('no epoch')
  return { installation, epochs: made, current }
}

test.each([
  [0, false],
  [118.9, false],
  [119, true],
  [500, true],
])('%d hours after an epoch began the next is due: %s', (hours, due) => {
  expect(isTurnDue(ringOf({ n: 1, made: 0 }), after(hours))).toBe(due)
})

test('an epoch of which nobody knows when it began is followed at once, and one from a clock that went wrong', () => {
  expect(isTurnDue(ringOf({ n: 1 }), start)).toBe(true)
  expect(isTurnDue(ringOf({ n: 1, made: 400 }), start)).toBe(true)
})

test.each([
  [119, []],
  [166.9, []],
  [167, [1]],
])('%d hours after an epoch began, the next one at 119: %j end', (hours, ending) => {
  const ring = ringOf({ n: 1, made: 0 }, { n: 2, made: 119 })
  expect(listEnding(ring, after(hours)).map(({ n }) => n)).toEqual(ending)
})

test('T25 turned when it is due, no key opens seven days later, at whatever hour it was destroyed', () => {
  let ring = ringOf({ n: 1, made: 0 })
  const worth = new Map([[1, 0]])
  const destroyed: { at: number; epoch: number }[] = []
  for (let minute = 0; minute < 60 * 24 * 30; minute++) {
    const at = minute / 60
    if (isTurnDue(ring, after(at))) {
      const made = [
        ...ring.epochs.map(({ n }) => ({ n, made: worth.get(n) ?? 0 })),
        { n: ring.current.n + 1, made: at },
      ]
      ring = ringOf(...made)
      worth.set(ring.current.n, at)
    }
    const ending = listEnding(ring, after(at))
    if (ending.length > 0)
      ring = ringOf(
        ...ring.epochs
          .filter(each => !ending.includes(each))
          .map(({ n }) => ({ n, made: worth.get(n) ?? 0 })),
      )
    if (minute % 7 === 0) destroyed.push({ at, epoch: ring.current.n })
    const old = destroyed.filter(each => at - each.at >= 7 * 24)
    const lowest = ring.epochs[0]?.n ?? 0
    expect(old.filter(({ epoch }) => epoch >= lowest)).toEqual([])
    destroyed.splice(0, old.length)
  }
})

test('an ended epoch leaves the file, and its secret is zeros where the old file lay', async () => {
  const file = join(ownFolder(), 'keyring.json')
  const ring = ringOf({ n: 1, made: 0 }, { n: 2, made: 119 })
  writeFileSync(file, keyringText(installation, ring.epochs), { mode: 0o600 })
  const { openSync, readSync, closeSync } = await import('node:fs')
  const before = openSync(file, 'r')
  const size = statSync(file).size
  await endEpochs(file, ring, listEnding(ring, after(167)), systemRandom)
  const left = Buffer.alloc(size)
  readSync(before, left, 0, size, 0)
  closeSync(before)
  expect(left.every(byte => byte === 0)).toBe(true)
  const now = parseKeyring(readFileSync(file, 'utf8'))
  expect('keyring' in now && now.keyring.epochs.map(({ n, made }) => [n, made])).toEqual([[2, after(119)]])
})

test('a keyring in use is the one in its file, also when another process has turned it; what is no keyring changes nothing', () => {
  const file = join(ownFolder(), 'keyring.json')
  const first = ringOf({ n: 1, made: 0 })
  const standing = standingKeyring(file, first)
  expect(standing.current.n).toBe(1)
  const put = (text: string) => writeFileSync(file, text, { mode: 0o600 })
  put(keyringText(installation, ringOf({ n: 1 }, { n: 2 }).epochs))
  expect(standing.epochs.map(({ n }) => n)).toEqual([1, 2])
  put('{"instal')
  expect(standing.current.n).toBe(2)
  put(keyringText('0198a000-0000-4000-8000-0000000000ff', ringOf({ n: 3 }).epochs))
  expect(standing.current.n).toBe(2)
  put(keyringText(installation, ringOf({ n: 2 }, { n: 3 }).epochs))
  expect(standing.epochs.map(({ n }) => n)).toEqual([2, 3])
})

test('what hangs on the keyring is there under each epoch, the newest first', () => {
  const [one, both] = [ringOf({ n: 1 }), ringOf({ n: 1 }, { n: 2 })]
  expect(rolePasswords(both, 'party')).toHaveLength(2)
  expect(rolePasswords(both, 'party')[1]).toBe(rolePasswords(one, 'party')[0])
  expect(codeSecrets(both)[1]).toEqual(codeSecrets(one)[0])
})
