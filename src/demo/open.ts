import type { Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createApp } from '../app.tsx'
import type { MovableClock } from '../clock.ts'
import { keepLetter } from '../db/demo/letters.ts'
import { type DemoStore, openDemoStore } from '../db/demo/store.ts'
import { keepMoment, putClock, readDemoState } from '../db/demo/time.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import type { Opened } from '../opening.ts'
import { startJobs } from '../outside/jobs/runner.ts'
import type { Mailer } from '../outside/mail.ts'
import { startRounds } from '../outside/rounds/start-rounds.ts'
import type { App } from '../pages/context.ts'
import { demoUrls } from '../urls.ts'
import { type Demo, storyEnds } from './demo.ts'
import { type Seat, seats } from './face.ts'
import { play } from './play.ts'
import { stories } from './stories.ts'

type Wish = {
  opened: Opened
  clock: MovableClock
  env: Env
  /** Serves an app on a free port of this machine. */
  listen(app: App): Promise<Server>
}

/** A demo that can be served: its clock where it was left, its story played, its two seats answering. */
export async function openDemo(wish: Wish): Promise<{ app: App; demo: Demo; close(): Promise<void> }> {
  const { opened, clock, env } = wish
  const store = await openDemoStore(opened.ground.owner)
  const { moment, played } = await readDemoState(store)
  clock.moveTo(moment ?? storyEnds)
  await putClock(store, clock, moment ?? storyEnds)
  const served = await serveSeats(wish)
  // The keyring does not turn: here days pass in an afternoon, and there is nothing to keep from anybody.
  const deps: Deps = { ...opened.deps, demo: mainFace(served), turnKeys: async () => {} }
  const jobs = await startJobs(deps, { ...env, mailer: lettersKept(store, clock) })
  const demo = makeDemo(deps, store, clock, served.ports)
  if (!played) await tellAndBegin(demo)
  const rounds = startRounds(deps)
  const keeping = setInterval(() => void keepMoment(store, clock.now()).catch(() => {}), 10_000)
  const close = async () => {
    clearInterval(keeping)
    await rounds.stop()
    await jobs.stop()
    for (const server of served.servers) server.close()
    await keepMoment(store, clock.now())
    await store.close()
    await opened.close()
  }
  return { app: createApp(deps, demo), demo, close }
}

async function tellAndBegin(demo: Demo) {
  demo.deps.say(
    'Laver demoens mennesker og samtaler (kun første gang) … / Making the demo’s people (this once) …',
  )
  await demo.begin()
}

/** Nothing leaves a demo: what would have been sent is kept to be looked at. */
const lettersKept = (store: DemoStore, clock: MovableClock): Mailer => ({
  send: async ({ to, subject, text }) => {
    await keepLetter(store, { at: clock.now(), ...to, subject, body: text })
    return 'sent'
  },
})

function makeDemo(deps: Deps, store: DemoStore, clock: MovableClock, ports: Demo['ports']): Demo {
  const stage = createApp(deps)
  const demo: Demo = {
    ...{ deps, store, clock, ports },
    playing: false,
    moving: false,
    stories,
    begin: async () => {
      if (demo.playing) return
      demo.playing = true
      try {
        // A clock that is still being moved would move the story's.
        while (demo.moving) await pause(20)
        await play({ demo, fetch: stage.fetch, folder: join(process.cwd(), 'demo') })
      } finally {
        demo.playing = false
      }
    },
  }
  return demo
}

type Served = { ports: Record<Seat, number>; servers: Server[] }

// A cookie belongs to a host and not to a port, and each seat has names of its own: two people in one browser.
async function serveSeats({ opened, env, listen }: Wish): Promise<Served> {
  const served: Served = { ports: { phone: 0, screen: 0 }, servers: [] }
  for (const seat of seats) {
    const framedBy = onThisMachine(env.port)
    const overview = `${env.origin}${demoUrls.demo()}`
    const deps: Deps = {
      ...opened.deps,
      demo: { seat, overview, framedBy, frames: [] },
    }
    const server = await listen(createApp(deps))
    const bound = server.address()
    served.ports[seat] = bound !== null && typeof bound === 'object' ? bound.port : 0
    served.servers.push(server)
    deps.origin = `http://localhost:${served.ports[seat]}`
  }
  return served
}

const mainFace = ({ ports }: Served): NonNullable<Deps['demo']> => ({
  overview: demoUrls.demo(),
  framedBy: [],
  frames: seats.flatMap(seat => onThisMachine(ports[seat])),
})

const onThisMachine = (port: number) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
