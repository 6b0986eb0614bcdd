import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, typed } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'

// Two people and one browser: a page that one left open is sent when the other has signed in.

let world: World
let id: string
beforeAll(async () => {
  world = await openWorld()
  id = await agreed(world)
})
afterAll(() => world.close())

test('what the one before typed is neither saved in the other’s name nor shown to them', async () => {
  const step = urls.step({ id, step: 'relationer' })
  const [lone, anders] = [await world.as('lone'), await world.as('anders')]
  const key = /name="key" value="([^"]+)"/.exec((await lone.get(step)).html)?.[1] ?? ''
  const fields = { key, ...typed(['q7', 'q8', 'q9'], { q7: { note: 'Kun til mig selv' } }) }
  const answer = await anders.post(step, { ...fields, do: 'next' })
  expect(answer.status).toBe(409)
  expect(wordsOf(answer)).toContain('Siden hørte til en anden')
  expect(answer.html).not.toContain('Kun til mig selv')
  const autosaved = await anders.send(step, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
  expect([403, 422]).toContain(autosaved.status)
  expect((await anders.get(step)).html).not.toContain('Kun til mig selv')
  expect(wordsOf(await lone.post(step, { ...fields, do: 'save' }))).toContain('Kun til mig selv')
})
