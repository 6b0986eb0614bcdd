// A phone four times slower than this machine, on slow 3G and on slow 4G as Lighthouse has it: what the screens people use
// most weigh, when the largest of each is painted (M23) and how long it keeps a finger waiting; and how long it takes from
// the link in the mail to the first saved letter (M1).
import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import type { TestServer } from '../../test/world/ground.ts'
import { chromiumFlags, findChromium } from '../chromium.ts'
import { type BenchHouse, openBenchHouse, type Preparer } from './house.ts'
import { say } from './say.ts'

type Line = { offline: boolean; latency: number; downloadThroughput: number; uploadThroughput: number }
const slow3G: Line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const slow4G: Line = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 184_320,
  uploadThroughput: 84_375,
}
/** How fast somebody types on a phone: five letters a second. */
const betweenKeys = 200

type Served = BenchHouse & { address: string; browser: Browser }

export async function phone(server: TestServer) {
  const bench = await openBenchHouse(server, 1)
  const listening = serve({ fetch: bench.house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(listening, 'listening')
  const bound = listening.address()
  const address = `http://localhost:${typeof bound === 'object' && bound ? bound.port : 0}`
  bench.house.deps.origin = address
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] })
  try {
    const [preparer] = bench.preparers
    if (preparer) await look({ ...bench, address, browser }, preparer)
  } finally {
    await browser.close()
    listening.close()
    await bench.house.close()
  }
  say()
}

async function look(served: Served, preparer: Preparer) {
  const { conversation: id } = preparer
  say('A processor four times slower, nothing kept from before; slow 3G (400 ms, 400 kbit/s) and slow 4G')
  await first(served, preparer, 'the invitation', urls.invitation({ id }))
  await pick(preparer)
  await first(served, preparer, 'Min side', urls.home())
  await first(served, preparer, 'a step of the preparation', urls.step({ id, step: 'relationer' }))
  await first(served, preparer, 'sharing', urls.sharing({ id }))
  await fromTheMail(served, preparer)
  for (const one of [served.host.visitor, preparer.visitor]) await one.post(urls.talk({ id }), {})
  await first(served, preparer, 'a topic of the talk', urls.topic({ id, step: 'relationer' }))
}

async function pick({ visitor, conversation: id }: Preparer) {
  const { html } = await visitor.get(urls.invitation({ id }))
  const [, slot = ''] = /name="slot" value="([^"]+)"/.exec(html) ?? []
  await visitor.post(urls.time({ id }), { slot })
}

/** One screen, as a phone meets it for the first time, on either line. */
async function first(served: Served, preparer: Preparer, name: string, path: string) {
  const slowest = await meet(served, preparer, path, slow3G)
  const slow = await meet(served, preparer, path, slow4G)
  const said = ({ painted, blocked }: Met) =>
    `${(painted / 1000).toFixed(1)} s, blocked ${Math.round(blocked)} ms`
  say(
    `  ${name.padEnd(36)} largest paint 3G ${said(slowest)}; 4G ${said(slow)}; ${(slow.bytes / 1024).toFixed(1)} KB`,
  )
}

/** Milliseconds after the link was pressed; `blocked` is what tasks took beyond 50 ms each. */
type Met = { painted: number; blocked: number; bytes: number }

async function meet(served: Served, { visitor }: Preparer, path: string, line: Line): Promise<Met> {
  const page = await slowPhone(served, visitor.cookies, line)
  const received = await countBytes(page)
  const answer = await page.goto(path, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200 || new URL(page.url()).pathname !== path)
    throw new Error(`${path} was not shown`)
  const [painted, blocked] = [await page.evaluate(largestPaint), await page.evaluate(blockedFor)]
  await page.context().close()
  return { painted, blocked, bytes: received() }
}

/** How long tasks kept the page from answering: what each took beyond 50 ms. */
const blockedFor = () =>
  new Promise<number>(resolve => {
    const tasks = new PerformanceObserver(() => {})
    tasks.observe({ type: 'longtask', buffered: true })
    requestAnimationFrame(() =>
      setTimeout(() => {
        const over = tasks.takeRecords().map(({ duration }) => Math.max(0, duration - 50))
        resolve(over.reduce((sum, each) => sum + each, 0))
      }),
    )
  })

/** When the largest of what is seen was painted, in milliseconds after the link was pressed. */
const largestPaint = () =>
  new Promise<number>(resolve =>
    new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    }),
  )

/** M1: the link, the address, the code, on to the section, and a letter. */
async function fromTheMail(served: Served, { address, conversation: id }: Preparer) {
  const page = await slowPhone(served, new Map(), slow3G)
  const began = performance.now()
  const type = (text: string) => page.keyboard.type(text, { delay: betweenKeys })
  const said = served.house.terminal.next(/^(?:Kode til|Code for) \S+: (\d{6})$/)
  await page.goto(urls.preparation({ id }))
  await page.locator('#address').tap()
  await type(address)
  await page.keyboard.press('Enter')
  await page.locator('#code').tap()
  await type((await said)[1] ?? '')
  await page.keyboard.press('Enter')
  await page.locator('main .button.primary').tap()
  const field = page.locator('textarea').first()
  await field.tap()
  await type('Vi')
  await page.locator('.save-state[data-state=saved]').waitFor()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(
    `  ${'from the mail to the first saved word'.padEnd(36)} ${seconds} s (M1: at most 60), ${1000 / betweenKeys} keys a second`,
  )
  await page.context().close()
}

async function slowPhone(
  { browser, address }: Served,
  cookies: ReadonlyMap<string, string>,
  line: Line,
): Promise<Page> {
  const viewport = { width: 360, height: 740 }
  const context = await browser.newContext({ baseURL: address, locale: 'da-DK', viewport, hasTouch: true })
  context.setDefaultTimeout(120_000)
  await context.addCookies(
    [...cookies].map(([name, value]) => ({ name, value, domain: 'localhost', path: '/', secure: true })),
  )
  const page = await context.newPage()
  const developer = await context.newCDPSession(page)
  await developer.send('Network.enable')
  await developer.send('Network.emulateNetworkConditions', line)
  await developer.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return page
}

/** What comes over the line, heads and all. */
async function countBytes(page: Page): Promise<() => number> {
  const developer = await page.context().newCDPSession(page)
  let bytes = 0
  await developer.send('Network.enable')
  developer.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => bytes
}
