import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { transaction } from '../db/database.ts'
import { type DemoSeat, findSeat } from '../db/demo/people.ts'
import { makeDemoCode } from '../db/demo/setup-code.ts'
import { addSession } from '../db/sessions.ts'
import { demoJar } from '../pages/cookies.ts'
import { newToken, tokenHash } from '../trust/codes.ts'
import { urls } from '../urls.ts'
import { type DemoBrowser, openBrowser } from './browser.ts'
import type { Demo } from './demo.ts'
import { type HouseName, houses } from './houses.ts'

// Where the story is played: an app that nobody else reaches, and the people at their browsers before it.

export type Stage = { demo: Demo; fetch(request: Request): Response | Promise<Response>; folder: string }

/** Makes an organisation through the setup's door, as its administrator does. */
export async function setUp({ demo, fetch, folder }: Stage, house: HouseName): Promise<void> {
  const { name, file, concept, administrator } = houses[house]
  const { deps, store, clock } = demo
  const browser = openBrowser(fetch, deps.origin, async () => new Map())
  await browser.send(urls.setupCode(), { code: await makeDemoCode(store, deps.random, clock.now()) })
  await browser.send(urls.setupOrganisation(), {
    name,
    language: 'da',
    concept,
    'your-name': administrator.name,
    address: administrator.address,
    rows: await readFile(join(folder, file), 'utf8'),
  })
}

export async function getSeat(
  { store }: Pick<Demo, 'store'>,
  house: HouseName,
  number: string,
): Promise<DemoSeat> {
  const seat = await findSeat(store, houses[house].name, number)
  if (!seat) throw new Error(`nobody in ${houses[house].name} has the number ${number}`)
  return seat
}

/** Makes a session for this person; gives its token. Where nobody signs in for real, this is the whole door. */
export async function openDemoSession(
  { deps }: Pick<Demo, 'deps'>,
  { organisation, person }: DemoSeat,
): Promise<string> {
  const token = newToken(deps.random)
  const session = { tokenHash: tokenHash(token), organisation, person, device: 'own' as const }
  await transaction(deps.db.door, {}, tx => addSession(tx, session, deps.clock.now()))
  return token
}

/** Somebody at their browser, signed in when they first do something. */
export const browserOf = ({ demo, fetch }: Stage, seat: DemoSeat): DemoBrowser =>
  openBrowser(
    fetch,
    demo.deps.origin,
    async () => new Map([[`${demoJar(undefined).prefix}session`, await openDemoSession(demo, seat)]]),
  )
