import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { urls } from '../../src/urls.ts'
import type { Language } from '../../src/words/words.ts'
import { goTo, newPage, type SeenBy, speak } from '../world/browser.ts'
import { bringLooks, type Given, lookAt, lookBetween } from './look.ts'
import { picturesIn, takePictures } from './pictures.ts'

const languages = ['da', 'en'] as const

export type Views<N extends string> = {
  /** Goes there as this person, or as nobody, in both languages, and expects nothing amiss. */
  see(who: N | 'nobody', go: (page: Page) => Promise<unknown>): Promise<void>
  /** What the browsers complained of, and every address asked for that is not ours. */
  complaints: readonly string[]
}

/** Goes to a page that is there: what leads elsewhere would be looked at under a wrong name. */
export const at = (path: string) => async (page: Page) => {
  await goTo(page, path)
  const { pathname, search } = new URL(page.url())
  expect(`${pathname}${search}`).toBe(new URL(path, page.url()).href.replace(/^https?:..[^/]+/, ''))
}

/** A page, what one writes there, and its button; nothing but the server says what is wrong with it. */
export const sent =
  (path: string, fields: Readonly<Record<string, string>>, button = 'main form button.primary') =>
  async (page: Page) => {
    await goTo(page, path)
    await page.evaluate(() => {
      for (const form of document.forms) form.noValidate = true
    })
    for (const [name, value] of Object.entries(fields))
      await page.locator(`[name="${name}"]`).first().fill(value)
    await page.locator(button).first().click()
    await page.locator('.error-summary').waitFor()
  }

/** One open page for each person and language; everything that can be seen is seen in these. */
export function openViews<N extends string>(seen: SeenBy<N>, given: Given): Views<N> {
  const pages = new Map<string, Promise<Page>>()
  const complaints: string[] = []
  const pageOf = (who: N | 'nobody', language: Language) => {
    const key = `${who} ${language}`
    const page = pages.get(key) ?? openView(seen, who, language, complaints)
    pages.set(key, page)
    return page
  }
  const see: Views<N>['see'] = async (who, go) => {
    for (const language of languages) {
      const page = await pageOf(who, language)
      await go(page)
      if (picturesIn) {
        await takePictures(page, who, language, picturesIn)
        expect.soft([language, await lookBetween(page, given)]).toEqual([language, []])
      }
      expect.soft([language, await lookAt(page, given, language)]).toEqual([language, []])
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await leaveIfItWaits(page)
    }
  }
  return { see, complaints }
}

/** A page that waits for somebody comes anew by itself when they have answered; one of the same place takes no new process. */
async function leaveIfItWaits(page: Page) {
  if ((await page.locator('[data-standpoint], form[data-state]').count()) > 0) await goTo(page, urls.health())
}

async function openView<N extends string>(
  seen: SeenBy<N>,
  who: N | 'nobody',
  language: Language,
  complaints: string[],
) {
  const page = who === 'nobody' ? await newPage(seen) : await seen.open(who)
  await speak(page, language)
  await bringLooks(page)
  page.on('dialog', dialog => dialog.accept())
  page.on('request', request => {
    if (new URL(request.url()).hostname !== 'localhost') complaints.push(`asked for ${request.url()}`)
  })
  page.on('console', message => {
    if (/policy|refused|trusted/i.test(message.text())) complaints.push(message.text())
  })
  return page
}
