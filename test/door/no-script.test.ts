import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { newPage, openSeenWorld, type Seen } from '../world/browser.ts'

let seen: Seen
beforeAll(async () => {
  seen = await openSeenWorld()
})
afterAll(() => seen.close())

test('without script one writes the address, gets the code, and is in', async () => {
  const page = await newPage(seen, { javaScriptEnabled: false })
  const said = seen.terminal.next(/^Kode til lone@lyngsoe\.example: (\d{6})$/)
  await page.goto(urls.signIn())
  await page.locator('#address').fill('lone@lyngsoe.example')
  await page.locator('main button').click()
  const [, code = ''] = await said
  await page.locator('#code').fill(code)
  await page.locator('main button').click()
  await page.getByRole('heading', { level: 1, name: 'Du skal holde LUS med Birthe' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(urls.home())
})
