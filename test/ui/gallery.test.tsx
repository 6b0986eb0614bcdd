import type { Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../bin/chromium.ts'
import { budget } from '../../bin/weight.ts'
import { html, openGallery } from './gallery/house.ts'

const names = Object.keys(html)
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let browser: Browser
let server: Server
let address = ''
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  ;({ server, address } = await openGallery())
  browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] })
})
afterAll(async () => {
  await browser.close()
  server.close()
})

beforeEach(async () => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  page = await context.newPage()
  complaints = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
})
afterEach(() => page.context().close())

async function open(name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(`${address}/${name}`)
  await page.evaluate(() => document.fonts.ready)
}

const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test.each(names)('%s: axe finds nothing at 320 and at 1280, and the policy is kept', async name => {
  await open(name, 320)
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(wcag).analyze()
    expect(violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`)).toEqual([])
  }
  expect(complaints).toEqual([])
})

test.each(names)('%s: nothing runs out sideways, also with text twice as large or spaced out', async name => {
  await open(name, 320)
  expect(await sideways()).toBeLessThanOrEqual(0)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect(await sideways()).toBeLessThanOrEqual(0)
  await page.evaluate(() => {
    document.documentElement.style.removeProperty('font-size')
    const spaced = new CSSStyleSheet()
    spaced.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}',
    )
    document.adoptedStyleSheets = [spaced]
  })
  expect(await sideways()).toBeLessThanOrEqual(0)
})

test.each(names)(
  '%s: everything one can press is at least 44 by 44, but for links within a sentence',
  async name => {
    for (const width of [320, 1280]) {
      await open(name, width)
      expect(await page.evaluate(smallTargets)).toEqual([])
    }
  },
)

/** Runs in the page: what is pressed and smaller than 44, with its size. */
function smallTargets(): string[] {
  const targets = [...document.querySelectorAll('a, button, summary, input, select, textarea')]
  return targets.flatMap(target => {
    const inSentence =
      target.matches('p a, li a') &&
      (target.parentElement?.textContent?.length ?? 0) > (target.textContent?.length ?? 0) + 8
    const skip = target.matches('.skip') || !target.checkVisibility({ visibilityProperty: true })
    if (skip || (inSentence && getComputedStyle(target).display === 'inline')) return []
    const wide = target.matches('.row-link') ? target.closest('li') : target
    const { width, height } = (wide ?? target).getBoundingClientRect()
    const small = width < 43.9 || height < 43.9
    return small ? [`${target.tagName} ${target.className} "${target.textContent}" ${width} × ${height}`] : []
  })
}

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
