import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { goTo } from '../world/browser.ts'
import { openChromium } from '../world/chromium.ts'
import { openWorld, type World } from '../world/people.ts'
import { serveHouse } from '../world/served.ts'
import type { Visitor } from '../world/visitor.ts'
import { afternoon, held } from './held.ts'

let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof serveHouse>>

beforeAll(async () => {
  world = await openWorld()
  served = await serveHouse(world)
  browser = await openChromium()
})
afterAll(async () => {
  served.close()
  await world.close()
})

/** This person's browser, where they are signed in already. */
async function open(who: Visitor, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const settings = { locale: 'da-DK', reducedMotion: 'reduce', baseURL: served.address, ...options } as const
  const context = await browser.newContext(settings)
  await context.addCookies(
    [...who.cookies].map(([name, value]) => ({ name, value, domain: 'localhost', path: '/', secure: true })),
  )
  const page = await context.newPage()
  await goTo(page, path)
  return page
}

const phone = { viewport: { width: 390, height: 844 } }
const minutes = (count: number) => new Date(afternoon.getTime() + count * 60_000)
let presses = 0
const press = (page: Page, name: string | RegExp) => {
  presses++
  return page.getByRole('button', { name }).click()
}

test('M10 on a phone without script: freeze, two taps and a code each, and the plan is a file', async () => {
  const { id, host, participant } = await held(world)
  const anders = await open(host, urls.freezing({ id }), { ...phone, javaScriptEnabled: false })
  await press(anders, 'Lås teksten')
  await anders.getByRole('heading', { level: 1, name: 'Læs planen, og luk samtalen med Lone' }).waitFor()
  presses = 0
  await press(anders, /^Skriv under Jeg har læst/)
  await press(anders, 'Skriv under')
  expect(presses).toBe(2)
  await anders.getByRole('heading', { level: 1, name: 'Du har skrevet under' }).waitFor()

  await world.moveTo(minutes(6))
  const printed = world.terminal.next(/^Kode til lone@lyngsoe\.example: (\d{6})$/)
  const lone = await open(participant, urls.signing({ id }), { ...phone, javaScriptEnabled: false })
  await press(lone, /^Skriv under med en bemærkning/)
  await lone.getByLabel('Din bemærkning').fill('Tirsdag er bedre end onsdag.')
  await lone.getByLabel('Koden fra mailen').fill((await printed)[1] ?? '')
  await lone.getByLabel('Koden fra mailen').press('Enter')
  await lone.getByRole('heading', { level: 1, name: 'I er færdige' }).waitFor()
  await lone.getByText('Tirsdag er bedre end onsdag.').waitFor()
  const download = lone.waitForEvent('download', { timeout: 15_000 })
  await lone.getByRole('link', { name: 'Hent planen som PDF' }).click()
  expect((await download).suggestedFilename()).toBe('planen-anders-2026.pdf')
  await anders.context().close()
  await lone.context().close()
}, 60_000)

test('M10 the three choices are of one size, in one look, at every width', async () => {
  const { id, host, participant } = await held(world)
  await host.post(urls.freezing({ id }), {})
  const page = await open(participant, urls.signing({ id }))
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const looks = await page.locator('.equal-choice').evaluateAll(buttons =>
      buttons.map(button => {
        const { width, height } = button.getBoundingClientRect()
        const { backgroundColor, borderColor, color, fontWeight } = getComputedStyle(button)
        return { width, height: Math.round(height), backgroundColor, borderColor, color, fontWeight }
      }),
    )
    expect(looks).toHaveLength(3)
    for (const look of looks) expect(look).toEqual(looks[0])
    expect(looks[0]?.height).toBeGreaterThanOrEqual(44)
  }
  expect(await page.locator('.button.primary').filter({ visible: true }).count()).toBe(0)
  await page.context().close()
})
