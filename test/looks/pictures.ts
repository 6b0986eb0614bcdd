import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language } from '../../src/words/words.ts'

// `npm run pictures`: every state the looks go through, to be looked at by people.

/** Where pictures are wanted; for most runs, nowhere. */
export const picturesIn = process.env.MEDSPIL_PICTURES

const widths = [390, 1280]
/** What is between the margins of A4, 176 mm. */
const sheet = 665
const taken = new Map<string, number>()

/** The page as it stands at both widths; in Danish also as other eyes, surroundings and paper have it. */
export async function takePictures(page: Page, who: string, language: Language, folder: string) {
  const name = nameOf(who, language)
  await mkdir(join(folder, 'others'), { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  for (const width of widths) await takeAt(page, width, join(folder, `${name}-${language}-${width}.png`))
  if (language === 'da') await takeOthers(page, join(folder, 'others', name))
}

async function takeOthers(page: Page, path: string) {
  const take = (what: string, width = 390) => takeAt(page, width, `${path}-${what}.png`)
  await take('768', 768)
  await page.emulateMedia({ colorScheme: 'dark' })
  await take('dark')
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' })
  await take('forced-colours')
  await page.emulateMedia({ forcedColors: null, media: 'print' })
  await take('print', sheet)
  await page.emulateMedia({ media: null })
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await take('text-200')
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

async function takeAt(page: Page, width: number, path: string) {
  await page.setViewportSize({ width, height: 844 })
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
}

/** The test's words, who looks, and which time: `a-leader-s-day-mette-2`. */
function nameOf(who: string, language: Language): string {
  const test = (expect.getState().currentTestName ?? '').split(' > ').at(-1) ?? ''
  const plain = `${test} ${who}`
    .toLowerCase()
    .replaceAll('å', 'aa')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
  const key = `${plain}-${language}`
  const nth = (taken.get(key) ?? 0) + 1
  taken.set(key, nth)
  return nth > 1 ? `${plain}-${nth}` : plain
}
