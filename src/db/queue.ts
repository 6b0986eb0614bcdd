import type { Pool } from 'pg'

// The queue's locks. A worker that was killed holds its jobs for hours, so each signs that it lives, and what a dead
// one held is let go.

const dead = '60 seconds'

/** Lets go of every lock: embedded, whoever held one was killed with us. */
export async function loosenAll(jobs: Pool): Promise<void> {
  await jobs.query(
    'update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null',
  )
  await jobs.query('delete from job_worker')
}

/** These workers live; jobs locked by one that has not said so for a minute are let go. */
export async function sayAlive(jobs: Pool, workers: readonly string[]): Promise<void> {
  await jobs.query(
    `insert into job_worker (worker, seen_at) select worker, now() from unnest($1::text[]) worker
      on conflict (worker) do update set seen_at = excluded.seen_at`,
    [workers],
  )
  await jobs.query('delete from job_worker where seen_at < now() - $1::interval', [dead])
  await jobs.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
      where locked_at < now() - $1::interval and locked_by not in (select worker from job_worker)`,
    [dead],
  )
}
