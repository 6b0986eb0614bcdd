import { sql } from 'kysely'
import type { MailWord } from '../domain/mail-course.ts'
import type { WeekLine } from '../domain/mail-schedule.ts'
import type { Period } from '../domain/quiet-hours.ts'
import type { Language } from '../words/words.ts'
import { find, get, list, q, run, type Tx } from './query.ts'
import type { Tables } from './tables.ts'

// What the job of one mail reads and writes: its own row, and of its reader no more than it takes (0005).

export type MailRow = Pick<
  Tables['mail'],
  'organisation_id' | 'id' | 'person_id' | 'conversation_id' | 'kind' | 'for_date' | 'due_at'
> & { tries: number }

/** The job's own mail. */
export async function findMail(tx: Tx): Promise<MailRow | undefined> {
  return find(tx, q.selectFrom('mail').selectAll())
}

/** What became of it. */
export type MailChange = {
  due_at?: Date | null
  queued_at?: null
  tries?: number
  sent_at?: Date
  failure?: string | null
  dropped?: MailWord
}

/** Writes it down, on the job's own mail. */
export async function recordMail(tx: Tx, change: MailChange): Promise<void> {
  await run(tx, q.updateTable('mail').set(change))
}

/** When the mail's reader is on leave or sits in a talk. */
export async function listTakenUp(tx: Tx, now: Date): Promise<Period[]> {
  return list(tx, sql<Period>`select "from", "to" from app.taken_up(${now}::timestamptz)`)
}

/** How far the mail's reader and the other are in the conversation it is about. */
export type MailStanding = {
  begun: boolean
  shared: boolean
  otherShared: boolean
  themesSent: boolean
  otherThemesSent: boolean
  answered: boolean
}

export async function getMailStanding(tx: Tx): Promise<MailStanding> {
  return get(
    tx,
    sql<MailStanding>`select begun, shared, other_shared as "otherShared", themes_sent as "themesSent",
        other_themes_sent as "otherThemesSent", answered from app.mail_standing()`,
  )
}

export type Reader = {
  name: string
  address: string
  language: Language
  house: string
  here: boolean
  /** Another address that waits to count (walls §4): it gets letters at once. */
  asked: { address: string; by: string; worksFrom: string } | null
}

/** Whom the mail goes to; somebody without an address has an empty one. */
export async function getReader(tx: Tx, { organisation_id, person_id }: MailRow): Promise<Reader> {
  return get(
    tx,
    sql<Reader>`select p.name, coalesce(p.address, '') as address, p.language, o.name as house,
        app.is_here(p.organisation_id, p.id) as here,
        (select jsonb_build_object('address', c.becomes, 'by', a.name, 'worksFrom', c.works_from)
          from address_change c join person a on (a.organisation_id, a.id) = (c.organisation_id, c.asked_by)
          where (c.organisation_id, c.person_id) = (p.organisation_id, p.id) and c.settled_at is null) as asked
      from person p join organisation o on o.organisation_id = p.organisation_id
      where p.organisation_id = ${organisation_id} and p.id = ${person_id}`,
  )
}

/** The week of the host whose digest this job sends. */
export async function listWeek(tx: Tx, now: Date): Promise<WeekLine[]> {
  return list(
    tx,
    sql<WeekLine>`select other, about, starts_at as "startsAt", minutes from app.digest(${now}::timestamptz)`,
  )
}
