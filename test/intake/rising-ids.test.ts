import { expect, test } from 'vitest'
import { risingIds } from '../../src/outside/people-file/rising-ids.ts'

test('each id is above the one before, and no other file has the same', () => {
  const now = Date.parse('2026-04-02T10:42:00Z')
  const [one, other] = [risingIds(now), risingIds(now)]
  const ids = Array.from({ length: 5000 }, one)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set([...ids, ...Array.from({ length: 5000 }, other)]).size).toBe(10_000)
  expect(ids.every(id => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  )
})
