import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { closing } from '../../src/words/closing.ts'
import { preparation } from '../../src/words/preparation.ts'
import { shell } from '../../src/words/shell.ts'
import { themes } from '../../src/words/themes.ts'
import { closingWait } from '../../src/words/waiting.ts'
import type { Language } from '../../src/words/words.ts'
import { goTo, isAskedBeforeLeaving, newPage, seenWorld } from '../world/browser.ts'
import { gentofteInvited, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'

// W1: Sara, a pædagog, from the mail to the closed plan: on her phone in the pauses, once on the house's shared computer.

const aWednesday = new Date('2026-04-08T08:40:00Z')
const openHouse = async () => seenWorld(await openGentofte(aWednesday))
type World = Awaited<ReturnType<typeof openHouse>>
type Walk = { world: World; language: Language; id: string }

const saras = {
  often: 'I garderoben er vi for mange på én gang',
  later: 'Sproget hos de helt små',
  theme: 'Garderoben',
  hope: 'At vi finder én ting, vi gør anderledes',
  tasks: 'Jeg vil gerne have flere praktikanter',
  kept: 'Det her siger jeg hellere selv',
} as const
const together = {
  line: 'Vi deler garderoben i to hold.',
  point: 'Sprog i garderoben',
  goal: 'Ro kl. 8',
} as const

test.each(['da', 'en'] as const)(
  'W1 S0-40 S0-41 S0-42 %s: four sittings on two devices, the talk, and the closed plan on the phone',
  async language => {
    const world = await openHouse()
    onTestFinished(() => world.close())
    const own = 'update person set language = $1 where id = $2'
    await world.superuser.query(own, [language, world.people.sara.person])
    const letter = world.terminal.next(/^(?:Brev til|Letter for) sara@lyngsoe\.example: (\S+)$/)
    const walk = { world, language, id: await gentofteInvited(world, 'sara') }
    const phone = await deviceOf(walk, { viewport: { width: 390, height: 844 }, hasTouch: true })

    await readAndBegin(walk, phone, (await letter)[1] ?? '')
    await sitDown(walk, '2026-04-08T16:30:00Z')
    await chooseThemes(walk, phone)
    await sitDown(walk, '2026-04-09T12:10:00Z')
    await writeAtTheHouse(walk)
    await sitDown(walk, '2026-04-13T17:00:00Z')
    await lookAndShare(walk, phone)
    await sitDown(walk, '2026-04-14T11:05:00Z')
    await talkAndClose(walk, phone)
  },
  300_000,
)

async function deviceOf({ world, language }: Walk, options: BrowserContextOptions): Promise<Page> {
  const page = await newPage(world, { locale: language === 'da' ? 'da-DK' : 'en-GB', ...options })
  page.context().setDefaultTimeout(60_000)
  return page
}

/** Another day: every session of the last one has ended by itself. */
const sitDown = ({ world }: Walk, at: string) => world.moveTo(new Date(at))

/** The address, the code from the mail, and on to where one was going. */
async function comeIn({ world }: Walk, page: Page, device: 'own' | 'shared'): Promise<void> {
  const said = world.terminal.next(/^(?:Kode til|Code for) sara@lyngsoe\.example: (\S+)$/)
  await page.locator('#address').fill('sara@lyngsoe.example')
  await page.locator('main form button.primary').click()
  const [, code = ''] = await said
  await page.locator('#code').fill(code)
  if (device === 'own') await page.locator('#remember').check()
  await page.locator('main form button.primary').click()
  await page.waitForURL(url => !url.pathname.startsWith(urls.signIn()))
}

const isSaved = (page: Page) => page.locator('.save-state[data-state=saved]').waitFor()
const keywordsOf = (page: Page) => page.locator('main textarea[name$=".keywords"]')

/** From Min side, by the one next step, to the preparation. */
async function goOn(walk: Walk, page: Page, device: 'own' | 'shared'): Promise<void> {
  await goTo(page, urls.home())
  await comeIn(walk, page, device)
  await page.locator('.next-step a.button').click()
  await page.waitForURL(url => url.pathname === urls.preparation(walk))
}

/** First sitting: the letter, a time in two taps, one line, and the children call. */
async function readAndBegin(walk: Walk, page: Page, link: string) {
  await goTo(page, link)
  await comeIn(walk, page, 'own')
  await goTo(page, urls.invitation(walk))
  await page.locator('input[name=slot]').first().tap()
  await page.locator('form button.primary').tap()
  await page.waitForURL(url => url.pathname === urls.conversation(walk))
  await goTo(page, urls.home())
  await page.locator('.next-step a.button').tap()
  await page.waitForURL(url => url.pathname === urls.preparation(walk))
  await keywordsOf(page).first().fill(saras.often)
  await isSaved(page)
}

/** Second: what she wrote is there; two themes and one of her own, and what she hopes, sent by themselves. */
async function chooseThemes(walk: Walk, page: Page) {
  await goOn(walk, page, 'own')
  expect(await keywordsOf(page).first().inputValue()).toBe(saras.often)
  for (const count of [1, 2]) {
    await page.locator('button[value^="theme.add."]').first().tap()
    await page
      .locator('button[value^="theme.remove."]')
      .nth(count - 1)
      .waitFor({ state: 'attached' })
  }
  await page.locator('details:has([name="theme.words"]) > summary').tap()
  await page.locator('[name="theme.words"]').fill(saras.theme)
  // »Gemt« is not said of what only its own button saves, and leaving asks first.
  await page.locator('.save-state[data-state=unsaved]', { hasText: themes[walk.language].toAdd }).waitFor()
  expect(await page.evaluate(isAskedBeforeLeaving)).toBe(true)
  await page.locator('button[value="theme.own"]').tap()
  await page.locator('button[value^="theme.remove."]').nth(2).waitFor({ state: 'attached' })
  await page.locator('details:has([name="hope.keywords"]) > summary').tap()
  await page.locator('[name="hope.keywords"]').fill(saras.hope)
  await isSaved(page)
  expect(await page.evaluate(isAskedBeforeLeaving)).toBe(false)
  await page.locator('button[value="themes.send"]').tap()
  await page.locator('button[value="themes.back"]').waitFor()
  const host = wordsOf(await (await walk.world.as('mette')).get(urls.preparation(walk)))
  for (const sent of [saras.theme, saras.hope]) expect(host).toContain(sent)
  expect(host).not.toContain(saras.often)
}

/** Third, on the house's computer: everything from the phone is there; a section more, and signed out. */
async function writeAtTheHouse(walk: Walk) {
  const page = await deviceOf(walk, { viewport: { width: 1280, height: 800 } })
  await goOn(walk, page, 'shared')
  expect(await keywordsOf(page).first().inputValue()).toBe(saras.often)
  await keywordsOf(page).nth(1).fill(saras.later)
  await isSaved(page)
  await page.locator('main .fold > summary').last().click()
  await page.locator(`a[href="${urls.step({ ...walk, step: 'opgaver' })}"]`).click()
  await page.waitForURL(url => url.pathname === urls.step({ ...walk, step: 'opgaver' }))
  await keywordsOf(page).first().fill(saras.tasks)
  await keywordsOf(page).nth(1).fill(saras.kept)
  await isSaved(page)
  await goTo(page, urls.home())
  await page.getByText(preparation[walk.language].onlySentSeen('Mette')).waitFor()
  await page.getByRole('button', { name: shell[walk.language].signOut }).click()
  await page.waitForURL(url => url.pathname === urls.signIn())
  await goTo(page, urls.preparation(walk))
  expect(new URL(page.url()).pathname).toBe(urls.signIn())
  await page.context().close()
}

/** Fourth: what Mette will see; one answer stays, the rest is shared. */
async function lookAndShare(walk: Walk, page: Page) {
  await goOn(walk, page, 'own')
  await page.locator('.save-bar button[value=look]').tap()
  await page.locator('.preview li', { hasText: saras.kept }).locator('input[type=checkbox]').tap()
  await page.locator('.kept', { hasText: saras.kept }).waitFor()
  await page.locator('button[value=share]').tap()
  await page.getByRole('heading', { level: 1, name: preparation[walk.language].done.title }).waitFor()
  const mette = await walk.world.as('mette')
  const seen = wordsOf(await mette.get(urls.preparation(walk)))
  const tasks = wordsOf(await mette.get(urls.step({ ...walk, step: 'opgaver' })))
  expect(seen).toContain(saras.later)
  expect(tasks).toContain(saras.tasks)
  expect(seen + tasks).not.toContain(saras.kept)
}

/** The day: Mette writes and Sara sees it; one point; held, locked, and closed by a tap each. */
async function talkAndClose(walk: Walk, page: Page) {
  const mette = await walk.world.open('mette', { viewport: { width: 1280, height: 800 } })
  const topic = urls.topic({ ...walk, step: 'samarbejde' })
  await goTo(mette, urls.talk(walk))
  await mette.locator('main form button.primary').click()
  await mette.locator('.room-head').waitFor()
  await goTo(page, topic)
  await comeIn(walk, page, 'own')
  await goTo(mette, topic)
  await mette.locator('[data-autosave] textarea').first().fill(together.line)
  await expect.poll(() => page.locator('main').textContent(), { timeout: 30_000 }).toContain(together.line)
  await writePoint(walk, mette)
  for (const one of [mette, page]) await goTo(one, urls.ending(walk))
  for (const one of [mette, page]) {
    const answered = one.waitForEvent('framenavigated')
    await one.locator('button[name=do][value=hold]').click()
    await answered
  }
  await goTo(mette, urls.freezing(walk))
  const { lock, anyway } = closing.da.freezing
  await mette.getByRole('button', { name: new RegExp(`${lock}|${anyway}`) }).click()
  await mette.waitForURL(url => url.pathname === urls.signing(walk))
  await closeByTap(walk, page)
  await mette.getByRole('button', { name: closing.da.signing.confirm }).click()
  await planIsClosed(walk, page)
  await mette.context().close()
}

async function writePoint(walk: Walk, mette: Page) {
  await goTo(mette, urls.planDraft(walk))
  await mette.locator('button[name=do][value=add]').click()
  await mette.locator('[name$=".what"]').first().fill(together.point)
  await mette.locator('[name$=".goal"]').first().fill(together.goal)
  await mette.locator('button[name=do][value=end]').click()
  await mette.waitForURL(url => url.pathname === urls.ending(walk))
}

async function closeByTap({ language, ...walk }: Walk, page: Page) {
  await goTo(page, urls.signing(walk))
  await page.getByText(together.point).first().waitFor()
  await page.getByRole('button', { name: closing[language].signing.confirm }).tap()
  await page.getByRole('heading', { level: 1, name: closingWait[language].waiting.title.confirmed }).waitFor()
}

/** On her phone: it is closed, her plan lives on, and the paper is a file. */
async function planIsClosed({ language, ...walk }: Walk, page: Page) {
  await goTo(page, urls.signing(walk))
  await page.getByRole('heading', { level: 1, name: closing[language].done.title }).waitFor()
  const paper = urls.document({ ...walk, part: 'plan' })
  const kind = async () => (await page.request.get(paper)).headers()['content-type']
  await expect.poll(kind, { timeout: 30_000 }).toBe('application/pdf')
  await goTo(page, urls.home())
  await page
    .locator(`main a[href="${urls.plan(walk)}"]`)
    .first()
    .tap()
  await page.getByText(together.point).first().waitFor()
  await page.context().close()
}
