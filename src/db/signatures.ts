import { sql } from 'kysely'
import type { Conversation } from '../domain/conversation.ts'
import { meIn } from '../domain/conversation.ts'
import type { Locked } from '../domain/next-step.ts'
import type { Answers, Choice, Signing } from '../domain/record/signing.ts'
import type { Random } from '../random.ts'
import type { Keys, Reader } from '../trust/keys.ts'
import { closingDaysOf } from './closed-weeks.ts'
import { ofTalk } from './of-talk.ts'
import { list, q, run, type Tx } from './query.ts'
import type { Place } from './records.ts'
import { getShelf, getShelves, unsealed } from './shelves.ts'

type Me = { organisation: string; person: string }

/** What one party answered to the text, and when. The remark is as its author left it. */
export type Signature = { person: string; choice: Choice; at: Date; remark: string | undefined }

const cell = (conversation: string, person: string, version: number) => ({
  table: 'signature',
  column: 'remark_sealed',
  row: `${conversation}/${person}`,
  version,
})

/** The answers to one version of the text, the first one first. */
export async function listSignatures(
  tx: Tx,
  keys: Keys,
  reader: Reader,
  { organisation, id }: Place,
  version: number,
): Promise<Signature[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('signature')
      .selectAll()
      .where('organisation_id', '=', organisation)
      .where('conversation_id', '=', id)
      .where('record_version', '=', version)
      .orderBy('at'),
  )
  const shelves = await getShelves(tx, keys, reader, organisation, id)
  return rows.map(row => {
    const key = shelves.get(row.shelf_id ?? '')?.key
    const remark = row.remark_sealed && key?.read(cell(id, row.person_id, version), row.remark_sealed)
    return {
      person: row.person_id,
      choice: row.choice,
      at: row.at,
      remark: remark ? unsealed(remark) : undefined,
    }
  })
}

/** The version of the text that counts, and who has answered it; no word of either is opened. */
export async function listAnswered(tx: Tx, talk: Conversation): Promise<string[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('record as r')
      .leftJoin('signature as s', join =>
        join
          .onRef('s.organisation_id', '=', 'r.organisation_id')
          .onRef('s.conversation_id', '=', 'r.conversation_id')
          .onRef('s.record_version', '=', 'r.version'),
      )
      .select(['r.version', 's.person_id as person'])
      .where('r.organisation_id', '=', talk.organisation)
      .where('r.conversation_id', '=', talk.id)
      .where('r.voided_at', 'is', null)
      .orderBy('s.person_id'),
  )
  return rows.map(({ version, person }) => `${version}:${person ?? ''}`)
}

type LockedRow = {
  id: string
  version: number
  frozenAt: Date
  signatures: Pick<Signature, 'person' | 'choice'>[]
}

const lockedOf = (me: Me, talks: readonly Conversation[]) =>
  sql<LockedRow>`select r.conversation_id as id, r.version, r.frozen_at as "frozenAt",
      coalesce(jsonb_agg(jsonb_build_object('person', s.person_id, 'choice', s.choice))
        filter (where s.person_id is not null), '[]') as signatures
    from record r left join signature s
      on (s.organisation_id, s.conversation_id, s.record_version) = (r.organisation_id, r.conversation_id, r.version)
    where r.organisation_id = ${me.organisation} and r.conversation_id = any(${talks.map(({ id }) => id)}::uuid[])
      and r.voided_at is null
    group by r.conversation_id, r.version, r.frozen_at`

/** By conversation id the texts that wait for answers; no word of any is opened. */
export async function getLocked(
  tx: Tx,
  me: Me,
  talks: readonly Conversation[],
): Promise<Map<string, Locked>> {
  const closing = new Map(talks.filter(({ status }) => status === 'closing').map(talk => [talk.id, talk]))
  const locked = new Map<string, Locked>()
  if (closing.size === 0) return locked
  for (const { id, version, frozenAt, signatures } of await list(tx, lockedOf(me, [...closing.values()]))) {
    const talk = closing.get(id)
    if (!talk) continue
    const days = await closingDaysOf(tx, talk, frozenAt)
    locked.set(id, { version, answers: answersOf(talk, signatures), days })
  }
  return locked
}

/** Who of the two answered what. */
export function answersOf(
  talk: Conversation,
  signatures: readonly Pick<Signature, 'person' | 'choice'>[],
): Answers {
  const choiceOf = (person: string) => signatures.find(each => each.person === person)?.choice
  const [host, participant] = [choiceOf(talk.host.id), choiceOf(talk.participant.id)]
  return { ...(host && { host }), ...(participant && { participant }) }
}

/** Writes my own answer; the policies let nobody write another's. */
export async function addSignature(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  version: number,
  { choice, remark }: Signing,
  now: Date,
): Promise<void> {
  const me = meIn(talk).id
  const shelf = await getShelf(tx, keys, random, {
    organisation: talk.organisation,
    conversation: talk.id,
    scope: 'plan',
  })
  await run(
    tx,
    q.insertInto('signature').values({
      ...ofTalk(talk),
      record_version: version,
      person_id: me,
      choice,
      at: now,
      shelf_id: remark === null ? null : shelf.id,
      remark_sealed: remark === null ? null : shelf.key.seal(cell(talk.id, me, version), remark),
    }),
  )
}
