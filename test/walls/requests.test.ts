import { afterAll, beforeAll, expect, test } from 'vitest'
import { fire } from '../../bin/drill/requests/fire.ts'
import { strikesFrom } from '../../bin/drill/requests/strikes.ts'
import { openWorld, type World } from '../world/people.ts'
import { serveHouse } from '../world/served.ts'
import { cookieOf } from '../world/visitor.ts'
import { threadIn } from './course.ts'

// Five hundred of the malformed requests; `npm run drill -- requests` sends twenty thousand.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('whatever is sent to any address by anybody, nothing breaks and nobody waits', async () => {
  const { id, host, participant } = await threadIn(world, 'talking')
  const served = await serveHouse(world)
  const { port, host: authority } = new URL(served.address)
  const cookies = ['', '__Host-medspil-session=%00', cookieOf(host), cookieOf(participant)]
  const ids = [id, world.people.lone.post, world.people.birthe.person]
  const known = { cookies, ids, host: authority }
  const { answers, broken, late } = await fire(strikesFrom(7, 500, known), Number(port))
  served.close()
  expect(broken).toEqual([])
  expect(late).toEqual([])
  expect(world.terminal.lines.filter(line => line.startsWith('error'))).toEqual([])
  // They reached the pages, the walls and the refusals, and were not all turned away at the door.
  for (const status of ['200', '303', '400', '404', '422'])
    expect([status, answers.get(status) ?? 0]).toEqual([status, expect.toSatisfy(count => count > 0)])
})
