import { sql } from 'kysely'
import type { Role } from '../domain/concept.ts'
import type { Conversation } from '../domain/conversation.ts'
import { addDays, type LocalDate, localDateOf } from '../domain/day.ts'
import { reasonOvertaken } from '../domain/mail-course.ts'
import { isGiven, type MailChoices, waitsForMorning } from '../domain/mail-schedule.ts'
import { mailTime, openingOf } from '../domain/quiet-hours.ts'
import { enqueue } from './enqueue.ts'
import { find, list, q, run, type Tx } from './query.ts'
import type { MailKind } from './tables.ts'

/** A mail to write: whom to and about which conversation. Its words are made when it is sent. */
export type MailOrder = { to: string; kind: MailKind; conversation: string }

type Made = { organisation: string; actor: string; id: string; at: Date }

/**
 * Writes a mail's row, if the house gives such a mail to this reader. Its job is entered at once, or by a round once a
 * mail may go.
 */
export async function orderMail(tx: Tx, made: Made, mail: MailOrder): Promise<void> {
  const { organisation, actor, id, at } = made
  if (!(await isWanted(tx, organisation, actor, mail))) return
  const due = mailTime(waitsForMorning(mail.kind) ? openingOf(addDays(localDateOf(at), 1)) : at)
  const isDue = due <= at
  const row = {
    organisation_id: organisation,
    id,
    person_id: mail.to,
    conversation_id: mail.conversation,
    kind: mail.kind,
    made_at: at,
    due_at: due,
    queued_at: isDue ? at : null,
  }
  await run(tx, q.insertInto('mail').values(row))
  if (isDue) await enqueue(tx, 'send-mail', { organisation, conversation: mail.conversation, id })
}

type Asked = { role: Role | null; wanted: string[]; unwanted: string[] }

async function isWanted(tx: Tx, organisation: string, actor: string, mail: MailOrder): Promise<boolean> {
  const asked = await find(
    tx,
    sql<Asked>`select array(select kind from mail_choice where organisation_id = ${organisation} and wanted) as wanted,
      array(select kind from mail_choice where organisation_id = ${organisation} and not wanted) as unwanted,
      (select p.role from party p where p.organisation_id = ${organisation} and p.conversation_id = ${mail.conversation}
        and p.person_id = ${mail.to} and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on > app.today())
        limit 1) as role`,
  )
  if (!asked?.role) return true
  const choices = new Map([
    ...asked.wanted.map(kind => [kind, true] as const),
    ...asked.unwanted.map(kind => [kind, false] as const),
  ])
  return isGiven(mail.kind, { role: asked.role, own: mail.to === actor }, choices)
}

/** Enters the jobs of mails whose time has come, at most so many; gives how many. */
export async function queueDueMails(tx: Tx, now: Date, most: number): Promise<number> {
  const found = await find(
    tx,
    sql<{ queued: number }>`select app.queue_due_mails(${now}, ${most}::int) as queued`,
  )
  return found?.queued ?? 0
}

/** A mail that a round writes; `about` is the day it is about, so that it is written once for it. */
export type RoundMail = {
  organisation: string
  person: string
  conversation?: string
  kind: MailKind
  about: LocalDate
}

/** Writes it, unless it stands already. It goes as soon as a mail may. */
export async function orderInRound(
  tx: Tx,
  random: { id(at: Date): string },
  mail: RoundMail,
  now: Date,
): Promise<void> {
  const { organisation, person, conversation, kind, about } = mail
  await run(
    tx,
    sql`select app.order_mail(${organisation}::uuid, ${random.id(now)}::uuid, ${person}::uuid,
      ${conversation ?? null}::uuid, ${kind}, ${about}::date, ${now}::timestamptz, ${mailTime(now)}::timestamptz)`,
  )
}

/** Every house's choices, by organisation; within a round. */
export async function choicesOfHouses(tx: Tx): Promise<(organisation: string) => MailChoices> {
  const rows = await list(
    tx,
    sql<{ organisation_id: string; kind: string; wanted: boolean }>`select * from app.mail_choices()`,
  )
  return organisation =>
    new Map(
      rows
        .filter(row => row.organisation_id === organisation)
        .map(({ kind, wanted }) => [kind, wanted] as const),
    )
}

/** When a letter to somebody goes that waits for its time; never to one who has no mail. */
export type Goes = Date | 'never'

/** When the next letter to the other party goes, while one waits for its time and still has something to say. */
export async function findHeldLetter(tx: Tx, talk: Conversation, now: Date): Promise<Goes | undefined> {
  if (await isUnreached(tx, talk)) return 'never'
  const held = await list(
    tx,
    sql<{ kind: string; due: Date }>`select kind, due from app.held_mail(${talk.id}::uuid)`,
  )
  return held
    .filter(({ kind, due }) => due > now && !reasonOvertaken(kind, talk))
    .map(({ due }) => due)
    .toSorted((one, other) => one.getTime() - other.getTime())[0]
}

async function isUnreached(tx: Tx, talk: Conversation): Promise<boolean> {
  const found = await find(tx, sql<{ is: boolean }>`select app.other_unreached(${talk.id}::uuid) as is`)
  return found?.is ?? false
}
