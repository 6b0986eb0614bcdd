import type { Meant } from '../../domain/organisation/columns.ts'
import type { Fault } from '../../domain/organisation/faults.ts'
import type { FileHead } from '../../outside/people-file/heads.ts'
import type { ShortWarning } from '../../outside/people-file/warnings.ts'
import type { FileRefusal } from '../../outside/people-file/workbook.ts'
import { find, get, isId, list, q, run, type Tx, Unseen } from '../query.ts'
import type { IntakeStatus } from '../tables.ts'
import type { Preview } from './preview.ts'
import type { IntakeKey } from './staging.ts'

// One file read in, by the administrator of one organisation: every transaction here is the office's.

/** What a page shows of it; which parts are there follows from its status. */
export type Report = {
  refused?: FileRefusal | 'stopped' | 'another' | 'forgotten'
  heads?: readonly FileHead[]
  faults?: readonly Fault[]
  faultCount?: number
  warnings?: readonly ShortWarning[]
  preview?: Preview
  ended?: number
}

export type Intake = {
  id: string
  status: IntakeStatus
  rowsRead: number
  rowsInAll: number
  seenAt: Date
  madeAt: Date
  doneAt: Date | null
  report: Report
}

const shown = q
  .selectFrom('intake')
  .select([
    'id',
    'status',
    'rows_read as rowsRead',
    'rows_in_all as rowsInAll',
    'seen_at as seenAt',
    'made_at as madeAt',
    'done_at as doneAt',
    'report',
  ])
  .$castTo<Intake>()

/** Throws {@link Unseen} for one of another organisation, or of none. */
export async function getIntake(tx: Tx, { organisation, id }: IntakeKey): Promise<Intake> {
  if (!isId(id)) throw new Unseen()
  return get(tx, shown.where('organisation_id', '=', organisation).where('id', '=', id))
}

/** The newest, wherever it has come to. */
export async function findNewestIntake(tx: Tx, organisation: string): Promise<Intake | undefined> {
  return find(tx, shown.where('organisation_id', '=', organisation).orderBy('made_at', 'desc').limit(1))
}

/** Whether it is a new one: a second submit of a form carries the same id. */
export async function addIntake(tx: Tx, key: IntakeKey, person: string, now: Date): Promise<boolean> {
  const place = { organisation_id: key.organisation, id: key.id, made_by: person, made_at: now }
  const standing = { status: 'reading', seen_at: now, done_at: null } as const
  const add = q.insertInto('intake').values({ ...place, ...standing })
  return (
    (await run(
      tx,
      add.onConflict(oc => oc.doNothing()),
    )) === 1
  )
}

type Change = {
  status?: IntakeStatus
  rows_read?: number
  rows_in_all?: number
  seen_at: Date
  done_at?: Date
  report?: string
}

/** Writes where it stands. With `from`, only if it still stands there; gives whether it did. */
export async function changeIntake(
  tx: Tx,
  { organisation, id }: IntakeKey,
  change: Change,
  from?: IntakeStatus,
): Promise<boolean> {
  const update = q
    .updateTable('intake')
    .set(change)
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
  return (await run(tx, from ? update.where('status', '=', from) : update)) === 1
}

/** What was looked through before this one will not be put in place: its page says so, and names nobody any more. */
export async function retireOthers(tx: Tx, { organisation, id }: IntakeKey): Promise<void> {
  const report: Report = { refused: 'another' }
  await run(
    tx,
    q
      .updateTable('intake')
      .set({ status: 'failed', report: JSON.stringify(report) })
      .where('organisation_id', '=', organisation)
      .where('id', '<>', id)
      .where('status', 'in', ['ready', 'heads', 'faults']),
  )
}

/** Whether another file has been put in place since this one was matched with what is here. */
export async function isOvertaken(tx: Tx, { organisation, id }: IntakeKey): Promise<boolean> {
  const newer = q
    .selectFrom('intake as mine')
    .innerJoin('intake as other', 'other.organisation_id', 'mine.organisation_id')
    .select('other.id')
    .where('mine.organisation_id', '=', organisation)
    .where('mine.id', '=', id)
    .whereRef('other.done_at', '>', 'mine.made_at')
  return (await list(tx, newer)).length > 0
}

/** Whether the rows of the file lie ready: none does after a crash of the database. */
export async function isStaged(tx: Tx, { organisation, id }: IntakeKey): Promise<boolean> {
  const first = q
    .selectFrom('intake_row')
    .select('no')
    .where('organisation_id', '=', organisation)
    .where('intake_id', '=', id)
    .limit(1)
  return (await list(tx, first)).length > 0
}

export async function listHeads(tx: Tx, organisation: string): Promise<{ head: string; meant: string }[]> {
  return list(
    tx,
    q.selectFrom('intake_head').select(['head', 'meant']).where('organisation_id', '=', organisation),
  )
}

export async function rememberHeads(
  tx: Tx,
  organisation: string,
  heads: ReadonlyMap<string, Meant>,
): Promise<void> {
  for (const [head, meant] of heads)
    await run(
      tx,
      q
        .insertInto('intake_head')
        .values({ organisation_id: organisation, head, meant })
        .onConflict(oc => oc.columns(['organisation_id', 'head']).doUpdateSet({ meant })),
    )
}
