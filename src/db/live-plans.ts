import { sql } from 'kysely'
import * as z from 'zod'
import { type Conversation, meIn } from '../domain/conversation.ts'
import type { LocalDate } from '../domain/day.ts'
import {
  type About,
  type LivePlan,
  livePoints,
  type Mark,
  type MarkWish,
  pointStates,
} from '../domain/plan-life.ts'
import type { PlanPart } from '../domain/record.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { verifies } from '../trust/verification.ts'
import { readPlan } from './frozen.ts'
import { ofTalk } from './of-talk.ts'
import { list, q, run, type Tx } from './query.ts'
import { getShelf, SealBroken, type Shelf, shelvesOf, unsealed } from './shelves.ts'

// Closed plans with what has become of their points. Many at once cost three queries: a host's promises stand in as many
// plans as there are people.

const stored = z.object({ state: z.enum(pointStates) })

type RecordRow = {
  conversation: string
  version: number
  sealed: Uint8Array
  planHash: Uint8Array
  talkHash: Uint8Array
  fingerprint: Uint8Array
}
type MarkRow = {
  conversation: string
  record: number
  point: number
  about: About
  version: number
  sealed: Uint8Array
  by: string
  on: LocalDate
}

/** The plans of these talks that still can be read. One whose text was altered throws {@link SealBroken}. */
export async function listLivePlans(tx: Tx, keys: Keys, talks: readonly Conversation[]): Promise<LivePlan[]> {
  const [first] = talks
  if (!first) return []
  const ids = talks.map(({ id }) => id)
  const shelves = await shelvesOf(tx, keys, first.organisation, ids, 'plan')
  const records = await list(tx, recordsOf(first.organisation, ids))
  const marks = await list(tx, marksOf(first.organisation, ids))
  return talks.flatMap(talk => {
    const shelf = shelves.get(talk.id)
    const record = records.find(({ conversation }) => conversation === talk.id)
    if (!shelf || !record) return []
    const plan = opened(shelf, record)
    const own = marks.filter(each => each.conversation === talk.id && each.record === record.version)
    return [{ talk, version: record.version, plan, points: livePoints(plan, own.map(read(shelf))) }]
  })
}

/** One talk's plan; none before it is closed, and none after its shelf was destroyed. */
export async function findLivePlan(tx: Tx, keys: Keys, talk: Conversation): Promise<LivePlan | undefined> {
  return (await listLivePlans(tx, keys, [talk]))[0]
}

const recordsOf = (organisation: string, ids: readonly string[]) =>
  sql<RecordRow>`select distinct on (conversation_id) conversation_id as conversation, version, plan_sealed as sealed,
      plan_hash as "planHash", talk_hash as "talkHash", fingerprint
    from record where organisation_id = ${organisation} and conversation_id = any(${[...ids]}::uuid[])
      and voided_at is null order by conversation_id, version desc`

const marksOf = (organisation: string, ids: readonly string[]) =>
  sql<MarkRow>`select conversation_id as conversation, record_version as record, point, about, version, sealed,
      marked_by as by, marked_on as on
    from point_mark where organisation_id = ${organisation} and conversation_id = any(${[...ids]}::uuid[])`

function opened(shelf: Shelf, { conversation, version, sealed, ...kept }: RecordRow): PlanPart {
  const cell = { table: 'record', column: 'plan_sealed', row: conversation, version }
  const planText = unsealed(shelf.key.read(cell, sealed))
  if (!verifies({ talkText: undefined, planText, ...kept })) throw new SealBroken('record-altered')
  return readPlan(planText)
}

const read =
  (shelf: Shelf) =>
  ({ conversation, record, point, about, version, sealed, by, on }: MarkRow): Mark => {
    const text = unsealed(shelf.key.read(cellOf(conversation, record, point, about, version), sealed))
    return { point, about, ...stored.parse(JSON.parse(text)), by, on, version }
  }

const cellOf = (conversation: string, record: number, point: number, about: About, version: number) => ({
  table: 'point_mark',
  column: 'sealed',
  row: `${conversation}/${record}/${point}/${about}`,
  version,
})

const marked = ['organisation_id', 'conversation_id', 'record_version', 'point', 'about'] as const

type Place = { point: number; about: About }

/** Writes a mark in my name and with today's date; the policies let nobody mark for another. */
export async function writeMark(
  tx: Tx,
  keys: Keys,
  random: Random,
  { talk, version: record }: LivePlan,
  { point, about }: Place,
  { state, version }: MarkWish,
  on: LocalDate,
): Promise<void> {
  const wanted = { organisation: talk.organisation, conversation: talk.id, scope: 'plan' as const }
  const shelf = await getShelf(tx, keys, random, wanted)
  const sealed = shelf.key.seal(cellOf(talk.id, record, point, about, version), JSON.stringify({ state }))
  const written = { version, sealed, marked_by: meIn(talk).id, marked_on: on }
  const row = { ...ofTalk(talk), record_version: record, point, about, shelf_id: shelf.id, ...written }
  await run(
    tx,
    q
      .insertInto('point_mark')
      .values(row)
      .onConflict(oc => oc.columns(marked).doUpdateSet(written)),
  )
}

/** T24: this talk's closing ends the one before. */
export async function endEarlier(tx: Tx, talk: Conversation): Promise<void> {
  await run(tx, sql`select app.end_earlier(${talk.id}::uuid)`)
}
