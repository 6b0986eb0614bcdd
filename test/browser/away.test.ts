import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { listenTo, newPage, openSeenWorld, type Seen, signIn } from '../world/browser.ts'
import { agreed } from '../world/thread.ts'
import { keptAt, keywords } from './writing.ts'

// Somebody walks away from an open page; the page's clock is moved.

const minutes = 60_000
let world: Seen
let id: string
let path: string
beforeAll(async () => {
  world = await openSeenWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  await world.superuser.query('delete from code_request')
  id = await agreed(world)
  path = urls.step({ id, step: 'relationer' })
})

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Er du her stadig?' })
const here = (page: Page) => dialog(page).getByRole('button', { name: 'Jeg er her' })

/** Lone's page on a computer others use too. */
async function onSharedComputer(): Promise<Page> {
  const page = await newPage(world)
  await page.clock.install()
  await signIn(page, world, 'lone', 'shared')
  await page.goto(path)
  return page
}

/** Her saves wait on the line until the function given back is called. */
async function heldBack(page: Page): Promise<() => void> {
  const { promise: held, resolve: answer } = Promise.withResolvers<void>()
  await page.route(
    url => url.pathname === path,
    route => held.then(() => route.continue()),
  )
  return answer
}

describe('on a shared computer', () => {
  test('one signs out from the very page one writes on, and the last word is saved first', async () => {
    const page = await onSharedComputer()
    const answer = await heldBack(page)
    await keywords(page).fill('Barnet græder, og jeg går')
    await page.getByRole('banner').getByRole('button', { name: 'Log ud' }).click()
    answer()
    await page.getByText('Du er logget ud.').waitFor()
    expect(await keptAt(world, path)).toBe('Barnet græder, og jeg går')
    await page.context().close()
  })

  test('it asks after ten minutes, and one press goes on for ten more', async () => {
    const page = await onSharedComputer()
    await page.clock.fastForward(9 * minutes)
    expect(await dialog(page).isVisible()).toBe(false)
    await page.clock.fastForward(1.2 * minutes)
    await dialog(page).waitFor()
    expect(await dialog(page).textContent()).toContain(
      'Vi logger dig ud om to minutter. Alt, der står Gemt ved, er gemt.',
    )
    expect(await dialog(page).getByText('Noget er ikke gemt').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.closest('dialog')?.id)).toBe('idle')
    await here(page).click()
    await dialog(page).waitFor({ state: 'hidden' })
    await page.clock.fastForward(9 * minutes)
    expect(await dialog(page).isVisible()).toBe(false)
    await page.context().close()
  })

  test('after two minutes more the text leaves the page, and the session is over in the browser and on the server', async () => {
    const page = await onSharedComputer()
    const answer = await heldBack(page)
    await keywords(page).fill('Ikke for den næste')
    await page.clock.fastForward(10.2 * minutes)
    await dialog(page).waitFor()
    const heard = listenTo(page)
    await page.evaluate(() => {
      const main = document.querySelector('main')
      const tell = () => console.log(`what stands: »${main?.textContent}«`)
      if (main) new MutationObserver(tell).observe(main, { childList: true })
    })
    await page.clock.fastForward(2 * minutes)
    await expect.poll(() => heard).toContain('what stands: »«')
    answer()
    await page.getByText('Du har været væk et stykke tid, så vi loggede dig ud.').waitFor()
    expect(await keptAt(world, path)).toBe('Ikke for den næste')
    await page.goBack()
    await page.goto(path)
    expect(new URL(page.url()).pathname).toBe(urls.signIn())
    await page.context().close()
  })

  test('what could not be saved is named before it goes, and nothing stands in the way of going', async () => {
    const page = await onSharedComputer()
    const asked: string[] = []
    page.on('dialog', each => {
      asked.push(each.type())
      return each.dismiss()
    })
    await page.route(
      url => url.pathname === path,
      route => route.abort(),
    )
    await keywords(page).fill('Kan ikke gemmes')
    await page.clock.runFor(1000)
    await page.locator('.save-state[data-state=unsaved]').waitFor()
    await page.clock.fastForward(10.2 * minutes)
    await dialog(page).getByText('Noget er ikke gemt og forsvinder herfra.').waitFor()
    await page.clock.fastForward(2 * minutes)
    await page.getByText('Du har været væk et stykke tid, så vi loggede dig ud.').waitFor()
    expect(asked).toEqual([])
    await page.context().close()
  })

  test('the question cannot be closed without an answer', async () => {
    const page = await onSharedComputer()
    await page.clock.fastForward(10.2 * minutes)
    await dialog(page).waitFor()
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
    expect(await dialog(page).isVisible()).toBe(true)
    await page.context().close()
  })

  test('whoever is busy in another tab has not walked away', async () => {
    const page = await onSharedComputer()
    const other = await page.context().newPage()
    await other.goto(urls.home())
    await page.clock.fastForward(9 * minutes)
    await other.keyboard.press('Tab')
    await page.clock.fastForward(2 * minutes)
    expect(await dialog(page).isVisible()).toBe(false)
    await page.context().close()
  })
})

describe('on one’s own device', () => {
  test('the page is covered after thirty minutes, whole, and lifted by a press', async () => {
    const page = await world.open('lone')
    await page.clock.install()
    await page.goto(path)
    await page.clock.fastForward(29 * minutes)
    expect(await dialog(page).isVisible()).toBe(false)
    await page.clock.fastForward(1.2 * minutes)
    await dialog(page).waitFor()
    const cover = await page.evaluate(() => {
      const found = document.querySelector('#idle')
      return found && getComputedStyle(found, '::backdrop').backgroundColor
    })
    expect(cover).toBe('rgb(241, 235, 225)')
    await page.clock.fastForward(60 * minutes)
    expect(await dialog(page).isVisible()).toBe(true)
    await here(page).click()
    await dialog(page).waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('it is lifted for the same person alone, and what was typed is still there', async () => {
    const page = await world.open('lone')
    await page.clock.install()
    await page.goto(path)
    await keywords(page).fill('Kun for Lone')
    await page.clock.fastForward(30.2 * minutes)
    await dialog(page).waitFor()
    const own = await page.context().storageState()
    const anders = await (await world.open('anders')).context().storageState()
    await page.context().clearCookies()
    await page.context().addCookies(anders.cookies)
    await here(page).click()
    await dialog(page).getByText('Du er logget ud imens.').waitFor()
    expect(await dialog(page).isVisible()).toBe(true)
    await page.context().clearCookies()
    await page.context().addCookies(own.cookies)
    await here(page).click()
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await keywords(page).inputValue()).toBe('Kun for Lone')
    await page.context().close()
  })
})
