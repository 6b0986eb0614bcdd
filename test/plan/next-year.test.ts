import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { answer } from '../closing/frozen.ts'
import { statusOf } from '../closing/rows.ts'
import { filled } from '../talk/talking.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, invitationForm } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { boxIn, closed, later } from './closed.ts'

// T24: a year later. The next talk begins with what came of the plan, and its closing ends the one before.

let world: World
let old: Thread
let next: Thread
beforeAll(async () => {
  world = await openWorld()
  old = await closed(world)
  await press(old.participant, 'Markér som udført: At lede')
  await later(world, old, '2027-03-01T09:00:00Z')
  const days = { 'day-1': '2027-04-13', 'day-2': '2027-04-15' }
  next = await later(
    world,
    { id: await agreed(world, { ...invitationForm, ...days }) },
    '2027-03-02T09:00:00Z',
  )
})
afterAll(() => world.close())

async function press(visitor: Visitor, label: string) {
  const box = boxIn((await visitor.get(urls.plan(old))).html, label)
  await visitor.post(box.path, box.fields)
}

test('T24 both begin their preparation with »Hvad blev det til?«: the last plan with what was done', async () => {
  const mine = wordsOf(await next.participant.get(urls.preparation(next)))
  expect(mine).toContain('Hvad blev det til? Ét af to er gjort Planen fra samtalen den 14. april 2026.')
  expect(mine).toContain('At lede gennem forandring Gjort den 14. april. Du satte hak.')
  expect(mine).toContain('Tid til egen ledelse Ikke gjort endnu')
  const theirs = wordsOf(await next.host.get(urls.preparation(next)))
  expect(theirs).toContain('At lede gennem forandring Gjort den 14. april. Lone satte hak.')
  expect(theirs).toContain('Det har du lovet: Han holder fri til sparring')
})

test('the first talk of all has no such plan', async () => {
  expect(wordsOf(await next.participant.get(urls.preparation(old)))).not.toContain('Hvad blev det til?')
})

test('T24 in the talk it lies open where one looks back, and folded at the other topics; then the old one ends', async () => {
  const day = await later(world, next, '2027-04-13T11:05:00Z')
  await day.host.post(urls.talk(day), {})
  const fold = async (step: string) =>
    /<details class="fold"( open)?><summary><span class="fold-label">Hvad blev det til/.exec(
      (await day.host.get(urls.topic({ id: day.id, step }))).html,
    )
  expect((await fold('indledning'))?.[1]).toBe(' open')
  expect(await fold('relationer')).not.toBeNull()
  expect((await fold('relationer'))?.[1]).toBeUndefined()

  await day.host.post(urls.points(day), filled(await day.host.get(urls.planDraft(day))))
  const draft = await day.host.get(urls.planDraft(day))
  const point = /name="(p\.[0-9a-f-]{36})\.version"/.exec(draft.html)?.[1] ?? ''
  await day.host.post(urls.planDraft(day), filled(draft, { [`${point}.what`]: 'Noget nyt' }))
  await day.host.post(urls.ending(day), {})
  await day.participant.post(urls.ending(day), {})
  await day.host.post(urls.freezing(day), { gaps: 'seen' })
  await answer(day.host, day.id, 'signed')
  expect(await statusOf(world, old.id)).toBe('closed')
  await answer(day.participant, day.id, 'signed')
  expect(await statusOf(world, day.id)).toBe('closed')
  expect(await statusOf(world, old.id)).toBe('ended')
})

test('S0-50 what was promised and not kept goes on standing with the host, and the old plan can be read', async () => {
  await press(next.participant, 'Tag hakket af: At lede')
  const host = await world.as('anders')
  const lone = await world.as('lone')
  await press(lone, 'Tag hakket af: At lede')
  expect(wordsOf(await host.get(urls.promises()))).toContain('Han holder fri til sparring')
  const plans = await lone.get(urls.plans())
  expect(wordsOf(plans)).toContain(
    'LUS med Anders Holdt den 13. april 2027 LUS med Anders Holdt den 14. april 2026',
  )
  expect(wordsOf(await lone.get(urls.plan(old)))).toContain('Tid til egen ledelse')
  expect((await lone.get(urls.home())).html).toContain(urls.plan(next))
  expect((await lone.send(urls.document({ id: old.id, part: 'plan' }))).status).toBe(200)
})
