import type { MovableClock } from '../../clock.ts'
import type { LocalDate } from '../../domain/day.ts'
import type { DemoStore } from './store.ts'

// Both clocks at once: the app's, and the database's by the installation's row, which the owner alone can write.

/** Puts both clocks there. Whoever is signed in stays so: their session is moved along. */
export async function putClock({ pool }: DemoStore, clock: MovableClock, to: Date): Promise<void> {
  const before = clock.offset()
  clock.moveTo(to)
  await pool.query(
    `with moved as (update installation set clock_offset = make_interval(secs => $1)),
      kept as (update demo.state set moment = $3)
      update session set made_at = made_at + make_interval(secs => $2), seen_at = seen_at + make_interval(secs => $2),
        ends_at = ends_at + make_interval(secs => $2), fresh_code_at = fresh_code_at + make_interval(secs => $2)`,
    [clock.offset() / 1000, (clock.offset() - before) / 1000, to],
  )
}

/** Remembers how late it is in the demo, so that its time stands still while it is not running. */
export async function keepMoment({ pool }: DemoStore, now: Date): Promise<void> {
  await pool.query('update demo.state set moment = $1', [now])
}

/** How late it was when the demo last ran, and whether all of its story has been played. */
export async function readDemoState({ pool }: DemoStore): Promise<{ moment: Date | null; played: boolean }> {
  const { rows } = await pool.query<{ moment: Date | null; played: boolean }>(
    'select moment, played from demo.state',
  )
  return rows[0] ?? { moment: null, played: false }
}

export async function tellPlayed({ pool }: DemoStore): Promise<void> {
  await pool.query('update demo.state set played = true')
}

/** The next day after today on which a follow-up that somebody asked for is due. */
export async function findNextDeadline({ pool }: DemoStore): Promise<LocalDate | undefined> {
  const { rows } = await pool.query<{ day: LocalDate | null }>(
    `select min(due_on)::text as day from follow_up where status in ('wanted', 'agreed') and due_on > app.today()`,
  )
  return rows[0]?.day ?? undefined
}

/** Whether letters and codes wait in the queue. Papers are drawn while the clock goes on. */
export async function isQueueBusy({ pool }: DemoStore): Promise<boolean> {
  const { rows } = await pool.query<{ busy: boolean }>(
    `select exists (select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts < j.max_attempts and j.run_at <= now() and t.identifier <> 'draw-documents') as busy`,
  )
  return rows[0]?.busy === true
}
