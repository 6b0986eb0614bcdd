import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { LocalDate } from '../../domain/day.ts'
import type { Remembered } from '../../domain/organisation/heads.ts'
import type { Language } from '../../words/words.ts'
import type { Limits } from './workbook.ts'

/** With what every file is read. */
export type ReadWith = {
  today: LocalDate
  language: Language
  /** What has been said of heads before. */
  remembered: Remembered
}

/** What a thread is asked, and within which limits. */
export type Ordered<T> = T & { limits: Limits }

/** Rows: a hundred thousand people and those of them with several posts. */
const limits: Limits = { rows: 150_000, inflated: 256 * 1024 * 1024 }
// What a row is read into is soon done with: with room for many of them they are swept up by the way.
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 192 }
const patience = 180_000

/**
 * Has one of the threads in build/ read a file, so that no file holds the server up or ends it, and hears what it tells.
 * Resolves when it is gone: with the file's end, with more memory than it may have, after three minutes, or at `end`.
 */
export async function runThread<Asked, Told>(
  name: 'people-file' | 'organisation-file',
  asked: Asked,
  hear: (told: Told, end: () => void) => void,
): Promise<void> {
  const workerData: Ordered<Asked> = { ...asked, limits }
  const path = join(process.cwd(), `build/${name}.js`)
  const thread = new Worker(path, { workerData, env: {}, resourceLimits })
  const end = () => void thread.terminate()
  const timer = setTimeout(end, patience)
  thread.on('message', (told: Told) => hear(told, end))
  thread.on('error', () => {})
  await new Promise(gone => thread.once('exit', gone))
  clearTimeout(timer)
}
