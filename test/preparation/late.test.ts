import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, typed } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'

// A page that was open when the talk was said to be held.

let world: World
let id: string
let step: string
const questions = ['q1', 'q2']
beforeAll(async () => {
  world = await openWorld()
  id = await agreed(world)
  step = urls.step({ id, step: 'indledning' })
  const lone = await world.as('lone')
  await lone.post(step, typed(questions, { q1: { keywords: 'Det gamle', note: 'En note' } }))
  await world.superuser.query(
    `update conversation set status = 'held', held_on = '2026-04-14' where id = $1`,
    [id],
  )
})
afterAll(() => world.close())

test('what is typed after the talk is not saved, and is shown so that it can be copied', async () => {
  const lone = await world.as('lone')
  const late = typed(questions, {
    q1: { keywords: 'Det gamle', note: 'En note', version: 1 },
    q2: { keywords: 'Det nye' },
  })
  const answer = await lone.post(step, { ...late, do: 'next' })
  expect(answer.status).toBe(409)
  expect(wordsOf(answer)).toContain('Kopiér det, hvis du vil bruge det. Det nye')
  expect(wordsOf(await lone.get(step))).not.toContain('Det nye')
})

test('nobody is asked to begin any more, nor told that somebody cannot see it yet', async () => {
  const path = urls.preparation({ id })
  const lone = wordsOf(await (await world.as('lone')).get(path))
  expect(lone).toContain('Din forberedelse')
  expect(lone).toContain('Anders kan ikke se noget af det.')
  const anders = wordsOf(await (await world.as('anders')).get(path))
  expect(anders).not.toMatch(/Forbered |Start med|endnu|er nok/)
})

test('who wrote nothing has nothing closed', async () => {
  const path = urls.conversation({ id })
  expect(wordsOf(await (await world.as('anders')).get(path))).toContain('Din forberedelse Intet skrevet')
  expect(wordsOf(await (await world.as('lone')).get(path))).toContain('Din forberedelse Lukket')
})

test('the step is read then, without a field', async () => {
  const page = await (await world.as('lone')).get(step)
  expect(page.html).not.toContain('<textarea')
  expect(wordsOf(page)).toMatch(/Det gamle En note .*Du har ikke skrevet noget her/)
})
