import type { Browser } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { addDays, localDateOf } from '../../src/domain/day.ts'
import { urls } from '../../src/urls.ts'
import type { Language } from '../../src/words/words.ts'
import { textOf } from '../documents/poppler.ts'
import { goTo } from '../world/browser.ts'
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
  type Person,
  personAt,
  pickTime,
  press,
  setUpOrganisation,
  sign,
  signIn,
  write,
  writePoint,
} from './people.ts'

// W5, without questions of the chief's own: one leader's LUS, from an imported file to a plan with both signatures, and
// two PDFs for both. Anders plans, Lone prepares two of the nine steps and shares, they talk, lock and sign; on the way
// everything is killed twice.

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
  plan: [
    ...['Hvad skal udvikles?', 'forandring', point.support, 'Vi tager vikardækningen op igen til maj.'],
    ...['Underskrift nærmeste leder', 'Anders Vestergaard Riis', 'Underskrift leder', 'Lone Bach Holm'],
  ],
}

const isRoot = process.getuid?.() === 0
const journeys: readonly [Language, string, typeof ordinaryUser | undefined][] = [
  ['da', isRoot ? 'root' : 'an ordinary user', undefined],
  ['en', 'an ordinary user', isRoot ? ordinaryUser : undefined],
]

test.each(journeys)(
  'W5 S3-03 S3-13 S3-30 in %s, run by %s: from the file to both PDFs for both, killed on the way',
  async (language, _, user) => {
    product = makeProduct(user)
    const printed = product.terminal.next(/^ {2}Engangskode .*: ([0-9a-f-]{39})$/)
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

    await goTo(lone.page, urls.preparation({ id }))
    await write(lone, language === 'da' ? 'Relationer' : 'Relations', {
      'q7.score': '5',
      'q7.keywords': 'Torsdagsmøderne virker.',
    })
    await product.killEverything()
    await product.start()
    await lone.page.reload()
    expect(await lone.page.locator('[id="q7.keywords"]').inputValue()).toBe('Torsdagsmøderne virker.')
    expect(await lone.page.locator('input[name="q7.score"][value="5"]').isChecked()).toBe(true)

    await goTo(lone.page, urls.preparation({ id }))
    expect(await lone.page.getByRole('main').getByRole('listitem').count()).toBe(9)
    await write(lone, language === 'da' ? 'Strategi' : 'Strategy', { 'q3.score': '4' })

    await goTo(lone.page, urls.sharing({ id }))
    await lone.page.locator('[id="share-q7"]').check()
    await press(lone, /Del to svar|Share two answers/)
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

    for (const person of [lone, anders]) await papersAreThere(person, id)
  },
  180_000,
)

/** Samtalearket and Planen as this one of the two gets them; the plan with both signatures, each with its date. */
async function papersAreThere(person: Person, id: string) {
  const read = { record: '', plan: '' }
  for (const part of ['record', 'plan'] as const) {
    read[part] = (await textOf(await fetchPaper(person, id, part))).replaceAll(/\s+/g, ' ')
    for (const wanted of expected[part]) expect(read[part]).toContain(wanted)
  }
  expect(read.plan.match(/Dat[oe] \d/g)).toHaveLength(2)
  expect(read.plan).not.toContain('Ikke underskrevet')
}
