import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { bringLooks, lookAt } from '../looks/look.ts'
import { picturesIn, takePictures } from '../looks/pictures.ts'
import { openChromium } from '../world/chromium.ts'
import { type House, openHouse } from '../world/house.ts'
import { serveHouse } from '../world/served.ts'
import { countRows, emptyHouse, example, filled, printedCode } from './door.ts'

let house: House
let browser: Browser
let served: Awaited<ReturnType<typeof serveHouse>>

beforeAll(async () => {
  house = await openHouse()
  served = await serveHouse(house)
  browser = await openChromium()
})
afterAll(async () => {
  served.close()
  await house.close()
})
beforeEach(() => emptyHouse(house))

type Words = { proceed: string; look: string; read: string; make: string; done: string }
const danish: Words = {
  proceed: 'Fortsæt',
  look: 'Se det igennem',
  read: 'Læs filen',
  make: 'Opret organisationen',
  done: 'Organisationen er oprettet',
}
const english: Words = {
  proceed: 'Continue',
  look: 'Look through it',
  read: 'Read the file',
  make: 'Set up the organisation',
  done: 'The organisation is set up',
}

const faultyFile = {
  name: 'medarbejdere.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'nummer;navn;Arbejdspost;enhed;stilling;leder\n1;Åse;åse;Børn;Chef;1\n;Bo;;Børn;Vikar;9\n',
  ),
}

/** Goes from the code to the end, and looks around at each page on the way. */
async function setUp(page: Page, words: Words, lookAround: (place: string) => Promise<void>) {
  const press = (name: string) => page.getByRole('button', { name }).click()
  await page.goto(served.address + urls.home())
  await lookAround('first visit')
  await page.goto(served.address + urls.setup())
  await lookAround('code')
  await page.locator('#code').fill(await printedCode(house))
  await press(words.proceed)
  await lookAround('details')
  await press(words.look)
  await lookAround('empty')
  await page.locator('#name').fill(filled.name)
  await page.locator(`[name="concept"][value="${filled.concept}"]`).check()
  await page.locator('#your-name').fill(filled['your-name'])
  await page.locator('#address').fill(filled.address)
  await page.locator('#file').setInputFiles(faultyFile)
  await press(words.look)
  await lookAround('heads')
  await page.getByLabel('Arbejdspost').selectOption('address')
  await press(words.read)
  await lookAround('faults')
  expect(await page.locator('#rows').inputValue()).toContain('1;Åse;åse')
  await page.locator('#file').setInputFiles('demo/ringkoebing-skjern.csv')
  await press(words.look)
  await lookAround('preview')
  await press(words.make)
  await page.getByRole('heading', { level: 1, name: words.done }).waitFor()
  await lookAround('done')
}

test('on a phone without script: the code, the file, its faults, the look-through, the organisation', async () => {
  const page = await openPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await setUp(page, danish, async () => {})
  expect(await countRows(house)).toMatchObject({ organisation: 1, person: 24, hosting: 24 })
  await page.getByRole('link', { name: 'Log ind' }).click()
  expect(new URL(page.url()).pathname).toBe(urls.signIn())
  await page.context().close()
}, 60_000)

test.each([
  ['da-DK', danish],
  ['en-GB', english],
] as const)(
  'M11 %s: nothing amiss on any of its pages',
  async (locale, words) => {
    const page = await openPage({ locale })
    await bringLooks(page)
    await setUp(page, words, async place => {
      if (picturesIn) await takePictures(page, place, languageOf(locale), picturesIn)
      expect([place, await lookAt(page, given, languageOf(locale))]).toEqual([place, []])
    })
    await page.context().close()
  },
  120_000,
)

// What the files and the concepts say is in the language it is in; the longest first, as one may stand in another.
const cells = `${example};${faultyFile.buffer}`.split(/[;\n]/).filter(cell => /[æøå]/i.test(cell))
const given = {
  names: [],
  texts: [
    'Et liv i børnenes spor – altid et skridt foran.',
    'Ringkøbing-Skjern',
    filled.name,
    ...cells.toSorted((a, b) => b.length - a.length),
  ],
}
const languageOf = (locale: 'da-DK' | 'en-GB') => (locale === 'da-DK' ? 'da' : 'en')

async function openPage(options: BrowserContextOptions): Promise<Page> {
  return (await browser.newContext({ locale: 'da-DK', reducedMotion: 'reduce', ...options })).newPage()
}

test('while a file is read and an organisation made the button says so, and a second press sends nothing more', async () => {
  const page = await openPage({ baseURL: served.address })
  await page.goto(urls.setup())
  await page.locator('#code').fill(await printedCode(house))
  await page.getByRole('button', { name: danish.proceed }).click()
  for (const field of ['name', 'your-name', 'address'] as const)
    await page.locator(`#${field}`).fill(filled[field])
  await page.locator(`[name="concept"][value="${filled.concept}"]`).check()
  await page.locator('#file').setInputFiles('demo/ringkoebing-skjern.csv')
  expect(await pressTwice(page, danish.look)).toEqual(['sent', 'ignored', 'Læser filen …'])
  await page.waitForURL(url => url.pathname === urls.setupPreview())
  expect(await pressTwice(page, danish.make)).toEqual(['sent', 'ignored', 'Opretter …'])
  await page.getByRole('heading', { level: 1, name: danish.done }).waitFor()
  await page.context().close()
})

/** Presses twice at once; gives what became of each press, and what the button then says. */
async function pressTwice(page: Page, button: string) {
  const pressed = page.getByRole('button', { name: button })
  return pressed.evaluate(element => {
    const submits: string[] = []
    window.addEventListener('submit', event => submits.push(event.defaultPrevented ? 'ignored' : 'sent'))
    for (let n = 0; n < 2; n++) if (element instanceof HTMLElement) element.click()
    return [...submits, element.textContent]
  })
}
