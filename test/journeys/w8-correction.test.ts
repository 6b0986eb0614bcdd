import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { closing } from '../../src/words/closing.ts'
import { home } from '../../src/words/home.ts'
import { talk as room } from '../../src/words/talk.ts'
import { closingWait } from '../../src/words/waiting.ts'
import { goTo, seatedAt, seenWorld } from '../world/browser.ts'
import { gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { holdBegun } from '../world/gentofte-closed.ts'
import { paperOf } from './paper.ts'

// W8 where the concept asks for a yes (Gentofte): there is nothing to refuse. Who is not content opens the text, or adds
// a remark. Sara does both, on her phone.

const open = async () => seenWorld(await openGentofte())
let world: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  world = await open()
})
afterAll(() => world.close())

const first = { what: 'Sprog i garderoben', goal: 'Alle børn siger noget hver dag' }
const mended = 'Børnene bliver hørt, også når der er travlt'
const remark = 'Jeg vil gerne have set på vagtplanen inden sommer.'

test.each(['da', 'en'] as const)(
  'W8 S0-54 D11 T12 T13 %s: nobody refuses; a correction takes the first yes away, and a remark goes with the last',
  async language => {
    await world.moveTo(new Date('2026-04-02T08:40:00Z'))
    await world.superuser.query(`update conversation set status = 'cancelled'`)
    await world.superuser.query('update person set language = $1', [language])
    const talk = { id: await gentofteTalk(world, 'sara') }
    await world.moveTo(new Date('2026-04-14T11:05:00Z'))
    const leader = await world.as('mette')
    await leader.post(urls.talk(talk), {})
    await holdBegun(talk.id, leader, await world.as('sara'), first)
    await world.moveTo(new Date('2026-04-14T12:30:00Z'))
    const t = closing[language]
    const sara = await seatedAt(world, 'sara', { viewport: { width: 390, height: 844 }, hasTouch: true })
    const mette = await seatedAt(world, 'mette', { viewport: { width: 1280, height: 900 } })

    await goTo(mette, urls.freezing(talk))
    await lock(mette, t)
    await press(mette, t.signing.confirm)
    await titled(mette, closingWait[language].waiting.title.confirmed)

    await toClosing(sara)
    await sara.getByText(first.goal).first().waitFor()
    await sara.getByText(t.text.noRecord).waitFor()
    expect(await sara.getByRole('main').textContent()).not.toMatch(/skriver ikke under|do not sign/)
    await press(sara, t.signing.mend)
    await sara.waitForURL(url => url.pathname === urls.planDraft(talk))
    await sara.locator('[name$=".goal"]').first().fill(mended)
    await press(sara, room[language].ending.freeze)
    await titled(sara, t.freezing.title)
    await lock(sara, t)
    await sara.getByLabel(t.remark.label).fill(remark)
    await press(sara, t.signing.confirm)
    await titled(sara, closingWait[language].waiting.title.confirmed)

    await toClosing(mette)
    for (const seen of [t.done.remarkBy('Sara'), remark, mended])
      await mette.getByText(seen).first().waitFor()
    expect(await mette.getByText(first.goal).count()).toBe(0)
    await press(mette, t.signing.confirm)
    for (const page of [mette, sara]) {
      await goTo(page, urls.signing(talk))
      await titled(page, t.done.title)
      await page.getByText(remark).waitFor()
    }
    const words = await paperOf(sara, urls.document({ ...talk, part: 'plan' }))
    for (const printed of [remark, mended]) expect(words).toContain(printed)
    for (const page of [mette, sara]) await page.context().close()

    async function toClosing(page: Page) {
      await goTo(page, urls.home())
      await page.getByRole('link', { name: home[language].steps.close('', '', '').action }).click()
      await titled(page, t.signing.title('').trim())
    }
  },
  180_000,
)

type Words = (typeof closing)['da']

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

async function lock(page: Page, { freezing, signing }: Words) {
  await press(page, new RegExp(`${freezing.lock}|${freezing.anyway}`))
  await titled(page, signing.title('').trim())
}
