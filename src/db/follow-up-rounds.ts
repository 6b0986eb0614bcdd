import { sql } from 'kysely'
import type { LocalDate } from '../domain/day.ts'
import type { FollowUp } from '../domain/follow-up.ts'
import { list, run, type Tx } from './query.ts'

// What a round may know and do about follow-ups and old talks: dates and ids, no text.

export type RunningClock = Pick<FollowUp, 'status' | 'askedBy' | 'saidBy' | 'askedOn' | 'dueOn'> & {
  organisation: string
  conversation: string
  host: string
}

export async function listRunningFollowUps(tx: Tx): Promise<RunningClock[]> {
  return list(
    tx,
    sql<RunningClock>`select organisation, conversation, asker as "askedBy", host, asked_on as "askedOn",
      due_on as "dueOn", status, said_by as "saidBy" from app.running_follow_ups()`,
  )
}

export async function endOldTalks(tx: Tx, today: LocalDate): Promise<void> {
  await run(tx, sql`select app.end_old_talks(${today}::date)`)
}
