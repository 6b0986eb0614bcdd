import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asset } from '../../src/ui/assets.ts'
import { urls } from '../../src/urls.ts'
import { newPage, openSeenWorld, type Seen } from '../world/browser.ts'
import { createVisitor } from '../world/visitor.ts'

// M23: whoever comes from a letter or the address bar waits for one answer, not for the page and then for its styles.

let world: Seen
beforeAll(async () => {
  world = await openSeenWorld()
})
afterAll(() => world.close())

const ask = async (site?: string) => {
  const headers = site === undefined ? {} : { 'sec-fetch-site': site }
  const answer = await createVisitor(world).send(urls.signIn(), { headers })
  return { html: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' }
}

test.each(['none', 'cross-site', 'same-site'])(
  'asked for from %s a page has its styles in it',
  async site => {
    const { html, policy } = await ask(site)
    const [style = '', another] = [...html.matchAll(/<style>([^<]+)<\/style>/g)].map(([, text = '']) => text)
    expect(another).toBe(undefined)
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(html.match(/<link rel="stylesheet"[^>]*>/g)).toEqual([
      `<link rel="stylesheet" href="${asset('medspil.css')}" media="print"/>`,
    ])
  },
)

test.each([undefined, 'same-origin'])(
  'asked for from %s it names the file that is here already',
  async site => {
    const { html } = await ask(site)
    expect(html).not.toContain('<style')
    expect(html).toContain(`<link rel="stylesheet" href="${asset('medspil.css')}"/>`)
  },
)

test('it is painted as it will stay without the file, and the next page finds the file in the browser', async () => {
  const page = await newPage(world)
  const complaints: string[] = []
  page.on('console', message => void complaints.push(message.text()))
  const { promise: held, resolve: go } = Promise.withResolvers<void>()
  const sheet = `**${asset('medspil.css')}`
  await page.route(sheet, async route => {
    await held
    await route.continue()
  })
  await page.goto(urls.signIn(), { waitUntil: 'commit' })
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await expect.poll(ground).not.toBe('rgba(0, 0, 0, 0)')
  const first = await ground()
  go()
  await page.waitForLoadState()
  expect(await ground()).toBe(first)
  await page.unroute(sheet)
  await page.locator('main a').first().click()
  await page.waitForURL(url => url.pathname !== urls.signIn())
  await page.waitForLoadState()
  const fetched = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.css'))
      .map(entry => (entry instanceof PerformanceResourceTiming ? entry.transferSize : -1)),
  )
  expect([await page.locator('style').count(), fetched]).toEqual([0, [0]])
  expect([await ground(), complaints]).toEqual([first, []])
  await page.context().close()
})
