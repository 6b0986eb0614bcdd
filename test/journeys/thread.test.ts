import { type Browser, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../bin/chromium.ts'
import { systemClock } from '../../src/clock.ts'
import { addDays, localDateOf } from '../../src/domain/day.ts'
import { urls } from '../../src/urls.ts'
import type { Language } from '../../src/words/words.ts'
import { makeProduct, ordinaryUser, type Product } from '../world/product.ts'
import {
  conversationOf,
  inviteLone,
  personAt,
  pickTime,
  press,
  setUpOrganisation,
  signIn,
  write,
} from './people.ts'

// One leader's LUS, from an imported file to a closed plan and two PDFs, with everything killed in the middle.

let browser: Browser
let product: Product
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] })
})
afterAll(() => browser.close())
afterEach(() => product.stop())

const isRoot = process.getuid?.() === 0
const journeys: readonly [Language, string, typeof ordinaryUser | undefined][] = [
  ['da', isRoot ? 'root' : 'an ordinary user', undefined],
  ['en', 'an ordinary user', isRoot ? ordinaryUser : undefined],
]

test.each(journeys)(
  'in %s, run by %s: from the file to both PDFs, killed on the way',
  async (language, _, user) => {
    product = makeProduct(user)
    const printed = product.terminal.next(/^ {2}([0-9a-f-]{39})$/)
    await product.start()
    const [, code = ''] = await printed

    const anders = await personAt(browser, product, language, 'anders.riis@lyngsoe.example')
    await setUpOrganisation(anders, code)
    await signIn(anders, product)
    await inviteLone(anders, addDays(localDateOf(systemClock.now()), 1))

    const lone = await personAt(browser, product, language, 'lone.holm@lyngsoe.example')
    await signIn(lone, product)
    await pickTime(lone)
    const id = conversationOf(lone)

    await lone.page.goto(urls.preparation({ id }))
    await write(lone, language === 'da' ? 'Relationer' : 'Relations', {
      'q7.score': '5',
      'q7.keywords': 'Torsdagsmøderne virker.',
    })
    await product.killEverything()
    await product.start()
    await lone.page.reload()
    expect(await lone.page.locator('[id="q7.keywords"]').inputValue()).toBe('Torsdagsmøderne virker.')
    expect(await lone.page.locator('input[name="q7.score"][value="5"]').isChecked()).toBe(true)

    await lone.page.goto(urls.sharing({ id }))
    await lone.page.locator('[id="share-q7"]').check()
    await press(lone, /Del ét svar|Share one answer/)
    await lone.page.getByRole('heading', { level: 1, name: lone.t.preparation.done.title }).waitFor()
  },
  180_000,
)
