// A house with so many conversations, on the database that comes with the system, under a clock that can be moved. What is
// written is remembered outside the database, so that it can be asked for again.

import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { MovableClock } from '../../../src/clock.ts'
import { type Proof, transaction } from '../../../src/db/database.ts'
import { addSession } from '../../../src/db/sessions.ts'
import { findShelf, getShelf, unlessDestroyed, unsealed } from '../../../src/db/shelves.ts'
import type { Env } from '../../../src/env.ts'
import { type Opened, open } from '../../../src/opening.ts'
import { systemRandom } from '../../../src/random.ts'
import { newToken, tokenHash } from '../../../src/trust/codes.ts'

/** One conversation and who prepares for it. */
export type Talk = { organisation: string; id: string; person: string }
/** What a writer was told is kept. */
export type Kept = { talk: Talk; question: string; keywords: string }

export type DrillHouse = { opened: Opened; owner: Client; clock: MovableClock }

export async function openHouse(env: Env, checkout: string, clock: MovableClock): Promise<DrillHouse> {
  const opened = await open({ env, checkout, clock, random: systemRandom, say: () => {} })
  const owner = new Client(opened.ground.owner)
  owner.on('error', () => {})
  await owner.connect()
  return { opened, owner, clock }
}

export async function closeHouse({ opened, owner }: DrillHouse): Promise<void> {
  await owner.end()
  await opened.close()
}

/** The database's time goes on with everybody's. */
export async function moveOn({ owner, clock }: DrillHouse, hours: number): Promise<void> {
  clock.moveTo(new Date(clock.now().getTime() + hours * 3_600_000))
  await owner.query('update installation set clock_offset = make_interval(secs => $1)', [
    clock.offset() / 1000,
  ])
}

/** An organisation with so many conversations, each of its own person. */
export async function addTalks({ owner }: DrillHouse, count: number): Promise<Talk[]> {
  const organisation = randomUUID()
  const talks = Array.from({ length: count }, () => ({
    organisation,
    id: randomUUID(),
    person: randomUUID(),
  }))
  const ids = [organisation, talks.map(talk => talk.id), talks.map(talk => talk.person)]
  await owner.query(
    `insert into organisation (organisation_id, name, made_at) values ($1, 'Øvelsen', now())`,
    [organisation],
  )
  await owner.query(`insert into concept values ($1, $1, 'Øvelsens', 1, '{}', now())`, [organisation])
  await owner.query(`insert into unit (organisation_id, id, name) values ($1, $1, 'Kløver\tvangen\\')`, [
    organisation,
  ])
  await owner.query(
    `insert into person (organisation_id, id, number, name) select $1, p, p::text, 'Æ ' || p from unnest($2::uuid[], $3::uuid[]) t(c, p)`,
    ids,
  )
  await owner.query(
    `insert into post (organisation_id, id, person_id, unit_id, title, starts_on) select $1, p, p, $1, 'Pædagog', '2020-01-01' from unnest($2::uuid[], $3::uuid[]) t(c, p)`,
    ids,
  )
  await owner.query(
    `insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes, invited_at) select $1, c, 'mus', $1, $1, 'invited', 60, now() from unnest($2::uuid[], $3::uuid[]) t(c, p)`,
    ids,
  )
  await owner.query(
    `insert into party (organisation_id, conversation_id, person_id, role, post_id, starts_on) select $1, c, p, 'participant', p, '2020-01-01' from unnest($2::uuid[], $3::uuid[]) t(c, p)`,
    ids,
  )
  return talks
}

/** Signs the talk's person in. */
export async function signedIn({ opened: { deps } }: DrillHouse, talk: Talk): Promise<Proof> {
  const session = newToken(systemRandom)
  const { organisation, person } = talk
  const row = { tokenHash: tokenHash(session), organisation, person, device: 'own' as const }
  await transaction(deps.db.door, {}, tx => addSession(tx, row, deps.clock.now()))
  return { session }
}

const cell = (question: string) => ({ table: 'answer', column: 'sealed', row: question, version: 1 })
const ownShelf = ({ organisation, id, person }: Talk) =>
  ({ organisation, conversation: id, scope: 'own', person }) as const

/** Writes an answer under its writer's own seal; it is kept when this returns. */
export async function write({ opened }: DrillHouse, proof: Proof, { talk, question, keywords }: Kept) {
  const { db, keys, clock } = opened.deps
  await transaction(db.party, proof, async tx => {
    const shelf = await getShelf(tx, keys, systemRandom, ownShelf(talk))
    const sealed = shelf.key.seal(cell(question), keywords)
    await tx.query(
      `insert into answer (organisation_id, conversation_id, person_id, question, shelf_id, version, sealed, saved_at)
        values ($1, $2, $3, $4, $5, 1, $6, $7)`,
      [talk.organisation, talk.id, talk.person, question, shelf.id, sealed, clock.now()],
    )
  })
}

/** What its person can open of a talk's answers, by question; undefined when the shelf was destroyed. */
export async function read({ opened: { deps } }: DrillHouse, proof: Proof, talk: Talk) {
  return transaction(deps.db.party, proof, tx =>
    unlessDestroyed(async () => {
      const shelf = await findShelf(tx, deps.keys, 'pages', ownShelf(talk))
      const { rows } = await tx.query<{ question: string; sealed: Uint8Array }>(
        'select question, sealed from answer where organisation_id = $1 and conversation_id = $2',
        [talk.organisation, talk.id],
      )
      return new Map(
        rows.flatMap(({ question, sealed }) =>
          shelf ? [[question, unsealed(shelf.key.read(cell(question), sealed))] as const] : [],
        ),
      )
    }),
  )
}
