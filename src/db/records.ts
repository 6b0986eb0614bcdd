import { sql } from 'kysely'
import type { Concept } from '../domain/concept.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { PlanPart, RecordParts, TalkPart } from '../domain/record.ts'
import type { Random } from '../random.ts'
import { fingerprint, partHash, partText } from '../trust/fingerprint.ts'
import type { Keys, Reader } from '../trust/keys.ts'
import { verifies } from '../trust/verification.ts'
import { publishedConcept } from './concepts.ts'
import { readPlan, readTalk } from './frozen.ts'
import { ofTalk } from './of-talk.ts'
import { find, get, q, run, type Tx } from './query.ts'
import { getShelf, getShelves, SealBroken, type Shelf, unsealed } from './shelves.ts'
import type { Tables } from './tables.ts'

// The frozen text in its two sealed parts. A version is written once; a correction voids it and a later one follows.

/** Which conversation, for a party and for a job alike. */
export type Place = { organisation: string; id: string }

/** A part is undefined when its shelf has been destroyed. */
export type FrozenRecord = {
  version: number
  frozenAt: Date
  frozenBy: string
  talk: TalkPart | undefined
  plan: PlanPart | undefined
  fingerprint: Uint8Array
}

type Row = Tables['record']

/** The concept version the conversation is pinned to, whole: the record takes its name and title along. */
export async function getConcept(tx: Tx, { organisation, id }: Place): Promise<Concept> {
  const pinned = q
    .selectFrom('conversation')
    .select('concept_id')
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
  return publishedConcept(tx, organisation, (await get(tx, pinned)).concept_id)
}

/** Writes the next version; the caller holds the conversation. */
export async function freezeRecord(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  parts: RecordParts,
  now: Date,
): Promise<number> {
  const version = (await lastVersion(tx, talk)) + 1
  const [talkText, planText] = [partText({ ...parts.talk }, random), partText({ ...parts.plan }, random)]
  const shelfOf = (scope: 'talk' | 'plan') =>
    getShelf(tx, keys, random, { organisation: talk.organisation, conversation: talk.id, scope })
  const [talkShelf, planShelf] = [await shelfOf('talk'), await shelfOf('plan')]
  const [talkHash, planHash] = [partHash(talkText), partHash(planText)]
  const row: Row = {
    ...ofTalk(talk),
    version,
    frozen_at: now,
    frozen_by: talk[talk.role].id,
    talk_shelf_id: talkShelf.id,
    talk_sealed: talkShelf.key.seal(cell(talk.id, 'talk_sealed', version), talkText),
    talk_hash: talkHash,
    plan_shelf_id: planShelf.id,
    plan_sealed: planShelf.key.seal(cell(talk.id, 'plan_sealed', version), planText),
    plan_hash: planHash,
    fingerprint: fingerprint(talkHash, planHash),
    voided_at: null,
  }
  await run(tx, q.insertInto('record').values(row))
  return version
}

async function lastVersion(tx: Tx, { organisation, id }: Place): Promise<number> {
  const { last } = await get(
    tx,
    sql<{ last: number }>`select coalesce(max(version), 0)::int as last from record
      where organisation_id = ${organisation} and conversation_id = ${id}`,
  )
  return last
}

/** The text that counts: the newest version, unless it is being corrected. Throws when it is not what was frozen. */
export const findRecord = (tx: Tx, keys: Keys, reader: Reader, place: Place) =>
  newest(tx, keys, reader, place, 'is')

/** The version that was opened again last: what counted before this correction. */
export const findVoided = (tx: Tx, keys: Keys, place: Place) => newest(tx, keys, 'pages', place, 'is not')

async function newest(
  tx: Tx,
  keys: Keys,
  reader: Reader,
  { organisation, id }: Place,
  voided: 'is' | 'is not',
): Promise<FrozenRecord | undefined> {
  const row = await find(
    tx,
    q
      .selectFrom('record')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .where('conversation_id', '=', id)
      .where('voided_at', voided, null)
      .orderBy('version', 'desc')
      .limit(1),
  )
  return row && opened(row, await getShelves(tx, keys, reader, organisation, id))
}

function opened(row: Row, shelves: Map<string, Shelf>): FrozenRecord {
  const text = (part: 'talk' | 'plan') => {
    const shelf = shelves.get(row[`${part}_shelf_id`])
    const at = cell(row.conversation_id, `${part}_sealed`, row.version)
    return shelf && unsealed(shelf.key.read(at, row[`${part}_sealed`]))
  }
  const [talkText, planText] = [text('talk'), text('plan')]
  const kept = { talkText, talkHash: row.talk_hash, planText, planHash: row.plan_hash }
  if (!verifies({ ...kept, fingerprint: row.fingerprint })) throw new SealBroken('record-altered')
  return {
    version: row.version,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    talk: talkText === undefined ? undefined : readTalk(talkText),
    plan: planText === undefined ? undefined : readPlan(planText),
    fingerprint: row.fingerprint,
  }
}

/** T12: this version counts no longer, nor what was answered to it; both stay. */
export async function voidRecord(tx: Tx, talk: Conversation, version: number, now: Date): Promise<void> {
  await run(
    tx,
    q
      .updateTable('record')
      .set({ voided_at: now })
      .where(eb => eb.and(ofTalk(talk)))
      .where('version', '=', version),
  )
}

const cell = (conversation: string, column: 'talk_sealed' | 'plan_sealed', version: number) => ({
  table: 'record',
  column,
  row: conversation,
  version,
})
