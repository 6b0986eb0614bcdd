import type { Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { budget } from '../../bin/weight.ts'
import { bringLooks, lookAt } from '../looks/look.ts'
import { openChromium } from '../world/chromium.ts'
import { html, openGallery } from './gallery/house.ts'

const names = Object.keys(html)
const given = { names: ['Lone Bach Holm', 'Anders Kjær', 'Lone', 'Anders'], texts: [] }

let server: Server
let address = ''
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  ;({ server, address } = await openGallery())
  const context = await (await openChromium()).newContext({ reducedMotion: 'reduce' })
  page = await context.newPage()
  await bringLooks(page)
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
})
beforeEach(() => {
  complaints = []
})
afterAll(async () => {
  await page.context().close()
  server.close()
})

async function open(name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`${address}/${name}`)
  await page.evaluate(() => document.fonts.ready)
}

test.each(names)('%s: every look finds nothing amiss, and the policy is kept', async name => {
  await open(name, 320)
  expect(await lookAt(page, given, 'da')).toEqual([])
  expect(complaints).toEqual([])
})

test('the save bar never covers what has the focus', async () => {
  await open('03-relationer', 390)
  let stops = 0
  for (let place = 'page'; place !== 'bar'; place = await page.evaluate(placeOfFocus)) {
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(placeOfFocus)).not.toBe('covered')
    stops++
  }
  expect(stops).toBe(15)
})

/** Runs in the page: is the focus in the bar, covered by it, or free of it? */
function placeOfFocus(): 'bar' | 'covered' | 'free' {
  const bar = document.querySelector('.save-bar')
  const focused = document.activeElement
  if (!bar || !focused) return 'covered'
  if (bar.contains(focused)) return 'bar'
  return focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1 ? 'covered' : 'free'
}

test('focus is 2 px white, then 3 px ink', async () => {
  await open('02-min-side', 390)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const seen = await page.evaluate(() => {
    const { outlineColor, outlineWidth, outlineOffset } = getComputedStyle(
      document.activeElement ?? document.body,
    )
    return { outlineColor, outlineWidth, outlineOffset }
  })
  expect(seen).toEqual({ outlineColor: 'rgb(29, 43, 42)', outlineWidth: '3px', outlineOffset: '2px' })
})

test('S3-27 a score is one stop, arrows choose, and taking it back needs no script', async () => {
  await open('03-relationer', 390)
  await page.getByRole('radio', { name: '5' }).first().focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.getByRole('radio', { name: '6 højest' }).first().isChecked()).toBe(true)
  const clear = page.getByRole('radio', { name: 'Fjern mit svar' }).first()
  await clear.click()
  expect(await page.locator('input[name="score-7"]:checked').getAttribute('value')).toBe('')
  await expect.poll(() => page.getByText('Svaret er fjernet').first().isVisible()).toBe(true)
})

test('a question asked names all that answers it', async () => {
  await open('03-relationer', 390)
  const asked = page.getByRole('group', { name: 'Spørgsmål 9 Hvor tilfreds er du med min feedback til dig?' })
  await expect.poll(() => asked.getByRole('textbox', { name: 'Stikord' }).isVisible()).toBe(true)
  expect(await asked.getByRole('radio').count()).toBe(6)
})

test('faults have the focus when the page opens, and each leads into its field', async () => {
  await open('form-med-fejl', 390)
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('error-summary')
  await page.getByRole('link', { name: 'Vælg, hvor lang samtalen skal være.' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('length')
  expect(await page.getByLabel('Lederens mailadresse').inputValue()).toBe('lone.kommune.dk')
})

test('an empty first line of a text is still there when the browser has read it', async () => {
  await open('form-med-fejl', 390)
  expect(await page.getByLabel('Brevet').inputValue()).toBe('\nKære Lone')
})

test('figures stand in column, and the third font stays at home until a name needs it', async () => {
  await open('02-min-side', 390)
  const fonts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(entry => entry.name)
        .join(' '),
    )
  expect(await fonts()).toMatch(/sans-[A-Z0-9]+\.woff2/)
  expect(await fonts()).not.toMatch(/sans-more-/)
  const widths = await page.evaluate(() =>
    ['1111', '4444', '8888'].map(figures => {
      const time = document.createElement('time')
      document.body.append(time)
      time.textContent = figures
      return time.getBoundingClientRect().width
    }),
  )
  expect(new Set(widths).size).toBe(1)
  await open('form-med-fejl', 390)
  await expect.poll(fonts).toMatch(/sans-more-/)
})

test('M23 the heaviest page of the gallery leaves room for fonts, style and script', () => {
  const heaviest = Math.max(...names.map(name => gzipSync(html[name] ?? '').length))
  expect(heaviest).toBeLessThan(budget.html)
})
