import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type SeenBy, seenWorld } from '../world/browser.ts'
import {
  addStaff,
  type GentofteName,
  type GentofteWorld,
  gentofteInvited,
  openGentofte,
} from '../world/gentofte.ts'

// How many taps it takes, counted in a real browser.

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
  await page.goto(urls.home())
  const hand = counted(page)
  await hand.press(`.menu-open a[href="${urls.planningSeveral()}"]`)
  await hand.fill('#from', '2026-04-13')
  await hand.fill('#to', '2026-05-22')
  await hand.fill('#opens', '09:00')
  await hand.fill('#closes', '12:00')
  for (const day of [1, 3, 5]) await hand.press(`label[for="w.${day}"]`)
  await hand.press('button[value="paint"]')
  await page.locator('#painted').waitFor()
  await hand.press('input[name="where"][value="later"]')
  await hand.press('main button.primary')
  await page.waitForURL(/inviteret=20/)
  expect(await page.locator('h1').textContent()).toBe('20 er inviteret')
  expect(hand.taps()).toBeLessThanOrEqual(30)
  await page.context().close()
}, 60_000)

test('M5 a time is picked in two taps from the mail', async () => {
  await seen.superuser.query(`update conversation set status = 'cancelled'`)
  const id = await gentofteInvited(seen, 'sara')
  const page = await seen.open('sara')
  // The mail's link.
  await page.goto(urls.invitation({ id }))
  const hand = counted(page)
  await hand.press('.slot label, .slot input')
  expect(await page.locator('form button.primary span').first().textContent()).toMatch(
    /^Vælg den 14\.\sapril/,
  )
  await hand.press('main button.primary')
  await page.waitForURL(new URL(urls.conversation({ id }), seen.address).href)
  expect(hand.taps()).toBe(2)
  await page.context().close()
}, 60_000)
