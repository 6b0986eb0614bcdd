// The browser the tests drive. They need a real one and never skip: either it is found, or put in, or the run fails
// with one message that says what to do.
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { hold } from '../src/hold.js'

// A second switch of this name replaces the driver's own, so its list is said again. The last three are the address bar's
// suggestions: two pages of their own for each window, which nobody looks at.
const unused = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  'MultipleSpareRPHs',
  'AndroidWarmUpSpareRendererWithTimeout',
]

/** How the tests start it: no window, no sandbox (root has none), no traffic of its own. */
export const chromiumFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${unused.join()}`,
]

/** Where to look; a test looks elsewhere. `mayInstall`: whether apt-get may be asked. `turn`: one installs at a time. */
export type Search = {
  env: Record<string, string | undefined>
  places: string[]
  mayInstall: boolean
  turn: string
}

const usual: Search = {
  env: process.env,
  places: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'],
  mayInstall: process.getuid?.() === 0,
  turn: '/run/medspil-chromium',
}

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome']

/**
 * The path of a Chromium or Chrome: CHROME_PATH, else the machine's own, else Debian's, installed now where that is
 * allowed (as root, with apt-get). Throws one message saying what to do.
 */
export async function findChromium(search: Search = usual): Promise<string> {
  const named = search.env.CHROME_PATH
  if (named) {
    if (runs(named)) return named
    throw new Error(
      `CHROME_PATH er ${named}, men dér er ingen browser, der kan køres. / There is no browser to run at CHROME_PATH.`,
    )
  }
  const found = look(search) ?? (await install(search))
  if (found) return found
  throw new Error(
    'Testene skal bruge en browser, og her er ingen. Kør som root: apt-get install chromium, eller sæt CHROME_PATH til en Chromium eller Chrome. / The tests need a browser and there is none. Run as root: apt-get install chromium, or set CHROME_PATH.',
  )
}

function look({ env, places }: Search): string | undefined {
  const folders = [...places, ...pathOf(env)]
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(runs)
}

async function install(search: Search): Promise<string | undefined> {
  const aptGet = pathOf(search.env)
    .map(folder => join(folder, 'apt-get'))
    .find(runs)
  if (!search.mayInstall || !aptGet) return undefined
  const held = await waitForTurn(search.turn)
  try {
    return look(search) ?? (await installWith(aptGet, search))
  } finally {
    held.release()
  }
}

async function installWith(aptGet: string, search: Search): Promise<string | undefined> {
  const env = { ...search.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => promisify(execFile)(aptGet, args, { env, maxBuffer: 64 * 1024 * 1024 })
  try {
    await apt('update')
    await apt('install', '--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', 'chromium')
  } catch {
    return undefined // the one message says how to do it by hand
  }
  return look(search)
}

async function waitForTurn(folder: string): Promise<{ release(): void }> {
  for (;;) {
    const turn = hold(folder)
    if (!('heldBy' in turn)) return turn
    await pause(200)
  }
}

function pathOf(env: Search['env']): string[] {
  return (env.PATH ?? '').split(delimiter).filter(Boolean)
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
