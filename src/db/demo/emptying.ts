import type { DemoStore } from './store.ts'

/** Everything anybody is or has written goes; what the installation is stays. The keys of the texts die with their rows. */
export async function emptyDemo({ pool }: DemoStore): Promise<void> {
  const { rows } = await pool.query<{ names: string | null }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables
      where schemaname = 'public' and tablename <> 'installation' and tablename not like 'kysely%'`,
  )
  // First: a start after a kill plays it all again.
  await pool.query('update demo.state set played = false')
  await pool.query(`truncate ${rows[0]?.names}, demo.letter cascade`)
  await pool.query('delete from graphile_worker._private_jobs')
}
