import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../bin/chromium.ts'
import { urls } from '../../src/urls.ts'
import { type Name, openWorld, type World } from './people.ts'

// The world before a real browser. It is served on localhost, which browsers trust: there a `__Host-` cookie, which
// must be Secure, is kept over plain http too, so people sign in as they do in life.

export type Seen = World & {
  address: string
  browser: Browser
  /** A browser of this person's own, signed in by the way of the door. Its later windows keep the first one's session. */
  open(name: Name, options?: BrowserContextOptions): Promise<Page>
  /** The session is no more: the next window signs in anew. */
  forget(name: Name): void
}

/** One served world and one Chromium for a whole test file. */
export async function openSeenWorld(start?: Date): Promise<Seen> {
  const world = await openWorld(start)
  const server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(listening => server.once('listening', listening))
  const address = `http://localhost:${portOf(server.address())}`
  world.deps.origin = address
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] })
  const states = new Map<Name, Awaited<ReturnType<typeof stateOf>>>()
  const seen: Seen = {
    ...world,
    address,
    browser,
    open: async (name, options = {}) => {
      const known = states.get(name) ?? (await stateOf(seen, name))
      states.set(name, known)
      return newPage(seen, { ...options, storageState: known })
    },
    forget: name => void states.delete(name),
    close: async () => {
      await browser.close()
      server.close()
      await world.close()
    },
  }
  return seen
}

/** A browser nobody has signed in with, in Danish and without motion. */
export async function newPage(
  { browser, address }: Seen,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'da-DK',
    reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 },
    ...options,
  })
  return context.newPage()
}

/** Through the door: the address, the code from the terminal, and in. Ends on Min side. */
export async function signIn(page: Page, world: World, name: Name, device: 'own' | 'shared' = 'shared') {
  const { address } = world.people[name]
  await page.goto(urls.signIn())
  const said = world.terminal.next(new RegExp(`^Kode til ${address.replaceAll('.', '\\.')}: (\\S+)$`))
  await page.locator('#address').fill(address)
  await page.locator('main button').click()
  const [, code = ''] = await said
  await page.locator('#code').fill(code)
  if (device === 'own') await page.locator('#remember').check()
  await page.locator('main button').click()
  await page.waitForURL(new URL(urls.home(), page.url()).href)
}

async function stateOf(seen: Seen, name: Name) {
  const page = await newPage(seen)
  await signIn(page, seen, name, 'own')
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

const portOf = (bound: AddressInfo | string | null): number =>
  bound !== null && typeof bound === 'object' ? bound.port : 0

/** What the page itself says from here on. Playwright's own questions wait while a page is on its way to the next. */
export function listenTo(page: Page): string[] {
  const heard: string[] = []
  page.on('console', message => void heard.push(message.text()))
  return heard
}
