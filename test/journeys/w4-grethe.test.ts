import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { conversation } from '../../src/words/conversation.ts'
import { home } from '../../src/words/home.ts'
import { invitation, planning } from '../../src/words/invitation.ts'
import { preparation } from '../../src/words/preparation.ts'
import { signIn } from '../../src/words/sign-in.ts'
import { themes } from '../../src/words/themes.ts'
import type { Language } from '../../src/words/words.ts'
import { goTo, newPage, seenWorld } from '../world/browser.ts'
import { openGentofte } from '../world/gentofte.ts'
import { idIn, slotsIn } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'

// W4, its first half: Grethe, chair of the board, has never been here. On her phone she comes to a LUS with Mette, who
// leads the house, and is ready for it.

// An hour when letters go at once.
const aWednesday = new Date('2026-04-08T08:40:00Z')
const open = async () => seenWorld(await openGentofte(aWednesday))
let world: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  world = await open()
})
afterAll(() => world.close())

const written = {
  place: 'Solstrålens personalestue',
  hope: 'At vi bliver enige om, hvad bestyrelsen kan tage fra dig',
  acknowledge: 'Roen på stuerne efter jul',
} as const

test.each(['da', 'en'] as const)(
  'W4 M9 S0-08 S0-46 S0-47 %s: from her first mail to ready for the talk in six screens at most, on a phone',
  async language => {
    await world.superuser.query('update person set language = $1', [language])
    await world.superuser.query(`update conversation set status = 'cancelled'`)
    const page = await newPage(world, { locale: language === 'da' ? 'da-DK' : 'en-GB', hasTouch: true })
    const screens = screensOf(page)
    await comeIn(page, language)
    const id = await invite(page, language)
    await prepare(page, language)
    expect([...screens]).toHaveLength(6)

    const letter = world.terminal.next(/^(?:Brev til|Letter for) grethe@lyngsoe\.example: (\S+)$/)
    await metteAnswers(id)
    await goTo(page, (await letter)[1] ?? '')
    const ready = home[language].steps['wait-for-day']('LUS', 'Mette', '')
    await page.getByRole('heading', { name: ready.title }).waitFor()
    expect(await page.getByRole('link', { name: ready.action }).count()).toBe(0)
    const own = page.getByRole('listitem').filter({ hasText: conversation[language].preparation })
    await own.getByText(conversation[language].status.themesSent).waitFor()
    await page.context().close()
  },
  180_000,
)

/** Every screen somebody comes to, each once, however often they come back. */
function screensOf(page: Page): ReadonlySet<string> {
  const passed = new Set<string>()
  page.on('framenavigated', frame => {
    if (frame === page.mainFrame()) passed.add(new URL(page.url()).pathname)
  })
  return passed
}

const press = (page: Page, role: 'button' | 'link', name: string | RegExp) =>
  page.getByRole(role, { name }).first().tap()

/** The front page, her address, and the code from the mail. */
async function comeIn(page: Page, language: Language) {
  const t = signIn[language]
  await goTo(page, urls.home())
  const said = world.terminal.next(/^(?:Kode til|Code for) grethe@lyngsoe\.example: (\S+)$/)
  await page.getByLabel(t.address).fill('grethe@lyngsoe.example')
  await press(page, 'button', t.send)
  await page.getByLabel(t.code).fill((await said)[1] ?? '')
  await page.getByLabel(t.remember).check()
  await press(page, 'button', t.enter)
  await page.getByRole('heading', { level: 1, name: home[language].toInvite('LUS', 'Mette') }).waitFor()
}

/** One talk to hold: two times, a place, sent. */
async function invite(page: Page, language: Language): Promise<string> {
  const t = planning[language]
  await press(page, 'link', home[language].invite('Mette'))
  await page.getByRole('heading', { level: 1, name: t.title('LUS', 'Mette') }).waitFor()
  for (const [at, day, time] of [
    [1, '2026-04-14', '17:00'],
    [2, '2026-04-16', '16:30'],
  ] as const) {
    await page.getByLabel(t.which(t.day, at)).fill(day)
    await page.getByLabel(t.which(t.time, at)).fill(time)
  }
  await page.getByLabel(t.placeField, { exact: true }).fill(written.place)
  await press(page, 'button', t.send)
  await page.waitForURL(url => url.pathname.startsWith('/samtaler/'))
  return idIn({ path: new URL(page.url()).pathname })
}

/** Three fields: a theme, what she hopes, what she will acknowledge. The themes and the hope go to Mette. */
async function prepare(page: Page, language: Language) {
  await press(page, 'link', invitation[language].prepareMeanwhile)
  await page
    .getByRole('heading', { level: 1, name: preparation[language].hostTitle('Mette Holm Dahl') })
    .waitFor()
  for (const field of ['hope', 'acknowledge'] as const)
    await page.locator(`textarea[name="${field}.keywords"]`).fill(written[field])
  await press(page, 'button', /^(?:Trivsel|Wellbeing)$/)
  await press(page, 'button', themes[language].send('Mette'))
  const [what, date] =
    language === 'da' ? ['dit tema og dit håb', '8. april'] : ['your theme and your hope', '8 April']
  const receipt = page.getByText(themes[language].sent('Mette', what, date))
  await receipt.waitFor()
  // Where the page stands after the press, with no bar over it.
  const onTop = await receipt.evaluate(line => {
    const { left, top, height } = line.getBoundingClientRect()
    return line.contains(document.elementFromPoint(left + 4, top + height / 2))
  })
  expect(onTop).toBe(true)
}

/** Mette reads what is sent and nothing else, and takes the first time. */
async function metteAnswers(id: string) {
  const mette = await world.as('mette')
  const seen = wordsOf(await mette.get(urls.preparation({ id })))
  expect(seen).toContain(written.hope)
  expect(seen).not.toContain(written.acknowledge)
  const [slot = ''] = slotsIn(await mette.get(urls.invitation({ id })))
  await mette.post(urls.time({ id }), { slot })
}
