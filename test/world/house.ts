import { join } from 'node:path'
import { Client } from 'pg'
import { createApp } from '../../src/app.tsx'
import { type Clock, type MovableClock, movableClock, systemClock } from '../../src/clock.ts'
import type { Deps } from '../../src/deps.ts'
import { type Env, readEnv } from '../../src/env.ts'
import { open } from '../../src/opening.ts'
import { startJobs } from '../../src/outside/jobs/runner.ts'
import { systemRandom } from '../../src/random.ts'
import { type Ground, leaveGround, type TestServer, takeGround } from './ground.ts'
import { createTerminal } from './terminal.ts'

/** A day in spring, in the middle of a working morning. */
export const morning = new Date('2026-04-02T08:40:00Z')

/** A mail server for the jobs; without one the terminal says who has a letter. */
export type MailSettings = { smtpUrl: string; mailFrom: string }

/** A house of its own: a database as new on the run's server, with its roles, jobs and app. No people yet. */
export async function openHouse(start: Date = morning, given?: TestServer, post?: MailSettings) {
  const server = given ?? (await import('vitest')).inject('server')
  const ground = await takeGround(server, async made =>
    (await openOn(server, made, systemClock, () => {})).close(),
  )
  const walls = standing.get(ground.database) ?? (await raise(server, ground))
  const { env, clock, superuser } = walls
  const deps = { ...walls.deps }
  const terminal = createTerminal()
  walls.say = terminal.say
  const moveTo = async (to: Date) => {
    clock.moveTo(to)
    await superuser.query('update installation set clock_offset = make_interval(secs => $1)', [
      clock.offset() / 1000,
    ])
  }
  await moveTo(start)
  const jobs = await startJobs(deps, post ?? env)
  return {
    app: createApp(deps),
    deps,
    env,
    database: ground.database,
    /** The server's superuser: for looking past every wall, in tests that prove them. */
    superuser,
    terminal,
    moveTo,
    close: async () => {
      await jobs.stop()
      if (given || !(await leaveGround(server, ground))) await walls.close()
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** What stays of a house for the next one on its ground: connections that know their statements already. */
type Walls = {
  deps: Deps
  env: Env
  clock: MovableClock
  superuser: Client
  say(line: string): void
  close(): Promise<void>
}

/** By database; the ground of those that are closed is never taken again. */
const standing = new Map<string, Walls>()

async function raise(server: TestServer, ground: Ground): Promise<Walls> {
  const clock = movableClock(morning)
  const { env, deps, close } = await openOn(server, ground, clock, line => walls.say(line))
  const superuser = new Client({ ...server, user: 'postgres', database: ground.database })
  // At the end of a run the server goes before whoever still has a line to it.
  superuser.on('error', () => {})
  await superuser.connect()
  const closeAll = async () => {
    await close()
    await superuser.end()
  }
  const walls: Walls = { deps, env, clock, superuser, say: () => {}, close: closeAll }
  standing.set(ground.database, walls)
  return walls
}

async function openOn(server: TestServer, ground: Ground, clock: Clock, say: (line: string) => void) {
  const env = envOn(server, ground)
  return { env, ...(await open({ env, checkout: process.cwd(), clock, random: systemRandom, say })) }
}

/** The settings that lead to a ground. */
export function envOn(server: Pick<TestServer, 'host' | 'port'>, { database, owner, folder }: Ground): Env {
  const url = `postgres://${owner}:${owner}@localhost:${server.port}/${database}?host=${encodeURIComponent(server.host)}`
  const env = readEnv({
    DATABASE_URL: url,
    MEDSPIL_DATA: join(folder, 'data'),
    MEDSPIL_ORIGIN: 'http://localhost:4000',
  })
  if ('faults' in env) throw new Error(env.faults.join('\n'))
  return env
}
