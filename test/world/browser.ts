import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import type { Language } from '../../src/words/words.ts'
import { openChromium } from './chromium.ts'
import type { House } from './house.ts'
import { type Known, type Name, openWorld, type World } from './people.ts'
import { serveHouse } from './served.ts'
import type { Visitor } from './visitor.ts'

// The world before a real browser. It is served on localhost, which browsers trust: there a `__Host-` cookie, which
// must be Secure, is kept over plain http too, so people sign in as they do in life.

export type SeenBy<N extends string> = {
  address: string
  browser: Browser
  /** A browser of this person's own, signed in by the way of the door. Its later windows keep the first one's session. */
  open(name: N, options?: BrowserContextOptions): Promise<Page>
  /** The session is no more: the next window signs in anew. */
  forget(name: N): void
}
export type Seen = World & SeenBy<Name>

/** One served world for a whole test file. */
export const openSeenWorld = async (start?: Date): Promise<Seen> => seenWorld(await openWorld(start))

type Peopled = House & { people: Readonly<Record<string, Known>> }

/** The same for any world: `await seenWorld(await openGentofte())`. */
export async function seenWorld<W extends Peopled>(
  world: W,
): Promise<W & SeenBy<keyof W['people'] & string>> {
  type N = keyof W['people'] & string
  const served = await serveHouse(world)
  const { address } = served
  world.deps.origin = address
  const browser = await openChromium()
  const states = new Map<N, Awaited<ReturnType<typeof stateOf>>>()
  const seen = {
    ...world,
    address,
    browser,
    open: async (name: N, options: BrowserContextOptions = {}) => {
      const known = states.get(name) ?? (await stateOf(seen, name))
      states.set(name, known)
      return newPage(seen, { ...options, storageState: known })
    },
    forget: (name: N) => void states.delete(name),
    close: async () => {
      for (const context of browser.contexts()) await context.close()
      served.close()
      await world.close()
    },
  }
  return seen
}

/** A browser nobody has signed in with, in Danish and without motion. */
export async function newPage(
  { browser, address }: Pick<Seen, 'browser' | 'address'>,
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

/** The language is chosen on this browser. */
export async function speak(page: Page, value: Language): Promise<void> {
  const cookie = { name: '__Host-medspil-language', value, domain: 'localhost', path: '/', secure: true }
  await page.context().addCookies([cookie])
}

/** Somebody signed in already, at a browser of their own: the way through the door is not the point. */
export async function seatedAt<N extends string>(
  world: Pick<Seen, 'browser' | 'address'> & { as(name: N): Promise<Visitor> },
  name: N,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await newPage(world, options)
  await backAgain(world, name, page)
  return page
}

/** Back another day: the session of the last one has ended by itself. */
export async function backAgain<N extends string>(
  world: { as(name: N): Promise<Visitor> },
  name: N,
  page: Page,
): Promise<void> {
  const { cookies } = await world.as(name)
  const here = { domain: 'localhost', path: '/', secure: true }
  await page.context().addCookies([...cookies].map(([cookie, value]) => ({ name: cookie, value, ...here })))
}

/** Through the door: the address, the code from the terminal, and in. Ends on Min side. */
export async function signIn<W extends Pick<Peopled, 'people' | 'terminal'>>(
  page: Page,
  world: W,
  name: keyof W['people'] & string,
  device: 'own' | 'shared' = 'shared',
) {
  const address = world.people[name]?.address ?? ''
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

async function stateOf(seen: Peopled & Pick<Seen, 'browser' | 'address'>, name: string) {
  const page = await newPage(seen)
  await signIn(page, seen, name, 'own')
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

/** Goes there, also from a page that comes anew by itself in the same moment, as those that wait for somebody do. */
export async function goTo(page: Page, path: string): Promise<void> {
  let went = false
  while (!went) {
    went = await page.goto(path).then(
      () => true,
      (fault: Error) => {
        if (!/ERR_ABORTED|interrupted by another/.test(fault.message)) throw fault
        return false
      },
    )
  }
}

/** What the page itself says from here on. Playwright's own questions wait while a page is on its way to the next. */
export function listenTo(page: Page): string[] {
  const heard: string[] = []
  page.on('console', message => void heard.push(message.text()))
  return heard
}

/** Run in the page: whether it would ask before it is left. */
export const isAskedBeforeLeaving = () =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
