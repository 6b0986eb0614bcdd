import { expect, test } from 'vitest'
import { keepUpload, takeUpload } from '../../src/pages/intake/kept.ts'

// What waits for what its heads mean is open on disk: one for each organisation, and whoever takes it closes it.

test('of an organisation the newest file waits, and the one before it is closed', async () => {
  const closed: string[] = []
  const upload = (path: string) => ({ path, bytes: 1, close: async () => void closed.push(path) })
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  const key = { organisation: first, id: 'a' }
  await keepUpload(key, upload('first'))
  await keepUpload({ organisation: second, id: 'b' }, upload('another house'))
  expect(closed).toEqual([])
  await keepUpload({ organisation: first, id: 'c' }, upload('newest'))
  expect([closed, takeUpload(key)]).toEqual([['first'], undefined])
  expect(takeUpload({ organisation: first, id: 'c' })?.path).toBe('newest')
  expect(takeUpload({ organisation: first, id: 'c' })).toBe(undefined)
  expect(takeUpload({ organisation: second, id: 'b' })?.path).toBe('another house')
  expect(closed).toEqual(['first'])
})
