import { transaction } from '../../db/database.ts'
import {
  changeIntake,
  getIntake,
  isOvertaken,
  isStaged,
  listHeads,
  type Report,
  retireOthers,
} from '../../db/intake/intakes.ts'
import { matchStaged } from '../../db/intake/matching.ts'
import { type Ending, placeStaged, weighPlaced } from '../../db/intake/placing.ts'
import {
  countsOf,
  linesWithTakenAddress,
  type Preview,
  previewStaged,
  tellsOfKnown,
} from '../../db/intake/preview.ts'
import {
  clearFile,
  clearStaged,
  holdIntakes,
  type IntakeKey,
  planForMany,
  stageRows,
  stageUnits,
} from '../../db/intake/staging.ts'
import type { Tx } from '../../db/query.ts'
import { save } from '../../db/save.ts'
import type { IntakeStatus } from '../../db/tables.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { meantOf } from '../../domain/organisation/columns.ts'
import { type Fault, isOfHeads } from '../../domain/organisation/faults.ts'
import { addressTaken } from '../../domain/organisation/whose.ts'
import { kindOf } from '../../fault-code.ts'
import { type Heard, readPeopleFile } from '../../outside/people-file/reader.ts'
import type { Upload } from '../../outside/people-file/upload.ts'
import type { Language } from '../../words/words.ts'
import type { Me } from '../context.ts'
import { keepUpload } from './kept.ts'

// What goes on behind the page while somebody looks at it. It is one transaction of theirs: all of it, or nothing. How far
// it has come is written once a second beside it; a page whose work has not been heard of for a minute says that it stopped.

type Work = { deps: Deps; me: Me; key: IntakeKey; language: Language }
type Outcome = { status: IntakeStatus; report: Report }

/** Reads the file and sets it against what is here. Resolves when its page has something to show. */
export async function readIn(work: Work, upload: Upload): Promise<void> {
  const outcome = await atWork(work, progress =>
    inTransaction(work, tx => readInto(tx, work, upload, progress)),
  )
  if (outcome.report.heads) await keepUpload(work.key, upload)
  else await upload.close()
}

/** Puts what was looked through in place. */
export async function place(work: Work, ending: Ending): Promise<void> {
  const { status } = await atWork(work, progress =>
    inTransaction(work, async tx => {
      // First: a file that is being read meanwhile takes these rows away, and nothing of nothing would be missing.
      await holdIntakes(tx, work.key.organisation)
      if (!(await isStaged(tx, work.key)) || (await isOvertaken(tx, work.key)))
        return { status: 'failed' as const, report: { refused: 'another' as const } }
      const { preview } = (await getIntake(tx, work.key)).report
      const known = preview === undefined || tellsOfKnown(preview)
      const ended = await placeStaged(tx, work.key, { known, ending }, (done, of) => {
        progress.rows = done
        progress.of = of
      })
      return finish(tx, work, { ...(preview && { preview: countsOf(preview) }), ended })
    }),
  )
  if (status !== 'done') return
  // It is in place, whatever becomes of these two: the first is done again every night, the second by the database itself.
  await inTransaction(work, tx => clearFile(tx, work.key)).catch(() => {})
  await inTransaction(work, weighPlaced).catch(() => {})
}

const inTransaction = <T>({ deps, me }: Work, work: (tx: Tx) => Promise<T>) =>
  transaction(deps.db.bulk, { session: me.token }, work)

async function finish(tx: Tx, { deps, me, key }: Work, counts: Report): Promise<Outcome> {
  const now = deps.clock.now()
  await save(tx, deps.random, {
    organisation: key.organisation,
    actor: me.person,
    at: now,
    events: [{ what: 'people-read-in', ids: { intake: key.id } }],
  })
  const report = JSON.stringify(counts)
  await changeIntake(tx, key, { status: 'done', done_at: now, seen_at: now, report })
  return { status: 'done', report: {} }
}

type Progress = { rows: number; of: number }

