import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, wordsOf } from '../world/visitor.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a mailed code lets in, once, and only in the browser that asked', async () => {
  const lone = createVisitor(world)
  const said = world.terminal.next(/^Kode til lone@lyngsoe\.example: (\d{6})$/)
  const asked = await lone.post(urls.signIn(), { address: ' Lone@lyngsoe.example ' })
  expect(wordsOf(asked)).toContain('Skriv koden')
  const [, code = ''] = await said

  const elsewhere = createVisitor(world)
  await elsewhere.post(urls.signIn(), { address: 'karim@lyngsoe.example' })
  expect((await elsewhere.post(urls.signInCode(), { code })).status).toBe(422)

  const inside = await lone.post(urls.signInCode(), { code: `${code.slice(0, 3)} ${code.slice(3)}` })
  expect(inside.path).toBe(urls.home())
  expect(wordsOf(inside)).toContain('Du skal holde LUS med Birthe')
  await lone.post(urls.signOut(), {})
  expect((await lone.get(urls.home())).path).toContain(urls.signIn())
  expect((await lone.post(urls.signInCode(), { code })).path).toBe(urls.signIn())
})
