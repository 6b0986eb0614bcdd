import { sql } from 'kysely'
import * as z from 'zod'
import { scores } from '../domain/answer.ts'
import { type Conversation, meIn } from '../domain/conversation.ts'
import { type Draft, type Kept, keep, type Typed } from '../domain/draft.ts'
import { preparationOpen } from '../domain/lifecycle.ts'
import type { Preparation } from '../domain/preparation.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { find, list, q, run, type Tx } from './query.ts'
import { getShelf, type Shelf, unlessDestroyed, unsealed } from './shelves.ts'

// One's own preparation: a row a question, sealed under the own shelf. No policy lets anybody else see a row of it.

/** My preparation as it is on disk. */
export type OwnPreparation = Omit<Preparation, 'written'> & {
  written: ReadonlyMap<string, Draft>
  begun: boolean
  /** It was written, and deleted on its day. */
  gone: boolean
  lastStep: string | undefined
  lastSavedAt: Date | undefined
  sharedAt: Date | undefined
}

const answer = z.object({
  score: z.union(scores.map(score => z.literal(score))).nullable(),
  keywords: z.string(),
  note: z.string(),
})
const stored = z.object({
  answer,
  source: z.object({ page: z.string(), turn: z.number() }),
  others: z.array(z.object({ answer, at: z.string(), page: z.string() })),
})

const ownShelf = (tx: Tx, keys: Keys, random: Random, talk: Conversation): Promise<Shelf> =>
  getShelf(tx, keys, random, {
    organisation: talk.organisation,
    conversation: talk.id,
    scope: 'own',
    person: meIn(talk).id,
  })

const mine = (talk: Conversation) => ({
  ...ofTalk(talk),
  person_id: meIn(talk).id,
})

const cell = (talk: Conversation, question: string, version: number) => ({
  table: 'answer',
  column: 'sealed',
  row: `${talk.id}/${meIn(talk).id}/${question}`,
  version,
})

type AnswerRow = { question: string; version: number; sealed: Uint8Array }

/** My preparation, opened; of `questions` alone when they are named. */
export async function getPreparation(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  questions?: readonly string[],
): Promise<OwnPreparation> {
  const row = await find(
    tx,
    q
      .selectFrom('preparation')
      .selectAll()
      .where(eb => eb.and(mine(talk))),
  )
  const read = async () => listDrafts(tx, await ownShelf(tx, keys, random, talk), talk, questions)
  // While it can be written, a shelf that can keep nothing is told at once, before anything is typed.
  const readOrGone = preparationOpen(talk.status) ? read : () => unlessDestroyed(read)
  const drafts = row ? await readOrGone() : new Map<string, Draft>()
  return {
    written: drafts ?? new Map(),
    gone: drafts === undefined,
    finishedSteps: row?.finished_steps ?? [],
    begun: row !== undefined,
    lastStep: row?.last_step ?? undefined,
    lastSavedAt: row?.last_saved_at ?? undefined,
    sharedAt: row?.shared_at ?? undefined,
  }
}

async function listDrafts(tx: Tx, shelf: Shelf, talk: Conversation, questions?: readonly string[]) {
  const some = questions === undefined ? sql`` : sql`and question = any(${[...questions]})`
  const rows = await list(
    tx,
    sql<AnswerRow>`select question, version, sealed from answer where organisation_id = ${talk.organisation}
      and conversation_id = ${talk.id} and person_id = ${meIn(talk).id} ${some}`,
  )
  return new Map(rows.map(row => [row.question, opened(shelf, talk, row)]))
}

function opened(shelf: Shelf, talk: Conversation, { question, version, sealed }: AnswerRow): Draft {
  const text = unsealed(shelf.key.read(cell(talk, question, version), sealed))
  return { ...stored.parse(JSON.parse(text)), version }
}

/** What became of each question, and when there was a save before this one. */
export type Saved = { kept: Map<string, Kept>; lastSavedAt: Date | undefined }

/** A save of some of a step's questions, each with the version its page had. The step is where one goes on. */
export async function saveAnswers(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  { step, typed }: { step: string; typed: ReadonlyMap<string, Typed> },
  now: Date,
): Promise<Saved> {
  const shelf = await ownShelf(tx, keys, random, talk)
  const lastSavedAt = await lockPreparation(tx, talk, now, step)
  const drafts = await listDrafts(tx, shelf, talk, [...typed.keys()])
  const kept = new Map<string, Kept>()
  for (const [question, each] of typed) {
    const before = drafts.get(question)
    const decided = keep(before, each, now.toISOString())
    kept.set(question, decided)
    if (decided.outcome !== 'same' && decided.draft !== before)
      await writeDraft(tx, shelf, talk, question, decided.draft, now)
  }
  return { kept, lastSavedAt }
}

/** The preparation's row is the lock: two saves of one person at once are one after the other. The time of the one before. */
export async function lockPreparation(
  tx: Tx,
  talk: Conversation,
  now: Date,
  step: string | null = null,
): Promise<Date | undefined> {
  const { organisation_id, conversation_id, person_id } = mine(talk)
  const row = await find(
    tx,
    sql<{ before: Date | null }>`with earlier as (select last_saved_at from preparation
        where organisation_id = ${organisation_id} and conversation_id = ${conversation_id} and person_id = ${person_id})
      insert into preparation (organisation_id, conversation_id, person_id, begun_at, last_saved_at, last_step)
      values (${organisation_id}, ${conversation_id}, ${person_id}, ${now}, ${now}, ${step})
      on conflict (organisation_id, conversation_id, person_id)
        do update set last_saved_at = ${now}, last_step = coalesce(${step}, preparation.last_step)
      returning (select last_saved_at from earlier) as before`,
  )
  return row?.before ?? undefined
}

async function writeDraft(
  tx: Tx,
  shelf: Shelf,
  talk: Conversation,
  question: string,
  draft: Draft,
  now: Date,
) {
  const { version, ...text } = draft
  const sealed = shelf.key.seal(cell(talk, question, version), JSON.stringify(text))
  const row = { ...mine(talk), question, shelf_id: shelf.id, version, sealed, saved_at: now }
  const key = ['organisation_id', 'conversation_id', 'person_id', 'question'] as const
  const insert = q.insertInto('answer').values(row)
  await run(
    tx,
    insert.onConflict(oc => oc.columns(key).doUpdateSet({ version, sealed, saved_at: now })),
  )
}

/** Where I am and which steps I am done with. */
export async function markSteps(
  tx: Tx,
  talk: Conversation,
  change: { finishedSteps: readonly string[]; lastStep: string },
  now: Date,
): Promise<void> {
  await lockPreparation(tx, talk, now)
  await run(
    tx,
    q
      .updateTable('preparation')
      .set({ finished_steps: [...change.finishedSteps], last_step: change.lastStep })
      .where(eb => eb.and(mine(talk))),
  )
}

/** Remembers when I shared, or that I took it all back: the other party sees ready or not ready. */
export async function markShared(tx: Tx, talk: Conversation, at: Date | null): Promise<void> {
  await run(
    tx,
    q
      .updateTable('preparation')
      .set({ shared_at: at })
      .where(eb => eb.and(mine(talk))),
  )
}
