import type { Tx } from '../query.ts'

/** Which file is read in, and for whom. */
export type IntakeKey = { organisation: string; id: string }

// The columns come as arrays in PostgreSQL's own spelling (src/outside/people-file/staged.ts), in this order.

export async function stageUnits(
  tx: Tx,
  { organisation, id }: IntakeKey,
  columns: readonly string[],
): Promise<void> {
  await tx.query({
    name: 'stage-units',
    text: `insert into intake_unit (organisation_id, intake_id, no, name, parent, unit_id)
      select $1, $2, u.* from unnest($3::int[], $4::text[], $5::int[], $6::uuid[]) u`,
    values: [organisation, id, ...columns],
  })
}

export async function stageRows(
  tx: Tx,
  { organisation, id }: IntakeKey,
  columns: readonly string[],
): Promise<void> {
  await tx.query({
    name: 'stage-rows',
    text: `insert into intake_row (organisation_id, intake_id, no, line, number, name, address, language, title, team, staff_group,
        starts_on, start_said, ends_on, duties, unit, seated, host, first, person_id, post_id)
      select $1, $2, r.* from unnest($3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
        $11::text[], $12::date[], $13::bool[], $14::date[], $15::text[], $16::int[], $17::bool[], $18::int[], $19::bool[],
        $20::uuid[], $21::uuid[]) r`,
    values: [organisation, id, ...columns],
  })
}

/** One file at a time in each organisation; the next one waits for the end of this transaction. */
export async function holdIntakes(tx: Tx, organisation: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`intake ${organisation}`])
}

/**
 * From here on a statement is about all rows at once. The planner knows nothing of rows that this transaction itself has
 * written, and would take them for a few and go through them one by one.
 */
export async function planForMany(tx: Tx): Promise<void> {
  await tx.query(`set local work_mem = '64MB'; set local enable_nestloop = off; set local jit = off`)
}

/** In a statement about one file ($1 organisation, $2 intake): the rows that are of it. */
export const ofFile = (table: string) => `(${table}.organisation_id, ${table}.intake_id) = ($1, $2)`

/** What has not ended. */
export const here = (table: string) => `(${table}.ends_on is null or ${table}.ends_on > app.today())`

/** What was staged of any file of this organisation: it is in place, or another takes its place. */
export async function clearStaged(tx: Tx, organisation: string): Promise<void> {
  await tx.query('delete from intake_row where organisation_id = $1', [organisation])
  await tx.query('delete from intake_unit where organisation_id = $1', [organisation])
}
