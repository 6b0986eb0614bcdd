import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, relations, typed } from '../world/thread.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('when it was saved is told with its day, once that has gone', async () => {
  const step = urls.step({ id: await agreed(world), step: 'relationer' })
  const lone = await world.as('lone')
  await lone.post(step, { ...typed(relations, { q7: { keywords: 'Torsdagsmøderne virker.' } }), do: 'save' })
  expect((await lone.get(step)).html).toContain('>Gemt kl.\u00a010.40<')
  await world.moveTo(new Date('2026-04-09T07:00:00Z'))
  expect((await (await world.as('lone')).get(step)).html).toMatch(
    />Gemt den \d+\.\u00a0april kl\.\u00a010\.40</,
  )
})
