import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { seenWorld } from '../world/browser.ts'
import { openGentofte } from '../world/gentofte.ts'

const open = async () => seenWorld(await openGentofte())
let world: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  world = await open()
}, 60_000)
afterAll(() => world.close())

test('S0-08 a chair comes from the front page to an invited LUS on a phone in two screens', async () => {
  const page = await world.open('grethe')
  await page.goto(urls.home())
  expect(await page.locator('main').textContent()).toContain('Du skal holde LUS med Mette')
  await page.getByRole('link', { name: 'Inviter Mette' }).click()
  expect(new URL(page.url()).pathname).toBe(urls.planning({ post: world.people.mette.post }))
  expect(await page.locator('h1').textContent()).toContain('LUS')
}, 60_000)
