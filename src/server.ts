import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createApp } from './app.tsx'
import { movableClock, systemClock } from './clock.ts'
import { readCommandLine } from './command-line.ts'
import { fault, StartFault } from './db/embedded/fault.ts'
import { refuseRunning } from './db/embedded/running.ts'
import { offerSetup } from './db/setup-offer.ts'
import { storyEnds } from './demo/demo.ts'
import { openDemo } from './demo/open.ts'
import { type Env, readEnv } from './env.ts'
import { processMark } from './hold.js'
import { listen, refuseTakenPort } from './listening.ts'
import { type Opened, open } from './opening.ts'
import { loadConcepts } from './outside/concept-file.ts'
import { startJobs } from './outside/jobs/runner.ts'
import { startRounds } from './outside/rounds/start-rounds.ts'
import type { App } from './pages/context.ts'
import { systemRandom } from './random.ts'
import { demoUrls, urls } from './urls.ts'

// Start and stop: the only file that acts when it is imported.

const say = (line: string) => void process.stdout.write(`${line}\n`)
const moved = () => void process.kill(process.pid, 'SIGTERM')
const pidFile = join('build', 'server.pid')

async function start() {
  refuseOldNode()
  const { values } = readCommandLine({
    command: 'npm start',
    options: { demo: { type: 'boolean', default: false } },
    forms: ['npm start', 'npm start -- --demo'],
  })
  const env = readEnv(process.env, values.demo)
  if ('faults' in env) throw new StartFault(env.faults.join('\n'))
  const checkout = process.cwd()
  if (!env.databaseUrl) refuseRunning({ ...env, checkout })
  await refuseTakenPort(env)
  if (env.demo) return startDemo(env)
  const opened = await open({ env, checkout, clock: systemClock, random: systemRandom, say, moved })
  const jobs = await startJobs(opened.deps, env)
  const rounds = startRounds(opened.deps)
  const close = async () => {
    await rounds.stop()
    await jobs.stop()
    await opened.close()
  }
  await serveUntilStopped(createApp(opened.deps), env, close)
  await tellConcepts()
  await tellSetup(opened, env)
}

async function startDemo(env: Env) {
  const clock = movableClock(storyEnds)
  const opened = await open({ env, checkout: process.cwd(), clock, random: systemRandom, say, moved })
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

// An organisation keeps the concept it chose: a fault in a file stops nobody but whoever would choose it now.
async function tellConcepts() {
  const { faults } = await loadConcepts('concepts')
  if (faults.length === 0) return
  say('Fejl i koncepter. En fil med fejl kan ikke vælges på Opret; det, der er valgt før, er urørt.')
  say(
    'Faults in concepts. A file with faults cannot be chosen at the setup; what was chosen before is untouched.',
  )
  for (const { message } of faults) say(`  ${message}`)
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

// bin/prepare.js reads it: nothing is installed anew under a running server.
function markRunning() {
  mkdirSync('build', { recursive: true })
  rmSync(pidFile, { force: true })
  writeFileSync(pidFile, processMark(process.pid) ?? '')
}

// Another may have been started from here since, on other data.
function markStopped() {
  const isOurs = existsSync(pidFile) && readFileSync(pidFile, 'utf8') === processMark(process.pid)
  if (isOurs) rmSync(pidFile, { force: true })
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
    markStopped()
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
