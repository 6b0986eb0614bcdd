import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { frozen } from '../closing/frozen.ts'
import { talking } from '../talk/talking.ts'
import { goTo, openSeenWorld, type Seen, speak } from '../world/browser.ts'

// What one presses leads on, also where the page asks how things stand before the answer is here.

let world: Seen
beforeEach(async () => {
  world = await openSeenWorld()
})
afterEach(() => world.close())

/** A slow line: what is pressed is done at once, and its answer waits until the page has asked how things stand. */
async function answerLate(page: Page) {
  await page.route('**', async route => {
    if (route.request().method() !== 'POST') return route.continue()
    const response = await route.fetch({ maxRedirects: 0 })
    await page.waitForResponse(heard => heard.headers()['content-type']?.includes('json') === true)
    await route.fulfill({ response })
  })
}

test('a point that is added is the one the page comes to', async () => {
  const { id } = await talking(world)
  const page = await world.open('lone')
  await speak(page, 'da')
  await goTo(page, urls.planDraft({ id }))
  await answerLate(page)
  await page.getByRole('button', { name: 'Tilføj det første punkt' }).click()
  const what = page.locator('textarea[name$=".what"]')
  await what.waitFor()
  expect(new URL(page.url()).hash).toBe(`#${await what.getAttribute('id')}`)
  await page.context().close()
})

test('whoever opens the locked text again comes to the plan', async () => {
  const { id } = await frozen(world)
  const page = await world.open('anders')
  await speak(page, 'da')
  await goTo(page, urls.signing({ id }))
  await answerLate(page)
  await page.getByRole('button', { name: 'Ret planen' }).click()
  await page.locator('textarea[name$=".what"]').first().waitFor()
  expect(new URL(page.url()).pathname).toBe(urls.planDraft({ id }))
  await page.context().close()
})
