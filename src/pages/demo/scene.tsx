import type { Demo } from '../../demo/demo.ts'
import { type Seat, seats } from '../../demo/face.ts'
import { findScene, findStaged } from '../../demo/scenes.ts'
import { openDemoSession } from '../../demo/stage.ts'
import { demoUrls } from '../../urls.ts'
import { notFoundPage, openFrame } from '../answers.tsx'
import type { PageContext } from '../context.ts'
import { demoJar, writeCookieIn } from '../cookies.ts'
import { page } from '../page.tsx'
import { keepEnglish } from './english.ts'
import { ScenePage } from './scene-page.tsx'

async function findShown(c: PageContext, { store }: Demo) {
  const scene = findScene(c.req.param('scene') ?? '')
  const staged = scene && (await findStaged(store, scene))
  return staged && { scene, ...staged }
}

/** Signs the two in, each at a seat of their own, and shows them. */
export async function takeSeats(c: PageContext, demo: Demo): Promise<Response> {
  const shown = await findShown(c, demo)
  if (!shown) return notFoundPage(c)
  for (const seat of seats) {
    writeCookieIn(c, demoJar(seat), 'session', await openDemoSession(demo, shown.seats[seat]))
    keepEnglish(c, demoJar(seat))
  }
  return c.redirect(demoUrls.demoScene({ scene: shown.scene.id }), 303)
}

export async function showScene(c: PageContext, demo: Demo): Promise<Response> {
  const shown = await findShown(c, demo)
  if (!shown) return notFoundPage(c)
  const address = (seat: Seat) => `http://${hostIn(c)}:${demo.ports[seat]}${shown.paths[seat]}`
  const addresses = { phone: address('phone'), screen: address('screen') }
  return page(c, <ScenePage frame={openFrame(c, 'demo')} scene={shown.scene} addresses={addresses} />)
}

// Cookies belong to a host by its name, so the frames must go by the name that the page goes by.
const hostIn = (c: PageContext) => (c.req.header('host')?.startsWith('127.0.0.1') ? '127.0.0.1' : 'localhost')
