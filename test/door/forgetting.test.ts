import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor } from '../world/visitor.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const count = async (table: string) => {
  const rows = await world.superuser.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(rows.rows[0]?.count)
}

test('what was typed at the door, failed codes, ended sessions and form keys are kept a day and no longer', async () => {
  const stranger = createVisitor(world)
  await stranger.post(urls.signIn(), { address: 'ukendt@eksempel.example' })
  await stranger.post(urls.signInCode(), { code: '000000' })
  const lone = await world.as('lone')
  await lone.post(urls.unsharing({ id: '00000000-0000-4000-8000-000000000000' }), {})
  const anders = await world.as('anders')
  const post = world.people.lone.post
  await anders.post(urls.planning({ post }), {
    length: '75',
    otherLength: '',
    where: 'later',
    place: '',
    greeting: '',
    'day-1': '2026-04-14',
    'time-1': '13:00',
  })
  expect([await count('code_request'), await count('idempotency')]).toEqual([1, 1])

  await world.moveTo(new Date(morning.getTime() + 25 * 3_600_000))
  await createVisitor(world).post(urls.signIn(), { address: 'lone@lyngsoe.example' })
  expect([await count('code_request'), await count('session')]).toEqual([1, 0])
  const later = await world.as('anders')
  await later.post(urls.planning({ post: world.people.karim.post }), {
    length: '75',
    otherLength: '',
    where: 'later',
    place: '',
    greeting: '',
    'day-1': '2026-04-14',
    'time-1': '13:00',
  })
  expect(await count('idempotency')).toBe(1)
})
