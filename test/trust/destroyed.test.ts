import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDestroyed, destroyedLogBeside, readDestroyed } from '../../src/trust/destroyed.ts'
import { ownFolder } from './folder.ts'

const shelfNumber = (n: number) => `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const on = '2026-08-15'

describe('the log of what is destroyed', () => {
  test('lies beside the keyring', () => {
    expect(destroyedLogBeside('/srv/medspil-keys/keyring.json')).toBe('/srv/medspil-keys/destroyed.log')
  })

  test('is empty where there is none, and keeps what is added in order, for our eyes only', async () => {
    const log = join(ownFolder(), 'destroyed.log')
    expect(await readDestroyed(log)).toEqual({ destroyed: [], torn: 0 })
    await addDestroyed(log, [{ on, shelf: shelfNumber(1) }])
    await addDestroyed(log, [
      { on: '2026-08-16', shelf: shelfNumber(2) },
      { on: '2026-08-16', shelf: shelfNumber(3) },
    ])
    expect(await readDestroyed(log)).toEqual({
      destroyed: [
        { on, shelf: shelfNumber(1) },
        { on: '2026-08-16', shelf: shelfNumber(2) },
        { on: '2026-08-16', shelf: shelfNumber(3) },
      ],
      torn: 0,
    })
    expect(statSync(log).mode & 0o777).toBe(0o600)
  })

  test('loses only the line that was being written, at whatever byte it was cut', async () => {
    const log = join(ownFolder(), 'destroyed.log')
    await addDestroyed(log, [{ on, shelf: shelfNumber(1) }])
    const before = readFileSync(log).length
    await addDestroyed(log, [{ on, shelf: shelfNumber(2) }])
    const whole = readFileSync(log)
    for (let cut = before; cut < whole.length; cut++) {
      writeFileSync(log, whole.subarray(0, cut))
      await addDestroyed(log, [{ on, shelf: shelfNumber(3) }])
      const { destroyed, torn } = await readDestroyed(log)
      const isWhole = cut >= whole.length - 1
      const numbers = isWhole ? [1, 2, 3] : [1, 3]
      expect(destroyed.map(({ shelf }) => shelf)).toEqual(numbers.map(shelfNumber))
      expect(torn).toBe(isWhole || cut <= before + 1 ? 0 : 1)
    }
  })

  test('keeps every line of 50 writers at once', async () => {
    const log = join(ownFolder(), 'destroyed.log')
    const all = Array.from({ length: 50 }, (_, n) => shelfNumber(n))
    await Promise.all(all.map(shelf => addDestroyed(log, [{ on, shelf }])))
    const { destroyed, torn } = await readDestroyed(log)
    expect(destroyed.map(({ shelf }) => shelf).sort()).toEqual(all)
    expect(torn).toBe(0)
  })

  test('is not taken as empty when it cannot be read', async () => {
    await expect(readDestroyed(ownFolder())).rejects.toThrow('EISDIR')
  })
})
