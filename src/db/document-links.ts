import { sql } from 'kysely'
import * as z from 'zod'
import { type Conversation, meIn } from '../domain/conversation.ts'
import { openers, type SlotContent } from '../domain/documents.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { list, q, run, type Tx } from './query.ts'
import { getShelf, unsealed } from './shelves.ts'

// What stands in a talk's slots for papers: joint, and sealed under the talk's key like all that is typed in it.

const stored = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('link'),
    title: z.string(),
    link: z.string(),
    datedOn: z.string().nullable(),
    opens: z.enum(openers),
  }),
  z.object({ kind: z.literal('not-relevant') }),
]) satisfies z.ZodType<SlotContent>

export type FilledSlot = { content: SlotContent; version: number; savedAt: Date }

const cell = (talk: Conversation, slot: string, version: number) => ({
  table: 'document_link',
  column: 'sealed',
  row: `${talk.id}/${slot}`,
  version,
})

const shelfOf = (tx: Tx, keys: Keys, random: Random, { organisation, id }: Conversation) =>
  getShelf(tx, keys, random, { organisation, conversation: id, scope: 'talk' })

/** By slot; those that nobody has filled are not there. */
export async function getDocuments(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
): Promise<ReadonlyMap<string, FilledSlot>> {
  const all = q.selectFrom('document_link').where(eb => eb.and(ofTalk(talk)))
  const rows = await list(tx, all.select(['slot', 'version', 'sealed', 'saved_at']))
  if (rows.length === 0) return new Map()
  const { key } = await shelfOf(tx, keys, random, talk)
  return new Map(
    rows.map(({ slot, version, sealed, saved_at }) => {
      const text = unsealed(key.read(cell(talk, slot, version), sealed))
      return [slot, { content: stored.parse(JSON.parse(text)), version, savedAt: saved_at }]
    }),
  )
}

/** The slots filled before the slip that I came in by: what stands there is not mine to read, nor to write over. */
export async function listLockedSlots(tx: Tx, { id }: Conversation): Promise<string[]> {
  const rows = await list(tx, sql<{ slot: string }>`select slot from app.locked_papers(${id}::uuid) as slot`)
  return rows.map(({ slot }) => slot)
}

type Filling = { slot: string; seen: number; content: SlotContent }

/** Fills a slot over what was seen there; false when the other has filled it meanwhile. */
export async function fillSlot(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  { slot, seen, content }: Filling,
  now: Date,
): Promise<boolean> {
  const shelf = await shelfOf(tx, keys, random, talk)
  const version = seen + 1
  const sealed = shelf.key.seal(cell(talk, slot, version), JSON.stringify(content))
  const written = { version, sealed, saved_by: meIn(talk).id, saved_at: now }
  const place = { ...ofTalk(talk), slot }
  const add = q.insertInto('document_link').values({ ...place, shelf_id: shelf.id, ...written })
  const change = q.updateTable('document_link').set(written)
  const filled =
    seen === 0
      ? add.onConflict(oc => oc.doNothing())
      : change.where(eb => eb.and({ ...place, version: seen }))
  return (await run(tx, filled)) === 1
}
