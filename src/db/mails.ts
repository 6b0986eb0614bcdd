import { sql } from 'kysely'
import { mailTime } from '../domain/quiet-hours.ts'
import { enqueue } from './enqueue.ts'
import { get, q, run, type Tx } from './query.ts'
import type { MailKind } from './tables.ts'

/** A mail to write: whom to and about which conversation. Its words are made when it is sent. */
export type MailOrder = { to: string; kind: MailKind; conversation: string }

type Made = { organisation: string; id: string; at: Date }

/** Writes the mail's row; its job is entered at once, or by a round once a mail may go. */
export async function orderMail(tx: Tx, { organisation, id, at }: Made, mail: MailOrder): Promise<void> {
  const due = mailTime(at)
  const isDue = due <= at
  await run(
    tx,
    q.insertInto('mail').values({
      organisation_id: organisation,
      id,
      person_id: mail.to,
      conversation_id: mail.conversation,
      kind: mail.kind,
      made_at: at,
      due_at: due,
      queued_at: isDue ? at : null,
      sent_at: null,
      failure: null,
      dropped: null,
      for_date: null,
    }),
  )
  if (isDue) await enqueue(tx, 'send-mail', { organisation, conversation: mail.conversation, id })
}

/** Enters the jobs of mails whose time has come, at most so many; gives how many. */
export async function queueDueMails(tx: Tx, now: Date, most: number): Promise<number> {
  const { queued } = await get(
    tx,
    sql<{ queued: number }>`select app.queue_due_mails(${now}, ${most}::int) as queued`,
  )
  return queued
}
