import { sql } from 'kysely'
import * as z from 'zod'
import { type SharedAnswer, scores } from '../domain/answer.ts'
import { type Conversation, meIn, otherIn } from '../domain/conversation.ts'
import type { LocalDate } from '../domain/day.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { get, list, q, run, type Tx } from './query.ts'
import { getShelf, unsealed } from './shelves.ts'

// Del makes copies under the talk's key, addressed to the other party by name; taking back deletes them (walls §3).

type Copy = { question: string; answer: SharedAnswer }

const sharedSchema = z.object({
  score: z.union(scores.map(score => z.literal(score))).nullable(),
  keywords: z.string(),
})

const talkShelf = (tx: Tx, keys: Keys, random: Random, talk: Conversation) =>
  getShelf(tx, keys, random, { organisation: talk.organisation, conversation: talk.id, scope: 'talk' })

// The reader is part of the place: a copy that is addressed anew in the database does not open.
const cell = (talk: Conversation, author: string, reader: string, question: string) => ({
  table: 'shared_answer',
  column: 'sealed',
  row: `${talk.id}/${author}/${reader}/${question}`,
  version: 1,
})

/** Makes exactly these copies readable for the other party; what was shared before and is not among them is gone. */
export async function shareAnswers(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  copies: readonly Copy[],
  now: Date,
): Promise<void> {
  await unshareAnswers(tx, talk)
  const shelf = await talkShelf(tx, keys, random, talk)
  const [author, reader] = [meIn(talk).id, otherIn(talk).id]
  for (const { question, answer } of copies) {
    const sealed = shelf.key.seal(cell(talk, author, reader, question), JSON.stringify(answer))
    await run(
      tx,
      q.insertInto('shared_answer').values({
        ...ofTalk(talk),
        author_id: author,
        reader_id: reader,
        question,
        shelf_id: shelf.id,
        version: 1,
        sealed,
        shared_at: now,
      }),
    )
  }
}

/** Takes every copy of mine back. */
export async function unshareAnswers(tx: Tx, talk: Conversation): Promise<number> {
  return run(
    tx,
    q
      .deleteFrom('shared_answer')
      .where(eb => eb.and(ofTalk(talk)))
      .where('author_id', '=', meIn(talk).id),
  )
}

/** What this author has shared that I may read, by question: mine as I shared it, the other's as it reached me. */
export async function getShared(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  author: string,
): Promise<Map<string, SharedAnswer>> {
  const copies = q.selectFrom('shared_answer').where(eb => eb.and({ ...ofTalk(talk), author_id: author }))
  const rows = await list(tx, copies.select(['reader_id', 'question', 'sealed']))
  if (rows.length === 0) return new Map()
  const shelf = await talkShelf(tx, keys, random, talk)
  const textOf = ({ reader_id, question, sealed }: (typeof rows)[number]) =>
    unsealed(shelf.key.read(cell(talk, author, reader_id, question), sealed))
  return new Map(rows.map(row => [row.question, sharedSchema.parse(JSON.parse(textOf(row)))]))
}

/** Which questions this author has shared answers to. No text is opened. */
export async function listSharedQuestions(tx: Tx, talk: Conversation, author: string): Promise<string[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('shared_answer')
      .select('question')
      .where('organisation_id', '=', talk.organisation)
      .where('conversation_id', '=', talk.id)
      .where('author_id', '=', author),
  )
  return rows.map(({ question }) => question)
}

/** From here to the end of this transaction shared answers are read as the other party reads them; it never commits. */
export async function readAsOther(tx: Tx, talk: Conversation): Promise<void> {
  await run(tx, sql`select app.preview(${talk.id}::uuid, ${otherIn(talk).id}::uuid)`)
}

/**
 * The reading log (walls §5): the opening of text another person wrote, once a day, in the transaction that opens it.
 * No row, no text.
 */
export async function logReading(
  tx: Tx,
  random: Random,
  talk: Conversation,
  what: 'preparation' | 'themes',
  on: LocalDate,
  now: Date,
): Promise<void> {
  await run(
    tx,
    q
      .insertInto('reading')
      .values({
        organisation_id: talk.organisation,
        id: random.id(now),
        conversation_id: talk.id,
        reader_id: meIn(talk).id,
        writer_id: otherIn(talk).id,
        what,
        read_on: on,
      })
      .onConflict(oc => oc.doNothing()),
  )
}

/** How many answers of this author the other party can read right now; mine when nobody is named. */
export async function countShared(tx: Tx, talk: Conversation, author = meIn(talk).id): Promise<number> {
  const row = await get(
    tx,
    sql<{
      count: number
    }>`select count(*)::int as count from shared_answer where organisation_id = ${talk.organisation}
      and conversation_id = ${talk.id} and author_id = ${author}`,
  )
  return row.count
}
