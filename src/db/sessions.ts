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
}

/** A living session by its token's hash. The policies ask the same again in the database, where nothing can skip it. */
export async function findSession(tx: Tx, tokenHash: Uint8Array, now: Date): Promise<Session | undefined> {
  return find(
    tx,
    sql<Session>`select s.organisation_id as organisation, s.person_id as person, s.device, s.fresh_code_at as "freshCodeAt",
        s.seen_at as "seenAt", p.language
      from session s join person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      where s.token_hash = ${tokenHash} and s.ends_at > ${now} and s.seen_at + s.idle > ${now}`,
  )
}

export type NewSession = {
  tokenHash: Uint8Array
  organisation: string
  person: string
  device: 'shared' | 'own'
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
