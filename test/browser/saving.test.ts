import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openSeenWorld, type Seen } from '../world/browser.ts'
import { agreed } from '../world/thread.ts'
import { keptAt, keywords, says } from './writing.ts'

let world: Seen
let id: string
let path: string
beforeAll(async () => {
  world = await openSeenWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  id = await agreed(world)
  path = urls.step({ id, step: 'relationer' })
})

const second = 1000
const minute = 60 * second
const kept = (question?: string) => keptAt(world, path, question)

/** Her page with a clock that stands still until it is moved. */
async function openStill(): Promise<Page> {
  const page = await world.open('lone')
  const opened = world.deps.clock.now()
  await page.clock.install({ time: opened })
  await page.goto(path)
  await page.clock.pauseAt(opened.getTime() + minute)
  return page
}

const savesOf = (page: Page) => {
  const saves: string[] = []
  page.on('request', request => {
    if (request.method() === 'POST' && request.url().includes(path)) saves.push(request.postData() ?? '')
  })
  return saves
}

/** Every place in which a browser could keep a text. */
const keptByTheBrowser = async () => [
  localStorage.length,
  sessionStorage.length,
  await indexedDB.databases(),
  await caches.keys(),
]

describe('while one writes', () => {
  test('M2 a second after the last key it is saved, says when, and is with the server, nowhere in the browser', async () => {
    const page = await openStill()
    const saves = savesOf(page)
    await keywords(page).pressSequentially('Torsdagsmøderne')
    await page.clock.runFor(900)
    await keywords(page).pressSequentially(' virker')
    await page.clock.runFor(990)
    expect(saves).toEqual([])
    await page.clock.runFor(10)
    await says(page, 'saved', 'Gemt kl. 10.4')
    expect(await kept()).toBe('Torsdagsmøderne virker')
    expect(saves).toHaveLength(1)
    expect(await page.evaluate(keptByTheBrowser)).toEqual([0, 0, [], []])
    await page.context().close()
  })

  test('M2 whoever writes on without a pause is saved all the same, every five seconds', async () => {
    const page = await openStill()
    const saves = savesOf(page)
    for (const word of ['De', ' sidste', ' par', ' måneder', ' har', ' jeg']) {
      await keywords(page).pressSequentially(word)
      await page.clock.runFor(900)
    }
    await expect.poll(() => kept()).toBe('De sidste par måneder har jeg')
    expect(saves).toHaveLength(1)
    await page.context().close()
  })

  test('while the line does not answer saves do not pile up behind the one that is on its way', async () => {
    const page = await openStill()
    const saves = savesOf(page)
    const { promise: failed, resolve: fail } = Promise.withResolvers<void>()
    await page.route(`**${path}`, async route => {
      await failed
      await route.abort()
    })
    for (let key = 0; key < 20; key++) {
      await keywords(page).press('x')
      await page.clock.runFor(900)
    }
    expect(saves).toHaveLength(1)
    fail()
    await says(page, 'unsaved', 'Ikke gemt')
    await expect.poll(() => saves.length).toBe(3)
    await page.unroute(`**${path}`)
    await page.context().close()
  })

  test('what was written before the script came is saved when it comes', async () => {
    const page = await world.open('lone')
    const { promise: ready, resolve: come } = Promise.withResolvers<void>()
    await page.route(/preparation[^/]*\.js/, async route => {
      await ready
      await route.continue()
    })
    await page.goto(path, { waitUntil: 'commit' })
    await keywords(page).fill('På en langsom linje')
    come()
    await says(page, 'saved', 'Gemt')
    expect(await kept()).toBe('På en langsom linje')
    await page.context().close()
  })

  test('a field that is left is saved at once, a score too, and going on writing goes on from there', async () => {
    const page = await openStill()
    await keywords(page).fill('Det første')
    await keywords(page, 'q8').focus()
    await says(page, 'saved', 'Gemt')
    await page.getByRole('radio', { name: '5' }).first().check()
    await keywords(page).focus()
    await keywords(page).pressSequentially(' og mere')
    await page.clock.runFor(second)
    await expect.poll(() => kept()).toBe('Det første og mere')
    await page.reload()
    expect(await keywords(page).inputValue()).toBe('Det første og mere')
    expect(await page.locator('input[name="q7.score"][value="5"]').isChecked()).toBe(true)
    expect(await page.locator('.both').count()).toBe(0)
    await page.context().close()
  })

  test('M2 a tab that dies a second and a half after the last key has lost nothing', async () => {
    const page = await openStill()
    await keywords(page).pressSequentially('Hvert et bogstav er her')
    await page.clock.runFor(1.5 * second)
    const crashed = page.waitForEvent('crash')
    const devtools = await page.context().newCDPSession(page)
    devtools.send('Page.crash').catch(() => {})
    await crashed
    await expect.poll(() => kept()).toBe('Hvert et bogstav er her')
    const again = await world.open('lone')
    await again.goto(path)
    expect(await keywords(again).inputValue()).toBe('Hvert et bogstav er her')
    await Promise.all([page.context().close(), again.context().close()])
  })

  test('whoever goes to another page in the middle of a word loses nothing, and is asked nothing', async () => {
    const page = await openStill()
    const asked: string[] = []
    page.on('dialog', dialog => {
      asked.push(dialog.type())
      return dialog.accept()
    })
    await keywords(page).pressSequentially('Midt i et o')
    await page.goto(urls.home())
    await expect.poll(() => kept()).toBe('Midt i et o')
    expect(asked).toEqual([])
    await page.context().close()
  })

  test('»Næste« pressed in the same moment takes everything along', async () => {
    const page = await openStill()
    await keywords(page).pressSequentially('Lige før Næste')
    await page.getByRole('button', { name: 'Næste: Samarbejde' }).click()
    await page.waitForURL(url => url.pathname === urls.step({ id, step: 'samarbejde' }))
    expect(await kept()).toBe('Lige før Næste')
    await page.context().close()
  })

  test('texts as long as they may be are saved, all six of them', async () => {
    const page = await openStill()
    const long = 'æøå✓'.repeat(1000)
    for (const question of ['q7', 'q8', 'q9']) {
      await keywords(page, question).fill(long)
      await page.locator(`[id="${question}.note"]`).evaluate((node, text) => {
        if (node instanceof HTMLTextAreaElement) node.value = text
      }, long)
    }
    await keywords(page).focus()
    await page.clock.runFor(second)
    await says(page, 'saved', 'Gemt')
    expect(await kept('q9')).toBe(long)
    await page.context().close()
  })
})
