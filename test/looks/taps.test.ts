import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { budget } from '../../bin/weight.ts'
import { urls } from '../../src/urls.ts'
import { goTo, newPage, openSeenWorld, type Seen } from '../world/browser.ts'
import { agreed, idIn, prepared } from '../world/thread.ts'
import { finger } from './finger.ts'

// What it takes to get somewhere: taps, tab stops, bytes; and the same ways without script.

vi.setConfig({ testTimeout: 180_000 })

let world: Seen
beforeAll(async () => {
  world = await openSeenWorld()
})
afterAll(() => world.close())

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }
const relations = (id: string) => urls.step({ id, step: 'relationer' })

/** Puts the talk aside, so that the two can be invited anew. */
const putAside = async (page: Page) => {
  await page.context().close()
  await world.superuser.query(`update conversation set status = 'cancelled'`)
}

test('M1 from the link in the mail to the first saved letter: four taps, with the code', async () => {
  const id = await agreed(world)
  const { tap, taps } = finger()
  const page = await newPage(world, phone)
  await goTo(page, urls.preparation({ id }))
  const said = world.terminal.next(/^Kode til lone@lyngsoe\.example: (\d{6})$/)
  await tap(page.locator('#address'))
  await page.keyboard.type('lone@lyngsoe.example')
  await page.keyboard.press('Enter')
  await tap(page.locator('#code'))
  await page.keyboard.type((await said)[1] ?? '')
  await page.keyboard.press('Enter')
  await tap(page.locator('main .button.primary'))
  await tap(page.locator('textarea').first())
  await page.keyboard.type('A')
  await page.locator('.save-state[data-state=saved]').waitFor()
  expect(taps()).toBe(4)
  await putAside(page)
})

test('M4 all twenty-one questions: nine steps, sixteen scores, nine times on, two taps to share, nothing required', async () => {
  const id = await agreed(world)
  const counted = { steps: 0, scores: 0, onward: 0, share: 0, required: 0 }
  const page = await world.open('lone', phone)
  await goTo(page, urls.preparation({ id }))
  await page.locator('main .button.primary').tap()
  await page.waitForURL(url => url.pathname !== urls.preparation({ id }))
  while (!page.url().endsWith(urls.preparation({ id }))) {
    counted.steps++
    counted.required += await page.locator('main [required], main [aria-required=true]').count()
    for (const four of await page.locator('input[name$=".score"][value="4"]').all()) {
      await four.tap()
      counted.scores++
    }
    for (const field of await page.locator('textarea[name$=".keywords"]').all()) await field.fill('Ja')
    const here = page.url()
    await page.locator('.save-bar button[value=next]').tap()
    counted.onward++
    await page.waitForURL(url => url.href !== here)
  }
  for (const button of [page.locator('main .button.primary'), page.locator('main button[value=share]')]) {
    await button.tap()
    counted.share++
  }
  await page.getByRole('heading', { level: 1, name: 'Så er du klar' }).waitFor()
  expect(counted).toEqual({ steps: 9, scores: 16, onward: 9, share: 2, required: 0 })
  await putAside(page)
})

test('M12 by keyboard: four stops at most after the skip link to the first field, and one to each score', async () => {
  const id = await agreed(world)
  const page = await world.open('lone')
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement
      return {
        kind: at?.tagName ?? '',
        name: at?.getAttribute('name') ?? '',
        skip: at?.matches('.skip') ?? false,
      }
    })
  const next = async () => {
    await page.keyboard.press('Tab')
    return focused()
  }
  await goTo(page, relations(id))
  expect(await next()).toMatchObject({ skip: true })
  let stops = 1
  while ((await next()).name !== 'q7.score') stops++
  expect(stops).toBeLessThanOrEqual(4)
  expect(await next()).toMatchObject({ kind: 'TEXTAREA', name: 'q7.keywords' })
  await goTo(page, urls.step({ id, step: 'indledning' }))
  await next()
  for (stops = 1; (await next()).kind !== 'TEXTAREA'; ) stops++
  expect(stops).toBeLessThanOrEqual(4)
  await putAside(page)
})

test('M23 the first load of a section is within its weight, as a browser gets it', async () => {
  const id = await prepared(world)
  const page = await world.open('lone')
  await page.goto(relations(id), { waitUntil: 'networkidle' })
  const loads = await page.evaluate(() =>
    performance.getEntries().flatMap(entry => {
      const isLoad = entry instanceof PerformanceResourceTiming
      return isLoad ? [{ name: entry.name, bytes: entry.encodedBodySize }] : []
    }),
  )
  const sum = (kind: RegExp) =>
    loads.filter(({ name }) => kind.test(name)).reduce((total, { bytes }) => total + bytes, 0)
  expect(sum(/relationer$/)).toBeGreaterThan(0)
  expect(sum(/\.js$/)).toBeGreaterThan(0)
  expect(sum(/\.js$/)).toBeLessThanOrEqual(budget.script)
  expect(sum(/./)).toBeLessThanOrEqual(budget.page)
  await putAside(page)
})

test('without script one invites, picks a time, saves with »Gem«, looks through, shares and takes back', async () => {
  const without = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
  const anders = await world.open('anders', without)
  await goTo(anders, urls.planning({ post: world.people.lone.post }))
  await anders.locator('[name=day-1]').fill('2026-04-14')
  await anders.locator('[name=time-1]').fill('13:00')
  await anders.locator('#place').fill('Rådhuset')
  await anders.locator('main form .button.primary').click()
  const id = idIn({ path: new URL(anders.url()).pathname })

  const lone = await world.open('lone', without)
  await goTo(lone, urls.invitation({ id }))
  await lone.locator('[name=slot]').first().check()
  await lone.locator('form button.primary').click()
  await goTo(lone, relations(id))
  await lone.locator('[name="q7.score"][value="4"]').check()
  await lone.locator('[name="q7.keywords"]').fill('Uden script')
  await lone.locator('[name="q8.keywords"]').fill('Bliver her')
  await lone.getByRole('button', { name: 'Gem', exact: true }).click()
  expect(await lone.locator('[name="q7.keywords"]').inputValue()).toBe('Uden script')
  await goTo(lone, urls.sharing({ id }))
  await lone.locator('[name="share.q8"]').uncheck()
  await lone.locator('[name="share.q7"]').check()
  await lone.locator('button[value=look]').click()
  await lone.getByRole('region', { name: 'Sådan ser det ud hos Anders' }).getByText('Uden script').waitFor()
  await lone.locator('button[value=share]').click()
  await lone.getByRole('heading', { level: 1, name: 'Så er du klar' }).waitFor()
  await goTo(anders, relations(id))
  await anders.getByText('Uden script').waitFor()
  expect(await anders.locator('main').textContent()).not.toContain('Bliver her')
  await lone.locator(`form[action="${urls.unsharing({ id })}"] button`).click()
  await anders.reload()
  expect(await anders.locator('main').textContent()).not.toContain('Uden script')
  await lone.context().close()
  await putAside(anders)
})
