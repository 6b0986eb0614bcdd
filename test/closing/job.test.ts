import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { textOf } from '../documents/poppler.ts'
import { filled } from '../talk/talking.ts'
import { queueEmpty } from '../walls/door.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'

// S0-19: what came of the job description is asked about once, never required, and stands in the plan.

let world: GentofteWorld
beforeAll(async () => {
  world = await openGentofte()
})
afterAll(() => world.close())

test('S0-19 a proposal for the job description is chosen at the closing, and both confirm it with the plan', async () => {
  const id = await gentofteTalk(world, 'sara')
  await world.moveTo(new Date('2026-04-14T11:05:00Z'))
  const [sara, mette] = [await world.as('sara'), await world.as('mette')]
  await mette.post(urls.talk({ id }), {})
  await sara.post(urls.points({ id }), filled(await sara.get(urls.planDraft({ id }))))
  const plan = await sara.get(urls.planDraft({ id }))
  const point = /name="(p\.[0-9a-f-]{36})\.version"/.exec(plan.html)?.[1] ?? ''
  await sara.post(urls.planDraft({ id }), filled(plan, { [`${point}.what`]: 'Naturforløb' }))
  for (const each of [sara, mette]) await each.post(urls.ending({ id }), { do: 'hold' })
  const asked = await sara.get(urls.freezing({ id }))
  expect(wordsOf(asked)).toContain('Passer stillingsbeskrivelsen?')
  expect(asked.html).not.toMatch(/name="job"[^>]* checked/)
  const gaps = await sara.post(urls.freezing({ id }), { job: 'change' })
  expect(gaps.html).toMatch(/value="change"[^>]* checked|checked[^>]* value="change"/)
  const frozen = await sara.post(urls.freezing({ id }), { job: 'change', gaps: 'seen' })
  expect(wordsOf(frozen)).toContain('Stillingsbeskrivelsen: Vi foreslår en ændring')
  await mette.post(urls.correction({ id }), { version: '1' })
  const corrected = await sara.get(urls.freezing({ id }))
  expect(corrected.html).toMatch(/value="change"[^>]* checked|checked[^>]* value="change"/)
  await sara.post(urls.freezing({ id }), { job: 'change', gaps: 'seen' })
  const confirmed = { choice: 'confirmed', version: '2', remark: '' }
  for (const each of [sara, mette]) await each.post(urls.signatures({ id }), confirmed)
  await queueEmpty(world)
  const pdf = await mette.send(urls.document({ id, part: 'plan' }))
  expect(await textOf(new Uint8Array(await pdf.arrayBuffer()))).toMatch(
    /Stillingsbeskrivelsen\s+Vi foreslår en ændring/,
  )
})
