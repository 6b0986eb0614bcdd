import type { Fault } from '../../domain/organisation/faults.ts'
import type { FileHead } from './heads.ts'
import { type Ordered, type ReadWith, runThread } from './thread.ts'
import type { ShortWarning } from './warnings.ts'
import type { FileRefusal } from './workbook.ts'

export type PeopleFile = ReadWith & {
  path: string
  /** Milliseconds since 1970, by the clock that is passed in. */
  madeAt: number
}
export type Order = Ordered<PeopleFile>

/** What the thread tells on the way, in this order; the last is `read`, `faults` or `refused`. */
export type Heard =
  | { kind: 'size'; rows: number }
  | { kind: 'progress'; rows: number }
  | { kind: 'heads'; heads: readonly FileHead[] }
  | { kind: 'units'; columns: readonly Uint8Array[] }
  | { kind: 'rows'; columns: readonly Uint8Array[] }
  | { kind: 'read'; warnings: readonly ShortWarning[]; rows: number; people: number }
  | { kind: 'faults'; faults: readonly Fault[]; count: number }
  | { kind: 'refused'; why: FileRefusal }

/** Reads a file in a thread, and hears what it tells, one thing after the other; `hear` may take its time. */
export async function readPeopleFile(file: PeopleFile, hear: (heard: Heard) => Promise<void>): Promise<void> {
  let turn = Promise.resolve()
  let ended = false
  const next = (heard: Heard, end: () => void) => {
    ended ||= heard.kind === 'read' || heard.kind === 'faults' || heard.kind === 'refused'
    turn = turn.then(() => hear(heard))
    turn.catch(end)
  }
  await runThread('people-file', file, next)
  if (!ended) next({ kind: 'refused', why: 'too-much' }, () => {})
  await turn
}
