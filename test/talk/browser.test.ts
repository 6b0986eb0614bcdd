import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { done, type Thread } from '../walls/thread.ts'
import { goTo, isAskedBeforeLeaving, openSeenWorld, type Seen, speak } from '../world/browser.ts'
import { fieldIn, filled, startOver, talking } from './talking.ts'

let world: Seen
let thread: Thread
beforeAll(async () => {
  world = await openSeenWorld()
  thread = await talking(world)
})
afterAll(() => world.close())
beforeEach(() => startOver(world))

const relations = () => urls.topic({ id: thread.id, step: 'relationer' })
const plan = () => urls.planDraft({ id: thread.id })

/** This person's browser on a page of the talk. */
async function open(
  name: 'lone' | 'anders',
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await world.open(name, options)
  await speak(page, options.locale?.startsWith('en') ? 'en' : 'da')
  await goTo(page, path)
  return page
}

const isInView = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}
const isSaved = (page: Page) => page.locator('.save-state[data-state=saved]').waitFor()

test('S3-06 what one writes stands on the other’s screen a moment after, with the name of who writes', async () => {
  const lone = await open('lone', relations())
  const anders = await open('anders', relations())
  await lone.locator('#q7').pressSequentially('Vi holder fast i torsdagsmøderne.\n')
  await anders.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('#q7')?.value === 'Vi holder fast i torsdagsmøderne.',
  )
  await anders.locator('.pen').first().getByText('Lone skriver.').waitFor()
  expect(await anders.locator('[data-heard]').textContent()).toBe('Lone har skrevet.')

  await anders.getByRole('button', { name: 'Skriv selv' }).first().click()
  await anders.locator('#q7').fill('Anders ringer før en beslutning.')
  await isSaved(anders)
  await lone.bringToFront()
  await lone.locator('.pen').first().getByText('Anders skriver.').waitFor()
  await lone.context().close()
  await anders.context().close()
})

test('a field somebody is in is left alone; the save is refused, both texts are shown, and one goes on', async () => {
  const lone = await open('lone', relations())
  await lone.locator('#q7').fill('Lones linje')
  await isSaved(lone)
  await lone.locator('#q7').focus()
  const host = await thread.host.get(relations())
  await done(thread.host, urls.pen({ id: thread.id }), filled(host))
  await done(
    thread.host,
    relations(),
    filled(await thread.host.get(relations()), { 'q7.text': 'Anders’ linje' }),
  )
  await lone.locator('.pen').first().getByText('Anders skriver.').waitFor()
  expect(await lone.locator('#q7').inputValue()).toBe('Lones linje')

  await lone.locator('#q7').pressSequentially(', og mere')
  await lone.locator('.save-state[data-state=unsaved]').waitFor()
  const told = lone.locator('#q7 + .unsaved-here')
  await told.getByText('Anders skriver lige nu. Din tekst er ikke gemt').waitFor()
  expect(await told.evaluate(isInView)).toBe(true)
  expect(await lone.evaluate(isAskedBeforeLeaving)).toBe(true)
  await told.getByRole('link', { name: 'Se begge tekster' }).click()
  await lone.getByText('Det står der nu').waitFor()
  expect(await lone.evaluate(isAskedBeforeLeaving)).toBe(false)
  expect(await lone.locator('main').textContent()).toContain('Anders’ linje')
  expect(await lone.locator('#q7').inputValue()).toBe('Lones linje, og mere')
  await lone.getByRole('button', { name: 'Behold begge tekster' }).click()
  await lone.waitForFunction(() => document.querySelector('.notice.amber') === null)
  expect(await lone.locator('#q7').inputValue()).toBe('Anders’ linje\nLones linje, og mere')
  expect(await lone.locator('.unsaved-here').count()).toBe(0)
  await lone.context().close()
})

test('what waits for the other’s pen is saved by itself when the pen lies free', async () => {
  const lone = await open('lone', relations())
  const host = await thread.host.get(relations())
  await done(thread.host, relations(), filled(host, { 'q7.text': 'Anders’ linje' }))
  await lone.locator('#q8').fill('Lones linje om MED')
  const told = lone.locator('#q8 + .unsaved-here')
  await told.getByText('Din tekst bliver gemt, så snart Anders holder inde.').waitFor()
  expect(await lone.getByRole('link', { name: 'Se begge tekster' }).count()).toBe(0)
  await world.moveTo(new Date(world.deps.clock.now().getTime() + 31_000))
  await isSaved(lone)
  expect(await told.textContent()).toBe('')
  expect(fieldIn(await thread.participant.get(relations()), 'q8.text')).toBe('Lones linje om MED')
  await lone.context().close()
})

test('T10 somebody in a field hears of the first point, and that the other calls the talk held', async () => {
  const lone = await open('lone', relations())
  await lone.locator('#q8').focus()
  const host = await thread.host.get(relations())
  await done(thread.host, relations(), filled(host, { 'q7.text': 'At lede forandring', do: 'point.q7' }))
  await lone.locator('.tray').getByText('Planen har ét punkt').waitFor()
  await lone.locator('.tray .hint').getByText('At lede forandring').waitFor()
  await done(thread.host, urls.ending({ id: thread.id }), { do: 'hold' })
  await lone.getByText('Anders siger, at samtalen er holdt. Er du enig?').waitFor()
  await done(thread.host, urls.ending({ id: thread.id }), { do: 'not-yet' })
  await lone.context().close()
})

test('who reads sees the plan grow without touching the page', async () => {
  await done(thread.participant, urls.points({ id: thread.id }), filled(await thread.participant.get(plan())))
  const anders = await open('anders', plan())
  await anders.locator('.pen[data-pen=points]').getByText('Lone skriver.').waitFor()
  const shown = filled(await thread.participant.get(plan()))
  const [what = ''] = Object.keys(shown).filter(name => name.endsWith('.what'))
  await done(thread.participant, plan(), {
    ...shown,
    [what]: 'At lede gennem forandring',
    'year.text': 'Et roligere hus',
  })
  await anders.getByText('At lede gennem forandring').waitFor()
  await anders.getByText('Et roligere hus').waitFor()
  await anders.context().close()
})

test('without script a line is saved by the button, and by going on', async () => {
  const lone = await open('lone', relations(), {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  await lone.locator('#q7').fill('Skrevet uden script')
  await lone.getByRole('button', { name: 'Gem', exact: true }).click()
  expect(await lone.locator('#q7').inputValue()).toBe('Skrevet uden script')
  await lone.locator('#q8').fill('Også denne')
  await lone.getByRole('button', { name: 'Næste emne' }).click()
  await goTo(lone, relations())
  expect(await lone.locator('#q8').inputValue()).toBe('Også denne')
  await lone.context().close()
})
