import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { LocalDate } from '../../domain/day.ts'
import type { Meant } from '../../domain/organisation/columns.ts'
import type { Fault } from '../../domain/organisation/faults.ts'
import type { Language } from '../../words/words.ts'
import type { FileHead } from './heads.ts'
import type { ShortWarning } from './warnings.ts'
import type { FileRefusal } from './workbook.ts'

/** What the thread is asked to read, and within which bounds. */
export type Order = {
  path: string
  today: LocalDate
  /** Milliseconds since 1970, by the clock that is passed in. */
  madeAt: number
  language: Language
  /** What has been said of heads before. */
  remembered: readonly (readonly [head: string, meant: Meant])[]
  mostRows: number
  mostInflated: number
}

/** What it tells on the way, in this order; the last is `read`, `faults` or `refused`. */
export type Heard =
  | { kind: 'size'; rows: number }
  | { kind: 'progress'; rows: number }
  | { kind: 'heads'; heads: readonly FileHead[] }
  | { kind: 'units'; columns: readonly string[] }
  | { kind: 'rows'; columns: readonly string[] }
  | { kind: 'read'; warnings: readonly ShortWarning[]; people: number }
  | { kind: 'faults'; faults: readonly Fault[]; count: number }
  | { kind: 'refused'; why: FileRefusal }

/** A hundred thousand people and those of them with several posts. */
const mostRows = 150_000
export const bounds = { mostRows, mostInflated: 256 * 1024 * 1024 }
export const mostMegabytes = 1024
export const patience = 180_000

export type PeopleFile = Omit<Order, 'mostRows' | 'mostInflated'>

/**
 * Reads a file in a thread, and hears what it tells, one thing after the other; `hear` may take its time. The thread ends
 * with the file, with more memory than it may have, or after three minutes.
 */
export async function readPeopleFile(file: PeopleFile, hear: (heard: Heard) => Promise<void>): Promise<void> {
  const order: Order = { ...file, ...bounds }
  const thread = new Worker(join(process.cwd(), 'build/people-file.js'), {
    workerData: order,
    env: {},
    // What a row is read into is soon done with: with room for many of them they are swept up by the way.
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 192 },
  })
  const timer = setTimeout(() => void thread.terminate(), patience)
  let turn = Promise.resolve()
  let ended = false
  const next = (heard: Heard) => {
    ended ||= heard.kind === 'read' || heard.kind === 'faults' || heard.kind === 'refused'
    turn = turn.then(() => hear(heard))
    turn.catch(() => void thread.terminate())
  }
  thread.on('message', next)
  thread.on('error', () => {})
  await new Promise(gone => thread.once('exit', gone))
  clearTimeout(timer)
  if (!ended) next({ kind: 'refused', why: 'too-much' })
  await turn
}
