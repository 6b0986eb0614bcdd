import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { goTo, type SeenBy, seenWorld } from '../world/browser.ts'
import {
  addStaff,
  type GentofteName,
  type GentofteWorld,
  gentofteInvited,
  gentofteTalk,
  openGentofte,
} from '../world/gentofte.ts'
import { closeByTaps } from '../world/gentofte-closed.ts'
import { finger } from './finger.ts'

// What it takes to get somewhere in a MUS, counted in a real browser.

let seen: GentofteWorld & SeenBy<GentofteName>
beforeAll(async () => {
  const world = await openGentofte()
  for (let at = 1; at <= 17; at++)
    await addStaff(world, `Medarbejder${at} Bjørnholt-Østergaard Christoffersen`)
  seen = await seenWorld(world)
}, 60_000)
afterAll(() => seen.close())

/** Presses, and counts. */
function counted(page: Page) {
  let taps = 0
  const press = async (selector: string) => {
    taps++
    await page.locator(selector).first().click()
  }
  const fill = async (selector: string, value: string) => {
    taps++
    await page.locator(selector).fill(value)
  }
  return { press, fill, taps: () => taps }
}

test('M6 twenty are invited in at most thirty clicks', async () => {
  const page = await seen.open('mette', { viewport: { width: 1280, height: 900 } })
  await goTo(page, urls.home())
  const hand = counted(page)
  await hand.press(`.menu-open a[href="${urls.planningSeveral()}"]`)
  await hand.fill('#from', '2026-04-13')
  await hand.fill('#to', '2026-05-22')
  await hand.fill('#opens', '09:00')
  await hand.fill('#closes', '12:00')
  for (const day of [1, 3, 5]) await hand.press(`label[for="w.${day}"]`)
  await hand.press('button[value="paint"]:not(.heard)')
  await page.locator('#painted').waitFor()
  await hand.press('input[name="where"][value="later"]')
  await hand.press('main button.primary')
  await page.waitForURL(/inviteret=20/)
  expect(await page.locator('h1').textContent()).toBe('20 er inviteret')
  expect(hand.taps()).toBeLessThanOrEqual(30)
  await page.context().close()
}, 60_000)

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }
const putAside = () => seen.superuser.query(`update conversation set status = 'cancelled'`)
const at = (page: Page, path: string) => page.waitForURL(new URL(path, seen.address).href)
/** What must be filled in, and what asks why, on the page as it stands. */
const required = (page: Page) =>
  page.locator('main [required]:not([type=hidden]), main [aria-required=true]').count()
const reasons = (page: Page) =>
  page
    .locator('main')
    .getByLabel(/begrund|hvorfor|årsag/i)
    .count()

test('M5 a time is picked in two taps from the mail', async () => {
  await putAside()
  const id = await gentofteInvited(seen, 'sara')
  const page = await seen.open('sara', phone)
  // The mail's link.
  await goTo(page, urls.invitation({ id }))
  const { tap, taps } = finger()
  await tap(page.locator('.slot label, .slot input').first())
  expect(await page.locator('form button.primary span').first().textContent()).toMatch(
    /^Vælg den 14\.\sapril/,
  )
  await tap(page.locator('main button.primary').first())
  await at(page, urls.conversation({ id }))
  expect(taps()).toBe(2)
  await page.context().close()
}, 60_000)

test('M3 a MUS is prepared in at most twelve taps: two answers, two themes sent, and shared; nothing is required', async () => {
  await putAside()
  const id = await gentofteTalk(seen, 'sara')
  const page = await seen.open('sara', phone)
  const { tap, taps } = finger()
  let needed = 0
  const look = async () => {
    needed += await required(page)
  }
  await goTo(page, urls.home())
  await tap(page.locator('.next-step a.button'))
  await at(page, urls.preparation({ id }))
  await look()
  for (const [nth, line] of ['For mange i garderoben kl. 8', 'Sproget hos de helt små'].entries()) {
    await tap(page.locator('main textarea[name$=".keywords"]').nth(nth))
    await page.keyboard.type(line)
  }
  for (const nth of [0, 1]) {
    await tap(page.locator('button[value^="theme.add."]').first())
    await page.locator('button[value^="theme.remove."]').nth(nth).waitFor({ state: 'attached' })
  }
  await tap(page.locator('button[value="themes.send"]'))
  await page.locator('button[value="themes.back"]').waitFor()
  await look()
  await tap(page.locator('.save-bar button[value=look]'))
  await page.locator('button[value=share]').waitFor()
  await look()
  await tap(page.locator('button[value=share]'))
  await page.getByRole('heading', { level: 1, name: 'Så er du klar' }).waitFor()

  expect(taps()).toBeLessThanOrEqual(12)
  expect(needed).toBe(0)
  await page.context().close()
}, 60_000)

describe('M8 two taps at most, and nothing asks why', () => {
  const pressed = async (page: Page, ways: readonly string[], done: string) => {
    const { tap, taps } = finger()
    let [asked, needed] = [0, 0]
    for (const way of ways) {
      asked += await reasons(page)
      needed += await required(page)
      await tap(page.locator(way).first())
    }
    await page.getByText(done).first().waitFor()
    expect({ asked, needed }).toEqual({ asked: 0, needed: 0 })
    expect(taps()).toBeLessThanOrEqual(2)
    await page.context().close()
  }
  const opened = async (who: 'sara' | 'amal', path: string) => {
    const page = await seen.open(who, phone)
    await goTo(page, path)
    return page
  }

  test('none of the times fits, from the mail', async () => {
    await putAside()
    const id = await gentofteInvited(seen, 'amal')
    const way = `form[action="${urls.otherTimes({ id })}"]`
    const page = await opened('amal', urls.invitation({ id }))
    await pressed(page, [`details:has(${way}) > summary`, `${way} button`], 'Du har bedt om andre tider.')
  })

  test('the talk is opted out of this year, from the mail', async () => {
    await putAside()
    const id = await gentofteInvited(seen, 'amal')
    const page = await opened('amal', urls.invitation({ id }))
    const form = `form[action="${urls.declining({ id })}"] button`
    await pressed(page, [`a[href="${urls.declining({ id })}"]`, form], 'Du har valgt samtalen fra i år.')
  })

  test('a follow-up is asked for, from home', async () => {
    await putAside()
    const id = await gentofteTalk(seen, 'sara')
    await seen.moveTo(new Date('2026-04-14T11:05:00Z'))
    await closeByTaps(id, await seen.as('mette'), await seen.as('sara'))
    seen.forget('sara')
    const page = await opened('sara', urls.home())
    const form = `form[action="${urls.followUp({ id })}"] button`
    await pressed(page, [`a[href="${urls.followUp({ id })}"]`, form], 'Samtalen skal holdes senest den 28.')
  })
})
