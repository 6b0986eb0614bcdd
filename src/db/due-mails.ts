import { sql } from 'kysely'
import type { Role } from '../domain/concept.ts'
import type { LocalDate } from '../domain/day.ts'
import type { DueDay } from '../domain/reminders.ts'
import { list, type Tx } from './query.ts'

type Due = { organisation: string; person: string }
export type DueReminder = Due & { conversation: string; role: Role; about: LocalDate }

/** Whom to remind of a talk on one of these days, once. */
export async function listDueReminders(
  tx: Tx,
  kind: string,
  days: readonly DueDay[],
  now: Date,
): Promise<DueReminder[]> {
  return list(
    tx,
    sql<DueReminder>`select organisation_id as organisation, conversation_id as conversation, person_id as person, role,
        for_date as about
      from app.due_reminders(${kind}, ${days.map(({ day }) => day)}::date[], ${days.map(({ from }) => from)}::timestamptz[],
        ${now}::timestamptz)`,
  )
}

/** A reminder that a house has turned on, and whom it is for, once. */
export type DueOffered = Due & {
  conversation: string
  kind: 'time-missing' | 'themes-soon' | 'sign-reminder'
  about: LocalDate
}

/** The reminders beyond the four, where a house has turned them on. */
export async function listDueOffered(tx: Tx, now: Date): Promise<DueOffered[]> {
  return list(
    tx,
    sql<DueOffered>`select organisation_id as organisation, conversation_id as conversation, person_id as person, kind,
        for_date as about from app.due_offered(${now}::timestamptz)`,
  )
}

/** Hosts who have something to read in the digest of this week, and no such letter yet. */
export async function listDueDigests(tx: Tx, week: LocalDate, now: Date): Promise<Due[]> {
  return list(
    tx,
    sql<Due>`select organisation_id as organisation, person_id as person
      from app.due_digests(${week}::date, ${now}::timestamptz)`,
  )
}
