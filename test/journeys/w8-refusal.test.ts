import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { closing } from '../../src/words/closing.ts'
import { home } from '../../src/words/home.ts'
import { talk } from '../../src/words/talk.ts'
import { closingWait } from '../../src/words/waiting.ts'
import type { Language } from '../../src/words/words.ts'
import { answer, frozen } from '../closing/frozen.ts'
import { points } from '../closing/held.ts'
import type { Thread } from '../walls/thread.ts'
import { goTo, openSeenWorld, type Seen, seatedAt } from '../world/browser.ts'
import { paperOf } from './paper.ts'

// W8 where the concept signs (Ringkøbing-Skjern): Lone will not sign what Anders has locked. He sees it and corrects the
// plan; she signs the new text with a remark, which stays with it. And the other way it may end: that nobody mends it.

let world: Seen
beforeAll(async () => {
  world = await openSeenWorld()
})
afterAll(() => world.close())

const languages = ['da', 'en'] as const
const mended = 'Han holder fri til sparring hver tirsdag kl. 9.00.'
const remark = 'Vi tager vikardækningen op igen til maj.'
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const desk = { viewport: { width: 1280, height: 900 } }

type Walk = { language: Language; thread: Thread; lone: Page; anders: Page }

async function locked(language: Language): Promise<Walk> {
  await world.superuser.query('update person set language = $1', [language])
  const thread = await frozen(world)
  return {
    language,
    thread,
    lone: await seatedAt(world, 'lone', phone),
    anders: await seatedAt(world, 'anders', desk),
  }
}

const leave = ({ lone, anders }: Walk) => Promise.all([lone.context().close(), anders.context().close()])

test.each(languages)(
  'W8 T12 T13 %s: one will not sign, the other sees it and corrects, and a remark goes with the signed plan',
  async language => {
    const walk = await locked(language)
    await refuses(walk)
    await seesAndCorrects(walk)
    await signsWithRemark(walk)
    await signsToo(walk)
    await remarkIsOnPaper(walk)
    await leave(walk)
  },
  180_000,
)

test.each(languages)(
  'W8 T14 S3-13 %s: a refusal that stands closes the talk as held and written down, and blames nobody',
  async language => {
    const walk = await locked(language)
    const { lone, anders, thread } = walk
    const t = closing[language]
    await refuses(walk)
    await answer(thread.host, thread.id, 'signed')
    for (const page of [lone, anders]) {
      await goTo(page, urls.signing(thread))
      await page.getByRole('heading', { level: 1, name: t.done.contested }).waitFor()
      await page.getByText(t.done.held.sign).waitFor()
      expect(await rowOf(page, 'Lone Bach Holm')).toContain(t.done.unsigned.sign)
      expect(await rowOf(page, 'Anders Kjær')).toMatch(/14\.?\sapril\s2026/i)
      await page.getByRole('link', { name: t.done.getPlan }).waitFor()
    }
    await leave(walk)
  },
  180_000,
)

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).first().textContent()
const startsWith = (words: string) => new RegExp(`^${words}`)

/** From Min side by the one next step to the locked text. */
async function toClosing(page: Page, language: Language) {
  const { action } = home[language].steps.close('', '', '')
  await goTo(page, urls.home())
  await page.getByRole('link', { name: action }).click()
  await titled(page, closing[language].signing.title('').trim())
}

/** Three equal ways; the one she takes asks for no reason. */
async function refuses({ language, lone }: Walk) {
  const t = closing[language]
  await toClosing(lone, language)
  for (const { title } of Object.values(t.signing.choices))
    await lone
      .getByRole('button', { name: startsWith(title) })
      .first()
      .waitFor()
  await press(lone, startsWith(t.signing.choices.refused.title))
  await titled(lone, t.signing.choices.refused.title)
  expect(await lone.getByRole('textbox').count()).toBe(0)
  await press(lone, t.answer.do.refused)
  await titled(lone, closingWait[language].waiting.title.refused)
}

/** Anders sees that, and not why; he opens the text, mends the support, and locks it again. */
async function seesAndCorrects({ language, thread, anders }: Walk) {
  const t = closing[language]
  await toClosing(anders, language)
  expect(await rowOf(anders, 'Lone Bach Holm')).toContain(closingWait[language].waiting.refused)
  await press(anders, t.signing.mend)
  await anders.waitForURL(url => url.pathname === urls.planDraft(thread))
  await anders.locator('[name$=".support"]').first().fill(mended)
  await press(anders, talk[language].ending.freeze)
  await titled(anders, t.freezing.title)
  await press(anders, new RegExp(`${t.freezing.lock}|${t.freezing.anyway}`))
  await titled(anders, t.signing.title('').trim())
}

/** A new text, so Lone is asked anew: she reads what has changed, and signs with a line of her own. */
async function signsWithRemark({ language, lone }: Walk) {
  const t = closing[language]
  await toClosing(lone, language)
  await lone.getByText(mended).first().waitFor()
  expect(await lone.getByText(points[0]?.support ?? '').count()).toBe(0)
  await press(lone, startsWith(t.signing.choices['signed-with-remark'].title))
  await lone.getByLabel(t.remark.label).fill(remark)
  await press(lone, t.answer.do['signed-with-remark'])
  await titled(lone, closingWait[language].waiting.title.signed)
}

/** Anders reads the remark before he signs. */
async function signsToo({ language, anders }: Walk) {
  const t = closing[language]
  await toClosing(anders, language)
  await anders.getByText(t.done.remarkBy('Lone')).waitFor()
  await anders.getByText(remark).waitFor()
  await press(anders, startsWith(t.signing.choices.signed.title))
  await press(anders, t.answer.do.signed)
  await titled(anders, t.done.title)
}

/** It stands with the closed text on both screens, and in the plan as it is printed. */
async function remarkIsOnPaper({ language, thread, lone, anders }: Walk) {
  const t = closing[language]
  for (const page of [lone, anders]) {
    await goTo(page, urls.signing(thread))
    await page.getByText(t.done.remarkBy('Lone')).waitFor()
    await page.getByText(remark).waitFor()
  }
  const words = await paperOf(lone, urls.document({ ...thread, part: 'plan' }))
  for (const printed of [remark, mended, 'Lone Bach Holm', 'Anders Kjær']) expect(words).toContain(printed)
}
