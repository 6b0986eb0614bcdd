import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from './app.tsx'
import { movableClock, systemClock } from './clock.ts'
import { fault, StartFault } from './db/embedded/fault.ts'
import { offerSetup } from './db/setup-offer.ts'
import { storyEnds } from './demo/demo.ts'
import { openDemo } from './demo/open.ts'
import { type Env, readEnv } from './env.ts'
import { codeOf } from './fault-code.ts'
import { processMark } from './hold.js'
import { type Opened, open } from './opening.ts'
import { startJobs } from './outside/jobs/runner.ts'
import { startRounds } from './outside/rounds/start-rounds.ts'
import type { App } from './pages/context.ts'
import { systemRandom } from './random.ts'
import { demoUrls, urls } from './urls.ts'

// Start and stop: the only file that acts when it is imported.

const say = (line: string) => void process.stdout.write(`${line}\n`)
const pidFile = join('build', 'server.pid')

async function start() {
  refuseOldNode()
  const env = readEnv(process.env, process.argv.includes('--demo'))
  if ('faults' in env) throw new StartFault(env.faults.join('\n'))
  if (env.demo) return startDemo(env)
  const opened = await open({ env, checkout: process.cwd(), clock: systemClock, random: systemRandom, say })
  const jobs = await startJobs(opened.deps, env)
  const rounds = startRounds(opened.deps)
  const close = async () => {
    await rounds.stop()
    await jobs.stop()
    await opened.close()
  }
  await serveUntilStopped(createApp(opened.deps), env, close)
  await tellSetup(opened, env)
}

async function startDemo(env: Env) {
  const clock = movableClock(storyEnds)
  const opened = await open({ env, checkout: process.cwd(), clock, random: systemRandom, say })
  const demo = await openDemo({ opened, clock, env, listen: app => listen(app.fetch, { ...env, port: 0 }) })
  await serveUntilStopped(demo.app, env, demo.close, demoUrls.demo())
}

/** Answers until a signal says stop; `path` is where one begins. */
async function serveUntilStopped(app: App, env: Env, close: () => Promise<void>, path = '') {
  const server = await listen(app.fetch, env).catch(async cause => {
    await close()
    throw cause
  })
  markRunning()
  stopOnSignal(server, close)
  say(`Medspil: ${env.origin}${path}`)
}

async function tellSetup({ ground }: Opened, { origin }: Env) {
  const code = await offerSetup(ground.owner, systemRandom, systemClock.now())
  if (code)
    say(
      `Opret jeres organisation / Set up your organisation: ${origin}${urls.setup()}\n  Engangskode / one-time code: ${code}`,
    )
}

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return
  throw fault(
    `Medspil kører på Node 24, og dette er ${process.versions.node}. Start med npm start.`,
    `Medspil runs on Node 24, and this is ${process.versions.node}. Start with npm start.`,
  )
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], env: Env): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: env.port, hostname: env.host }, () => {
      if ('closeAllConnections' in server) resolve(server)
    })
    server.once('error', cause => reject(listenFault(cause, env)))
  })
}

function listenFault(cause: Error, { port, host }: Env): Error {
  const code = codeOf(cause)
  if (code === 'EADDRINUSE')
    return fault(
      `Port ${port} er optaget. Stop det, der bruger den, eller vælg en anden: PORT=4001 npm start. Intet er ændret.`,
      `Port ${port} is taken. Stop what uses it or choose another: PORT=4001 npm start. Nothing was changed.`,
    )
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return fault(
      `Der kan ikke lyttes på ${host}:${port} (${code}). Vælg en anden PORT eller HOST.`,
      `Cannot listen on ${host}:${port} (${code}). Choose another PORT or HOST.`,
    )
  return cause
}

// bin/prepare.js reads it: nothing is installed anew under a running server.
function markRunning() {
  mkdirSync('build', { recursive: true })
  rmSync(pidFile, { force: true })
  writeFileSync(pidFile, processMark(process.pid) ?? '')
}

/** Lets what is being answered be answered, at most five seconds, then puts the data down. A second signal is the same. */
function stopOnSignal(server: Server, close: () => Promise<void>) {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 5000).unref()
    await closed
    await close()
    rmSync(pidFile, { force: true })
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

start().catch(cause => {
  const text =
    cause instanceof StartFault ? cause.message : cause instanceof Error ? cause.stack : String(cause)
  process.stderr.write(`${text}\n`)
  process.exit(1)
})
