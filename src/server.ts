import { serve } from '@hono/node-server'
import { createApp } from './app.tsx'
import { systemClock } from './clock.ts'
import { StartFault } from './db/embedded/fault.ts'
import { readEnv } from './env.ts'
import { open } from './opening.ts'
import { startJobs } from './outside/jobs/runner.ts'
import { systemRandom } from './random.ts'

// Start and stop: the only file that acts when it is imported.

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function start() {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new StartFault(`Node 24 eller nyere / Node 24 or newer`)
  const env = readEnv(process.env)
  if ('faults' in env) throw new StartFault(env.faults.join('\n'))
  const checkout = process.cwd()
  const opened = await open({ env, checkout, clock: systemClock, random: systemRandom, say })
  const jobs = await startJobs(opened.deps, env)
  const app = createApp(opened.deps)
  const server = serve({ fetch: app.fetch, port: env.port, hostname: env.host }, () =>
    say(`Medspil: ${env.origin}`),
  )
  const stop = async () => {
    server.close()
    await jobs.stop()
    await opened.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

start().catch(fault => {
  process.stderr.write(
    `${fault instanceof StartFault ? fault.message : fault instanceof Error ? fault.stack : fault}\n`,
  )
  process.exit(1)
})
