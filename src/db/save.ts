import { enqueue } from './enqueue.ts'
import { type MailOrder, orderMail } from './mails.ts'
import { q, run, type Tx } from './query.ts'

/** What happened, in a word and ids, never text. It is written in the same transaction as the change. */
export type Happening = {
  what: string
  conversation?: string
  ids?: Readonly<Record<string, string>>
}

export type Saving = {
  organisation: string
  actor: string
  at: Date
  events: readonly Happening[]
  mails?: readonly MailOrder[]
  /** Draw the two documents of this conversation. */
  draw?: string
}

/** Randomness for ids and salts. */
type Random = { id(at: Date): string; bytes(count: number): Uint8Array }

/** Writes what happened and what is to be done outside; the rows themselves are the caller's, in the same `tx`. */
export async function save(tx: Tx, random: Random, saving: Saving): Promise<void> {
  for (const event of saving.events) await writeEvent(tx, random, saving, event)
  for (const mail of saving.mails ?? []) await orderMail(tx, { ...saving, id: random.id(saving.at) }, mail)
  if (saving.draw)
    await enqueue(tx, 'draw-documents', { organisation: saving.organisation, conversation: saving.draw })
}

async function writeEvent(tx: Tx, random: Random, saving: Saving, event: Happening) {
  await run(
    tx,
    q.insertInto('event').values({
      organisation_id: saving.organisation,
      id: random.id(saving.at),
      at: saving.at,
      actor_id: saving.actor,
      what: event.what,
      conversation_id: event.conversation ?? null,
      ids: JSON.stringify(event.ids ?? {}),
      salt: random.bytes(16),
    }),
  )
}
