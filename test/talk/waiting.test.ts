import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type SeenBy, seatedAt, seenWorld } from '../world/browser.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'
import { filled } from './talking.ts'

// Two in the same talk: whoever waits for the other sees the other's step without touching the page (T8, T10, T11, T13).

let world: GentofteWorld & SeenBy<string>
let id: string
beforeAll(async () => {
  world = await seenWorld(await openGentofte())
  id = await gentofteTalk(world, 'sara')
})
afterAll(() => world.close())

const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

test('T8 T10 T11 T13 begin, end, lock and yes: the page that waits follows each by itself, with the same clock', async () => {
  const sara = await world.as('sara')
  const page = await seatedAt(world, 'mette', { viewport: { width: 1280, height: 800 } })
  await page.goto(urls.talk({ id }))
  await page.getByRole('button', { name: 'Begynd' }).click()
  await page.getByText('Vi venter på, at Sara siger det samme.').waitFor()
  await sara.post(urls.talk({ id }), {})
  await titled(page, 'Samtalens gang')
  await page.getByText(/^0 af \d+ minutter/).waitFor()

  await world.moveTo(new Date(world.deps.clock.now().getTime() + 2 * 60_000))
  await page.getByText(/^2 af \d+ minutter/).waitFor()
  await page.goto(urls.ending({ id }))
  await page.getByRole('button', { name: 'Samtalen er holdt' }).click()
  await page.getByText('Vi venter på, at Sara siger det samme.').waitFor()
  await sara.post(urls.points({ id }), filled(await sara.get(urls.planDraft({ id }))))
  const plan = await sara.get(urls.planDraft({ id }))
  const what = Object.keys(filled(plan)).find(name => name.endsWith('.what')) ?? ''
  await sara.post(urls.planDraft({ id }), filled(plan, { [what]: 'Naturforløb' }))
  await sara.post(urls.ending({ id }), { do: 'hold' })
  await page.getByRole('link', { name: 'Læs planen igennem' }).click()
  await titled(page, 'Læs planen igennem')
  await sara.post(urls.freezing({ id }), { gaps: 'seen' })
  await titled(page, 'Læs planen, og luk samtalen med Sara')

  await page.getByRole('button', { name: 'Ja, det er det, vi aftalte' }).click()
  await titled(page, 'Du har sagt ja')
  await sara.post(urls.signatures({ id }), { choice: 'confirmed', version: '1', remark: '' })
  await titled(page, 'I er færdige')
  await page.context().close()
})

test('T10 without script a page that waits has a way to look again', async () => {
  await world.superuser.query(
    `update conversation set status = 'talking', closed_at = null, end_proposed_by = $2 where id = $1`,
    [id, world.people.mette.person],
  )
  const mette = await world.as('mette')
  const shown = await mette.get(urls.ending({ id }))
  expect(wordsOf(shown)).toContain('Se igen')
  expect(wordsOf(await (await world.as('sara')).get(urls.ending({ id })))).not.toContain('Se igen')
})
