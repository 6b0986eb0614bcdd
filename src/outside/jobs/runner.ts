import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { loosenAll, sayAlive } from '../../db/queue.ts'
import type { Deps } from '../../deps.ts'
import { createDrawing } from '../../documents/draw.ts'
import { createMail, type Mailer } from '../mail.ts'
import { drawDocuments } from './draw-documents.ts'
import { type Job, JobFailure } from './job.ts'
import { sendCode } from './send-code.ts'
import { sendMail } from './send-mail.ts'

/** The jobs as they run; stopping lets those under way finish. */
export type Jobs = { stop(): Promise<void> }

/** A mailer of one's own goes before the server: a demo keeps its letters to look at. */
type Settings = { smtpUrl: string | undefined; mailFrom: string; mailer?: Mailer }

/**
 * Runs what was entered in the queue: codes, mails, documents. Effects can be done again without harm. Embedded, all
 * locks of earlier workers are loosened at start: whoever held them was killed with us.
 */
export async function startJobs(deps: Deps, settings: Settings): Promise<Jobs> {
  const { smtpUrl, mailFrom } = settings
  const mailer = settings.mailer ?? (smtpUrl ? createMail({ smtpUrl, from: mailFrom }) : undefined)
  if (deps.database === 'embedded') await loosenAll(deps.db.jobs)
  const events: WorkerEvents = new EventEmitter()
  keepBeating(deps, events)
  const drawing = createDrawing({ workerUrl: pathToFileURL(join(process.cwd(), 'build/worker.js')) })
  const tasks = {
    'send-code': (job: Job) => sendCode(deps, mailer, job),
    'send-mail': (job: Job) => sendMail(deps, mailer, job),
    'draw-documents': (job: Job) => drawDocuments(deps, drawing, job),
  }
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([kind, work]) => [
      kind,
      (payload, { job }) => work({ number: job.id, ids: idsOf(payload) }).catch(onlyCode),
    ]),
  )
  const runner = await run({
    pgPool: deps.db.jobs,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: silent,
    events,
  })
  return {
    stop: async () => {
      await runner.stop()
      await drawing.close()
    },
  }
}

const beatEvery = 15_000

/** Signs for the workers until they stop; a beat that fails is made up for by the next. */
function keepBeating(deps: Deps, events: WorkerEvents): void {
  const workers = new Set<string>()
  events.on('worker:create', ({ worker }) => workers.add(worker.workerId))
  events.on('worker:stop', ({ worker }) => workers.delete(worker.workerId))
  const beat = setInterval(() => sayAlive(deps.db.jobs, [...workers]).catch(() => {}), beatEvery)
  events.on('stop', () => clearInterval(beat))
}

// The queue keeps a failure's message, so only a code may leave.
function onlyCode(fault: unknown): never {
  if (fault instanceof JobFailure) throw fault
  const name = fault instanceof Error ? fault.constructor.name : 'unknown'
  throw new JobFailure(`broken ${name}`)
}

const idsOf = (payload: unknown): Record<string, string> =>
  typeof payload === 'object' && payload !== null
    ? Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
    : {}

// The worker's own log quotes payloads and errors; what matters is recorded in our rows.
const silent = new Logger(() => () => {})
