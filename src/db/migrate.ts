import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import { Pool, type PoolConfig } from 'pg'
import { quoted, roleIn, roleNames } from './roles.ts'

// Forward only, plain SQL, run by the owner before anything listens. Two starts at once: Kysely's lock lets one run.

/** Brings the database to the newest form, or to the form `upTo` gave it, and lets the jobs' role work its queue. */
export async function migrate(
  owner: PoolConfig,
  database: string,
  folder: string,
  upTo?: string,
): Promise<void> {
  const pool = new Pool({ ...owner, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', client => void client.on('error', () => {}))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await runMigrations({ pgPool: pool, schema: 'graphile_worker' })
    const ownerName = (await pool.query<{ name: string }>('select current_user as name')).rows[0]?.name ?? ''
    const migrator = new Migrator({
      db,
      provider: files(folder, database, ownerName),
      allowUnorderedMigrations: false,
    })
    const { error } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest()
    if (error) throw error
    await openQueue(pool, roleIn(database, 'jobs'))
  } finally {
    await db.destroy()
  }
}

function files(folder: string, database: string, owner: string): MigrationProvider {
  return {
    getMigrations: async () => {
      const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
      const texts = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
      return Object.fromEntries(
        names.map((name, at) => {
          const text = withRoles(texts[at] ?? '', database, owner)
          return [name, { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) }]
        }),
      )
    },
  }
}

function withRoles(text: string, database: string, owner: string) {
  const filled = roleNames.reduce(
    (sofar, role) => sofar.replaceAll(`{{${role}}}`, quoted(roleIn(database, role))),
    text,
  )
  return filled.replaceAll('{{owner}}', quoted(owner))
}

// graphile-worker's own row-level security shuts a plain role out; its worker logs in as our jobs' role. It locks, ends
// and counts jobs; it enters none and changes none, or it could prove whatever it liked.
async function openQueue(pool: Pool, jobs: string) {
  const role = quoted(jobs)
  await pool.query(`
    grant usage on schema graphile_worker to ${role};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
    revoke insert on graphile_worker._private_jobs from ${role};
    create or replace trigger medspil_keep_job before update on graphile_worker._private_jobs
      for each row execute function app.keep_job();
    grant usage on all sequences in schema graphile_worker to ${role};
    grant execute on all functions in schema graphile_worker to ${role};`)
  const tables = await pool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'medspil_jobs')`)
  for (const { name } of tables.rows)
    await pool.query(
      `create policy medspil_jobs on graphile_worker.${quoted(name)} to ${role} using (true) with check (true)`,
    )
}
