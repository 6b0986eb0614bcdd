import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { prepared } from '../world/thread.ts'
import { createVisitor, wordsOf } from '../world/visitor.ts'
import { backedUp, emptyPlace, lookInto, restored, startOn, sumsOf } from './copies.ts'

let world: World
let talk: string
beforeAll(async () => {
  world = await openWorld()
  talk = await prepared(world)
})
afterAll(() => world.close())

test('a conversation with text, backed up and restored to an empty place, is there row for row, and its text opens', async () => {
  let before: Record<string, string> = {}
  const { folder, rows, keys } = await backedUp(world, async snapshot => {
    before = await sumsOf(world.superuser, snapshot)
  })
  const place = await emptyPlace(world)
  const { destroyed, ...told } = await restored(place, folder, world.deps.clock.now())
  expect(told).toMatchObject({ rows, keys })
  const looking = await lookInto(place, world.superuser)
  expect(await sumsOf(looking)).toEqual(before)
  const there = await startOn(place, world.deps.clock)
  const lone = createVisitor(there)
  for (const [name, value] of (await world.as('lone')).cookies) lone.cookies.set(name, value)
  console.log(lone.cookies, told)
  expect(wordsOf(await lone.get(urls.step({ id: talk, step: 'relationer' })))).toContain('Torsdagsmøderne')
  await looking.end()
  await there.close()
})
