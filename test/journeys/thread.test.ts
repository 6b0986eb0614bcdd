import type { Browser } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { addDays, localDateOf } from '../../src/domain/day.ts'
import { urls } from '../../src/urls.ts'
import type { Language } from '../../src/words/words.ts'
import { textOf } from '../documents/poppler.ts'
import { openChromium } from '../world/chromium.ts'
import { makeProduct, ordinaryUser, type Product } from '../world/product.ts'
import {
  beginTogether,
  concludeOn,
  conversationOf,
  endTogether,
  fetchPaper,
  inviteLone,
  lock,
  personAt,
  pickTime,
  press,
  setUpOrganisation,
  sign,
  signIn,
  write,
  writePoint,
} from './people.ts'

// One leader's LUS, from an imported file to a closed plan and two PDFs, with everything killed in the middle.

let browser: Browser
let product: Product
beforeAll(async () => {
  browser = await openChromium()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await product.stop()
})

const point = {
  what: 'At lede gennem forandring',
  goal: 'Alle ved, hvorfor vi ændrer på stuerne.',
  how: 'Lederforløb og fast sparring.',
  when: 'Senest den 1. november',
  support: 'Han holder fri til sparring hver anden torsdag.',
}

// A paper's lines break where they must, so what is looked for is short.
const expected = {
  record: ['Hvor tilfreds er du med vores dialog', 'Vi holder fast i torsdagsmøderne'],
  plan: ['Hvad skal udvikles?', 'forandring', point.support, 'Vi tager vikardækningen op igen til maj.'],
}

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

    await beginTogether(lone, anders, id)
    await concludeOn(anders, id, 'relationer', { q7: 'Vi holder fast i torsdagsmøderne.' })
    await writePoint(anders, id, point)
    await endTogether(anders, lone, id)
    await lock(lone, id)
    await sign(lone, product, id)
    await product.killEverything()
    await product.start()
    await sign(anders, product, id, 'Vi tager vikardækningen op igen til maj.')

    for (const part of ['record', 'plan'] as const) {
      const paper = await fetchPaper(lone, id, part)
      const words = (await textOf(paper)).replaceAll(/\s+/g, ' ')
      for (const wanted of expected[part]) expect(words).toContain(wanted)
    }
  },
  180_000,
)
