import type { Browser, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { closing } from '../../src/words/closing.ts'
import { invitation, planning } from '../../src/words/invitation.ts'
import { preparation } from '../../src/words/preparation.ts'
import { setup } from '../../src/words/setup.ts'
import { setupDoor } from '../../src/words/setup-door.ts'
import { shell } from '../../src/words/shell.ts'
import { signIn as door } from '../../src/words/sign-in.ts'
import { talk } from '../../src/words/talk.ts'
import type { Language } from '../../src/words/words.ts'
import { goTo } from '../world/browser.ts'
import type { Product } from '../world/product.ts'

// What people do, in the product's own words: they press what they read.

export type Person = { page: Page; address: string; t: ReturnType<typeof wordsIn> }

const wordsIn = (language: Language) => ({
  shell: shell[language],
  setup: setup[language],
  setupDoor: setupDoor[language],
  door: door[language],
  planning: planning[language],
  invitation: invitation[language],
  preparation: preparation[language],
  talk: talk[language],
  closing: closing[language],
})

/** Somebody at a browser of their own. */
export async function personAt(
  browser: Browser,
  product: Product,
  language: Language,
  address: string,
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: product.address,
    locale: language === 'da' ? 'da-DK' : 'en-GB',
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(15_000)
  return { page: await context.newPage(), address, t: wordsIn(language) }
}

export const press = ({ page }: Person, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click()

/** From the terminal's code to an organisation out of a file. */
export async function setUpOrganisation(person: Person, code: string): Promise<void> {
  const { page, t } = person
  await goTo(page, urls.setup())
  await page.locator('#code').fill(code)
  await press(person, t.setupDoor.useCode)
  await page.locator('#name').fill('Lyngsø Kommune')
  await page.locator('[name="concept"][value="ringkoebing-skjern-lus-2019"]').check()
  await page.locator('#your-name').fill('Anders Vestergaard Riis')
  await page.locator('#address').fill('anders.riis@lyngsoe.example')
  await page.locator('#file').setInputFiles('demo/ringkoebing-skjern.csv')
  await press(person, t.setup.look)
  await press(person, t.setup.make)
  await page.getByRole('heading', { level: 1, name: t.setup.doneTitle }).waitFor()
}

/** In through the door with the code that is printed in the terminal, in the person's own language. */
export async function signIn(person: Person, product: Product): Promise<void> {
  const { page, address, t } = person
  await goTo(page, urls.signIn())
  const said = product.terminal.next(
    new RegExp(`(?:Kode til|Code for) ${address.replaceAll('.', '\\.')}: (\\S+)`),
  )
  await page.locator('#address').fill(address)
  await press(person, t.door.send)
  const [, code = ''] = await said
  await page.locator('#code').fill(code)
  await page.locator('#remember').check()
  await press(person, t.door.enter)
  await page.waitForURL(url => url.pathname === urls.home())
}

/** The host invites by the year's list; gives two times tomorrow. */
export async function inviteLone(host: Person, tomorrow: string): Promise<void> {
  const { page, t } = host
  await goTo(page, urls.hosted())
  await page.getByRole('link', { name: /Lone Bach Holm/ }).click()
  await page.locator('#day-1').fill(tomorrow)
  await page.locator('#time-1').fill('13:00')
  await page.locator('#day-2').fill(tomorrow)
  await page.locator('#time-2').fill('09:30')
  await page.locator('#place').fill('Rådhuset, lokale 4')
  await page.locator('#greeting').fill('Jeg glæder mig til at høre om året.')
  await press(host, t.planning.send)
  await page.getByText(t.invitation.hostWaits('Lone')).waitFor()
}

/** Two taps: the time, and the button that repeats it. */
export async function pickTime(person: Person): Promise<void> {
  const { page } = person
  await goTo(page, urls.home())
  await page.locator('.next-step a').click()
  await page.getByText('Jeg glæder mig til at høre om året.').waitFor()
  await page.locator('input[name=slot]').last().check()
  await page.locator('form button.primary').click()
  await page.waitForURL(/\/samtaler\/[0-9a-f-]+$/)
}

export const conversationOf = ({ page }: Person) => /\/samtaler\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

/** Writes in one section and waits until it says that it is saved. */
export async function write(person: Person, step: string, fields: Record<string, string>): Promise<void> {
  const { page, t } = person
  await page.getByRole('link', { name: step }).click()
  for (const [name, text] of Object.entries(fields)) {
    if (name.endsWith('.score')) await page.locator(`input[name="${name}"][value="${text}"]`).check()
    else await page.locator(`[id="${name}"]`).fill(text)
  }
  await page.locator('.save-state[data-state=saved]', { hasText: t.preparation.savedAt('').trim() }).waitFor()
}

/** Before the agreed day both must say that they begin. */
export async function beginTogether(one: Person, other: Person, id: string): Promise<void> {
  for (const person of [one, other]) {
    await goTo(person.page, urls.talk({ id }))
    await press(person, person.t.talk.start.begin)
  }
}

/** A joint line on a topic, written by whoever holds the pen. */
export async function concludeOn(
  person: Person,
  id: string,
  step: string,
  lines: Record<string, string>,
): Promise<void> {
  await goTo(person.page, urls.topic({ id, step }))
  for (const [question, text] of Object.entries(lines))
    await person.page.locator(`[name$="${question}.text"]`).fill(text)
  await person.page.locator('button[name=do][value=next]').click()
  await person.page.waitForURL(url => !url.pathname.endsWith(step))
}

export type Point = { what: string; goal: string; how: string; when: string; support: string }

export async function writePoint({ page }: Person, id: string, point: Point): Promise<void> {
  await goTo(page, urls.planDraft({ id }))
  await page.locator('button[name=do][value=add]').click()
  for (const [field, text] of Object.entries(point))
    await page.locator(`[name$=".${field}"]`).first().fill(text)
  await page.locator('button[name=do][value=end]').click()
  await page.waitForURL(url => url.pathname === urls.ending({ id }))
}

/** One says it is held, the other agrees. */
export async function endTogether(one: Person, other: Person, id: string): Promise<void> {
  for (const person of [one, other]) {
    await goTo(person.page, urls.ending({ id }))
    await person.page.locator('button[name=do][value=hold]').click()
  }
}

export async function lock(person: Person, id: string): Promise<void> {
  await goTo(person.page, urls.freezing({ id }))
  await press(person, new RegExp(`${person.t.closing.freezing.lock}|${person.t.closing.freezing.anyway}`))
  await person.page.waitForURL(url => url.pathname === urls.signing({ id }))
}

/** Reads the frozen text, chooses one of the three, and shows with a new code who it is. */
export async function sign(person: Person, product: Product, id: string, remark?: string): Promise<void> {
  const { page, address, t } = person
  await goTo(page, urls.signing({ id }))
  const said = product.terminal.next(
    new RegExp(`(?:Kode til|Code for) ${address.replaceAll('.', '\\.')}: (\\S+)`),
  )
  await page.locator(`button[value="${remark ? 'signed-with-remark' : 'signed'}"]`).click()
  await page.waitForURL(url => url.pathname !== urls.signing({ id }))
  if (remark) await page.locator('#remark').fill(remark)
  // Whoever has shown a code within five minutes is not asked for another.
  if ((await page.locator('#code').count()) > 0) {
    const [, code = ''] = await said
    await page.locator('#code').fill(code)
  }
  await press(person, t.closing.answer.do.signed)
  await page.waitForURL(url => url.pathname === urls.signing({ id }))
}

/** The bytes of a paper, as soon as it is drawn. */
export async function fetchPaper({ page }: Person, id: string, part: 'record' | 'plan'): Promise<Buffer> {
  const path = urls.document({ id, part })
  await goTo(page, urls.signing({ id }))
  for (;;) {
    const answer = await page.request.get(path)
    if (answer.headers()['content-type']?.startsWith('application/pdf')) return answer.body()
    await goTo(page, urls.signing({ id }))
  }
}
