import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { LocalDate } from '../../domain/day.ts'
import type { Meant } from '../../domain/organisation/columns.ts'
import type { Fault } from '../../domain/organisation/faults.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Language } from '../../words/words.ts'
import type { FileHead } from './heads.ts'
import { bounds, mostMegabytes, patience } from './reader.ts'
import type { ShortWarning } from './warnings.ts'
import type { FileRefusal } from './workbook.ts'

/** What the setup's thread is asked to read: a file, or text that is here already. */
type Asked = {
  source: { path: string } | { text: string }
  today: LocalDate
  language: Language
  /** What has been said of heads. */
  remembered: readonly (readonly [head: string, meant: Meant])[]
}
export type OrganisationOrder = Asked & typeof bounds

/** The file as text, what its columns are called, and the organisation it makes or every fault in the way. */
export type OrganisationFile =
  | { readonly refused: FileRefusal }
  | { readonly text: string; readonly heads: readonly FileHead[]; readonly faults: readonly Fault[] }
  | {
      readonly text: string
      readonly heads: readonly FileHead[]
      readonly organisation: Organisation
      /** The first row of each person, in the order of the people. */
      readonly rows: readonly number[]
      readonly warnings: readonly ShortWarning[]
    }

/** Reads and judges in a thread within the same bounds as any file, so that no file holds the server up or ends it. */
export async function readOrganisationFile(asked: Asked): Promise<OrganisationFile> {
  const order: OrganisationOrder = { ...asked, ...bounds }
  const thread = new Worker(join(process.cwd(), 'build/organisation-file.js'), {
    workerData: order,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const timer = setTimeout(() => void thread.terminate(), patience)
  let answer: OrganisationFile = { refused: 'too-much' }
  thread.on('message', (file: OrganisationFile) => {
    answer = file
  })
  thread.on('error', () => {})
  await new Promise(gone => thread.once('exit', gone))
  clearTimeout(timer)
  return answer
}
