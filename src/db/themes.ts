import { sql } from 'kysely'
import * as z from 'zod'
import { type Conversation, meIn, otherIn } from '../domain/conversation.ts'
import type { Chosen, Theme, Told } from '../domain/themes.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { find, get, list, q, run, type Tx } from './query.ts'
import { getShelf, unlessDestroyed, unsealed } from './shelves.ts'

// Chosen themes lie on their chooser's own shelf; sending makes a copy under the talk's key, addressed by name.

const stored = z.array(z.object({ id: z.string(), chip: z.string(), words: z.string() }))
const told = z.object({ themes: stored, hope: z.string() })

/** A theme for somebody's list, under an id that tells nothing of it: a chip of the concept, or own words. */
export const newTheme = (random: Random, theme: Partial<Pick<Theme, 'chip' | 'words'>>): Theme => ({
  chip: '',
  words: '',
  ...theme,
  id: `t-${Buffer.from(random.bytes(8)).toString('hex')}`,
})

/** My themes as they are on disk; version 0 before the first save. */
export type OwnThemes = { themes: Chosen; version: number }

/** What somebody has sent, and when. */
export type SentThemes = Told & { sentAt: Date }

const ownCell = (talk: Conversation, version: number) => ({
  table: 'own_themes',
  column: 'sealed',
  row: `${talk.id}/${meIn(talk).id}`,
  version,
})

const sentCell = (talk: Conversation, author: string, reader: string) => ({
  table: 'sent_themes',
  column: 'sealed',
  row: `${talk.id}/${author}/${reader}`,
  version: 1,
})

const ownShelf = (tx: Tx, keys: Keys, random: Random, talk: Conversation) =>
  getShelf(tx, keys, random, { ...place(talk), scope: 'own', person: meIn(talk).id })
const talkShelf = (tx: Tx, keys: Keys, random: Random, talk: Conversation) =>
  getShelf(tx, keys, random, { ...place(talk), scope: 'talk' })
const place = (talk: Conversation) => ({ organisation: talk.organisation, conversation: talk.id })

/** What I have chosen so far; nobody else can see it. */
export async function getMyThemes(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
): Promise<OwnThemes> {
  const row = await find(
    tx,
    q
      .selectFrom('own_themes')
      .select(['version', 'sealed'])
      .where(eb => eb.and({ ...ofTalk(talk), person_id: meIn(talk).id })),
  )
  if (!row) return { themes: [], version: 0 }
  const shelf = await unlessDestroyed(() => ownShelf(tx, keys, random, talk))
  if (!shelf) return { themes: [], version: row.version }
  const text = unsealed(shelf.key.read(ownCell(talk, row.version), row.sealed))
  return { themes: stored.parse(JSON.parse(text)), version: row.version }
}

/** Saves what I have chosen. Nobody but me writes here, and one who chooses presses one button at a time. */
export async function saveMyThemes(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  { themes, version }: OwnThemes,
  now: Date,
): Promise<void> {
  const shelf = await ownShelf(tx, keys, random, talk)
  const sealed = shelf.key.seal(ownCell(talk, version), JSON.stringify(themes))
  const row = {
    ...ofTalk(talk),
    person_id: meIn(talk).id,
    shelf_id: shelf.id,
    version,
    sealed,
    saved_at: now,
  }
  const insert = q.insertInto('own_themes').values(row)
  const key = ['organisation_id', 'conversation_id', 'person_id'] as const
  await run(
    tx,
    insert.onConflict(oc => oc.columns(key).doUpdateSet({ version, sealed, saved_at: now })),
  )
}

/** Makes exactly this readable for the other party; what was sent before is gone. */
export async function sendThemes(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  telling: Told,
  now: Date,
): Promise<void> {
  await takeBackThemes(tx, talk)
  const shelf = await talkShelf(tx, keys, random, talk)
  const [author, reader] = [meIn(talk).id, otherIn(talk).id]
  const sealed = shelf.key.seal(sentCell(talk, author, reader), JSON.stringify(telling))
  const copy = { author_id: author, reader_id: reader, shelf_id: shelf.id, version: 1, sealed, sent_at: now }
  await run(tx, q.insertInto('sent_themes').values({ ...ofTalk(talk), ...copy }))
}

export async function takeBackThemes(tx: Tx, talk: Conversation): Promise<void> {
  await run(
    tx,
    q
      .deleteFrom('sent_themes')
      .where(eb => eb.and(ofTalk(talk)))
      .where('author_id', '=', meIn(talk).id),
  )
}

/**
 * What each has sent, by who sent it: mine, and the other's where it was addressed to me. Nothing where the concept has
 * no themes.
 */
export async function getSentThemes(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
): Promise<ReadonlyMap<string, SentThemes>> {
  if (!talk.form.themes) return new Map()
  const sent = q.selectFrom('sent_themes').where(eb => eb.and(ofTalk(talk)))
  const rows = await list(tx, sent.select(['author_id', 'reader_id', 'sealed', 'sent_at']))
  if (rows.length === 0) return new Map()
  const shelf = await talkShelf(tx, keys, random, talk)
  return new Map(
    rows.map(({ author_id, reader_id, sealed, sent_at }) => {
      const text = unsealed(shelf.key.read(sentCell(talk, author_id, reader_id), sealed))
      return [author_id, { ...told.parse(JSON.parse(text)), sentAt: sent_at }]
    }),
  )
}

/** In how many of these talks I sent themes the last time I did, all at once. */
export async function countLastSent(tx: Tx, me: string, talks: readonly Conversation[]): Promise<number> {
  const found = sql<{ n: number }>`with mine as (select sent_at from sent_themes
      where author_id = ${me} and conversation_id = any(${talks.map(({ id }) => id)}::uuid[]))
    select count(*)::int as n from mine where sent_at = (select max(sent_at) from mine)`
  return (await get(tx, found)).n
}

/** Who has sent themes in which of my conversations. No text is opened. */
export async function getThemeSenders(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await list(tx, q.selectFrom('sent_themes').select(['conversation_id', 'author_id']))
  const senders = new Map<string, string[]>()
  for (const { conversation_id, author_id } of rows)
    senders.set(conversation_id, [...(senders.get(conversation_id) ?? []), author_id])
  return senders
}
