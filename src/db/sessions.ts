import { sql } from 'kysely'
import { idleMinutes, sessionLife } from '../domain/door.ts'
import type { Language } from '../words/words.ts'
import { find, q, run, type Tx } from './query.ts'

export type Session = {
  organisation: string
  person: string
  device: 'shared' | 'own'
  freshCodeAt: Date
  seenAt: Date
  language: Language
  /** A shared computer because somebody else has signed in with this browser. */
  fell: boolean
  /** By a PIN that a slip gave: text from before this is not there (walls §4). */
  textsFrom: Date | null
  /** And conversations from before this are locked. */
  talksFrom: Date | null
}

/**
 * The session this transaction was proved with, alive and of somebody who has a post or a duty today. It is the same
 * question the policies ask: who has none is nobody here, and meets the door again.
 */
export async function findSession(tx: Tx, tokenHash: Uint8Array): Promise<Session | undefined> {
  return find(
    tx,
    sql<Session>`select s.organisation_id as organisation, s.person_id as person, s.device, s.fresh_code_at as "freshCodeAt",
        s.seen_at as "seenAt", s.fell, s.texts_from as "textsFrom", s.talks_from as "talksFrom", p.language
      from app.viewer() v
      join session s on (s.organisation_id, s.person_id) = (v.organisation_id, v.person_id) and s.token_hash = ${tokenHash}
      join person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)`,
  )
}

export type NewSession = {
  tokenHash: Uint8Array
  organisation: string
  person: string
  device: 'shared' | 'own'
  fell?: boolean
  textsFrom?: Date
  talksFrom?: Date | null
}

export async function addSession(tx: Tx, session: NewSession, now: Date): Promise<void> {
  await run(
    tx,
    q.insertInto('session').values({
      token_hash: session.tokenHash,
      organisation_id: session.organisation,
      person_id: session.person,
      device: session.device,
      strength: 1,
      made_at: now,
      seen_at: now,
      fresh_code_at: now,
      idle: `${idleMinutes[session.device]} minutes`,
      ends_at: new Date(now.getTime() + sessionLife),
      fell: session.fell ?? false,
      texts_from: session.textsFrom ?? null,
      talks_from: session.talksFrom ?? null,
    }),
  )
}

/**
 * A fresh code has been given: the session goes on under a new token, and the old one is worth nothing from here on.
 * False when the old one was no longer alive, for instance because the same form was sent twice.
 */
export async function renewSession(
  tx: Tx,
  oldHash: Uint8Array,
  newHash: Uint8Array,
  now: Date,
): Promise<boolean> {
  const renewed = await run(
    tx,
    sql`update session set token_hash = ${newHash}, fresh_code_at = ${now}, seen_at = ${now}
      where token_hash = ${oldHash} and ends_at > ${now} and seen_at + idle > ${now}`,
  )
  return renewed === 1
}

/** Together with the reading log the only write a GET may make (walls §5). */
export async function touchSession(tx: Tx, tokenHash: Uint8Array, now: Date): Promise<void> {
  await run(tx, q.updateTable('session').set({ seen_at: now }).where('token_hash', '=', tokenHash))
}

export async function endSession(tx: Tx, tokenHash: Uint8Array): Promise<void> {
  await run(tx, q.deleteFrom('session').where('token_hash', '=', tokenHash))
}