/** Does the work with a sign of life a second, and writes what came of it. What fails is told by its kind alone. */
async function atWork(work: Work, run: (progress: Progress) => Promise<Outcome>): Promise<Outcome> {
  const progress = { rows: 0, of: 0 }
  const beat = setInterval(() => void note(work, progressOf(progress)).catch(() => {}), 1000)
  try {
    const outcome = await run(progress)
    clearInterval(beat)
    if (outcome.status === 'done') return outcome
    await note(work, { status: outcome.status, report: JSON.stringify(outcome.report) })
    return outcome
  } catch (fault) {
    clearInterval(beat)
    work.deps.say(`intake ${kindOf(fault)}`)
    const report: Report = { refused: 'stopped' }
    await note(work, { status: 'failed', report: JSON.stringify(report) }).catch(() => {})
    return { status: 'failed', report }
  }
}

const progressOf = ({ rows, of }: Progress) => ({ rows_read: rows, rows_in_all: of })

function note({ deps, me, key }: Work, change: Omit<Parameters<typeof changeIntake>[2], 'seen_at'>) {
  return transaction(deps.db.office, { session: me.token }, tx =>
    changeIntake(tx, key, { ...change, seen_at: deps.clock.now() }),
  )
}

async function readInto(tx: Tx, work: Work, { path }: Upload, progress: Progress): Promise<Outcome> {
  const { deps, key, language } = work
  const remembered = new Map(
    (await listHeads(tx, key.organisation)).flatMap(({ head, meant }) => {
      const column = meantOf(meant)
      return column ? [[head, column] as const] : []
    }),
  )
  let outcome: Outcome = { status: 'failed', report: {} }
  const now = deps.clock.now()
  const file = { path, today: localDateOf(now), madeAt: now.getTime(), language, remembered }
  // The thread reads already while its rows are made room for.
  const room = makeRoom(tx, key)
  room.catch(() => {})
  await readPeopleFile(file, async heard => {
    await room
    outcome = (await hearing(tx, key, heard, outcome.report, progress)) ?? outcome
  })
  return outcome
}

/** One file at a time: what was staged of another is gone, and its page says so. */
async function makeRoom(tx: Tx, key: IntakeKey): Promise<void> {
  await holdIntakes(tx, key.organisation)
  await clearStaged(tx, key.organisation)
  await retireOthers(tx, key)
}

async function hearing(
  tx: Tx,
  key: IntakeKey,
  heard: Heard,
  so: Report,
  progress: Progress,
): Promise<Outcome | undefined> {
  if (heard.kind === 'size') progress.of = heard.rows
  if (heard.kind === 'progress') progress.rows = heard.rows
  if (heard.kind === 'units') await stageUnits(tx, key, heard.columns)
  if (heard.kind === 'rows') await stageRows(tx, key, heard.columns)
  if (heard.kind === 'heads') return { status: 'failed', report: { ...so, heads: heard.heads } }
  if (heard.kind === 'refused') return { status: 'refused', report: { refused: heard.why } }
  if (heard.kind === 'faults') return faulty(so, heard.faults, heard.count)
  if (heard.kind !== 'read') return undefined
  const compared = await compare(tx, key, heard)
  if ('faults' in compared) return faulty(so, compared.faults, compared.faults.length)
  return { status: 'ready', report: { ...so, warnings: heard.warnings, preview: compared.preview } }
}

async function compare(
  tx: Tx,
  key: IntakeKey,
  read: { rows: number; people: number },
): Promise<{ faults: Fault[] } | { preview: Preview }> {
  await planForMany(tx)
  const taken = await linesWithTakenAddress(tx, key)
  if (taken.length > 0) {
    await clearStaged(tx, key.organisation)
    return { faults: taken.map(({ line, ...whose }) => addressTaken({ row: line, ...whose })) }
  }
  const known = await matchStaged(tx, key)
  return { preview: await previewStaged(tx, key, known, read) }
}

function faulty(so: Report, faults: readonly Fault[], faultCount: number): Outcome {
  return { status: faults.some(isOfHeads) ? 'heads' : 'faults', report: { ...so, faults, faultCount } }
}
