import type { Tx } from '../query.ts'

/** Which file is read in, and for whom. */
export type IntakeKey = { organisation: string; id: string }

// The columns come as arrays in PostgreSQL's own bytes (src/outside/people-file/staged.ts), in this order. They are taken
// apart side by side in the list of what is selected: as a table they would be written down once more first.

export async function stageUnits(
  tx: Tx,
  { organisation, id }: IntakeKey,
  columns: readonly Uint8Array[],
): Promise<void> {
  await tx.query({
    name: 'stage-units',
    text: `insert into intake_unit (organisation_id, intake_id, no, name, parent, unit_id)
      select $1, $2, ${eachOf(['int', 'text', 'int', 'uuid'])}`,
    values: [organisation, id, ...columns],
  })
}

const kinds =
  'int int text text text text text text text date bool date text int bool int bool uuid uuid'.split(' ')

export async function stageRows(
  tx: Tx,
  { organisation, id }: IntakeKey,
  columns: readonly Uint8Array[],
): Promise<void> {
  await tx.query({
    name: 'stage-rows',
    text: `insert into intake_row (organisation_id, intake_id, no, line, number, name, address, language, title, team, staff_group,
        starts_on, start_said, ends_on, duties, unit, seated, host, first, person_id, post_id) select $1, $2, ${eachOf(kinds)}`,
    values: [organisation, id, ...columns],
  })
}

const eachOf = (kinds: readonly string[]) =>
  kinds.map((kind, at) => `unnest($${at + 3}::${kind}[])`).join(', ')

/** One file at a time in each organisation; the next one waits for the end of this transaction. */
export async function holdIntakes(tx: Tx, organisation: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`intake ${organisation}`])
}

/**
 * From here on a statement is about all rows at once. The planner knows nothing of rows that this transaction itself has
 * written, and would take them for a few and go through them one by one; and a plan it made when there were few is no good
 * any more, least of all the one that proves who the viewer is, once for each table that a statement names.
 */
export async function planForMany(tx: Tx): Promise<void> {
  await tx.query(
    `set local work_mem = '64MB'; set local enable_nestloop = off; set local jit = off; set local plan_cache_mode = force_custom_plan`,
  )
}

/** In a statement about one file ($1 organisation, $2 intake): the rows that are of it. */
export const ofFile = (table: string) => `(${table}.organisation_id, ${table}.intake_id) = ($1, $2)`

/** What has not ended. */
export const here = (table: string) => `(${table}.ends_on is null or ${table}.ends_on > app.today())`

/** Nothing staged of this file is needed any more. */
export async function clearFile(tx: Tx, { organisation, id }: IntakeKey): Promise<void> {
  const key = [organisation, id]
  await tx.query(`delete from intake_row r where ${ofFile('r')}`, key)
  await tx.query(`delete from intake_unit u where ${ofFile('u')}`, key)
}

/** Nor of any other file of this organisation: another takes its place. */
export async function clearStaged(tx: Tx, organisation: string): Promise<void> {
  await tx.query('delete from intake_row where organisation_id = $1', [organisation])
  await tx.query('delete from intake_unit where organisation_id = $1', [organisation])
}
