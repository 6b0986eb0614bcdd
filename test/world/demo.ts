import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Client } from 'pg'
import { movableClock } from '../../src/clock.ts'
import { storyEnds } from '../../src/demo/demo.ts'
import { openDemo } from '../../src/demo/open.ts'
import { open } from '../../src/opening.ts'
import type { App } from '../../src/pages/context.ts'
import { systemRandom } from '../../src/random.ts'
import { makeGround } from './ground.ts'
import { envOn } from './house.ts'
import { portOf } from './served.ts'
import { createTerminal } from './terminal.ts'

/** A demo as its start makes it, its story played, served on a free port of this machine. */
export async function openDemoWorld() {
  const server = (await import('vitest')).inject('server')
  const ground = await makeGround(server)
  const bound = await listen({ fetch: (...asked) => opened.app.fetch(...asked) })
  const address = addressOf(bound)
  const env = { ...envOn(server, ground), demo: true, origin: address, port: Number(new URL(address).port) }
  const terminal = createTerminal()
  const clock = movableClock(storyEnds)
  const parts = { env, checkout: process.cwd(), clock, random: systemRandom, say: terminal.say }
  const opened = await openDemo({ opened: await open(parts), clock, env, listen })
  const superuser = new Client({ ...server, user: 'postgres', database: ground.database })
  await superuser.connect()
  const close = async () => {
    bound.close()
    await superuser.end()
    await opened.close()
  }
  return { ...opened, env, address, terminal, superuser, close }
}

export type DemoWorld = Awaited<ReturnType<typeof openDemoWorld>>

async function listen({ fetch }: Pick<App, 'fetch'>): Promise<Server> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(listening => server.once('listening', listening))
  if (!('closeAllConnections' in server)) throw new Error('not a plain server')
  return server
}

const addressOf = (server: Server) => `http://localhost:${portOf(server.address())}`
