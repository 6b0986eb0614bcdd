import { sql } from 'kysely'
import type { Concept } from '../domain/concept.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { Random } from '../random.ts'
import { list, q, run, type Tx } from './query.ts'
import { save } from './save.ts'

export type NewOrganisation = {
  id: string
  name: string
  /** The language of its letters, and of those whose row says none. */
  language: 'da' | 'en'
  concept: Concept
  organisation: Organisation
  /** The person who made it. */
  administrator: string
}

/**
 * Writes a whole organisation, its concept as published, and who made it; in one transaction of the office role, so it
 * is all there or not at all.
 */
export async function addOrganisation(
  tx: Tx,
  random: Random,
  made: NewOrganisation,
  now: Date,
): Promise<void> {
  const conceptId = random.shownId()
  await addHead(tx, made, conceptId, now)
  await addConcept(tx, made, conceptId, now)
  await addUnits(tx, made)
  await addPeople(tx, made)
  await addPosts(tx, made)
  await addDuties(tx, made)
  await addHostings(tx, made)
  const event = { what: 'organisation-made', ids: { concept: conceptId } }
  await save(tx, random, { organisation: made.id, actor: made.administrator, at: now, events: [event] })
}

const addHead = (tx: Tx, { id, name, language }: NewOrganisation, concept: string, now: Date) =>
  run(
    tx,
    q
      .insertInto('organisation')
      .values({ organisation_id: id, name, language, concept_id: concept, made_at: now }),
  )

const addConcept = (tx: Tx, { id, concept }: NewOrganisation, conceptId: string, now: Date) =>
  run(
    tx,
    q.insertInto('concept').values({
      organisation_id: id,
      id: conceptId,
      name: concept.name,
      version: concept.version,
      body: JSON.stringify(concept),
      published_at: now,
    }),
  )

// Rows of a kind go in as one statement with one parameter, whatever their number: the server plans it once.

const addUnits = (tx: Tx, { id, organisation }: NewOrganisation) =>
  run(
    tx,
    sql`insert into unit (organisation_id, id, parent_id, name)
      select ${id}::uuid, r.id, r.parent, r.name
      from jsonb_to_recordset(${json(organisation.units)}::jsonb) as r (id uuid, parent uuid, name text)`,
  )

const addPeople = (tx: Tx, { id, organisation }: NewOrganisation) =>
  run(
    tx,
    sql`insert into person (organisation_id, id, number, name, address, language)
      select ${id}::uuid, r.id, r.number, r.name, r.address, r.language
      from jsonb_to_recordset(${json(organisation.people)}::jsonb)
        as r (id uuid, number text, name text, address text, language text)`,
  )

const addPosts = (tx: Tx, { id, organisation }: NewOrganisation) =>
  run(
    tx,
    sql`insert into post (organisation_id, id, person_id, unit_id, title, team, staff_group, starts_on, ends_on)
      select ${id}::uuid, r.id, r.person, r.unit, r.title, r.team, r."staffGroup", r."startsOn", r."endsOn"
      from jsonb_to_recordset(${json(organisation.posts)}::jsonb)
        as r (id uuid, person uuid, unit uuid, title text, team text, "staffGroup" text, "startsOn" date, "endsOn" date)`,
  )

const addDuties = (tx: Tx, { id, organisation }: NewOrganisation) =>
  run(
    tx,
    sql`insert into duty (organisation_id, id, person_id, unit_id, duty, starts_on, ends_on)
      select ${id}::uuid, r.id, r.person, r.unit, r.duty, r."startsOn", r."endsOn"
      from jsonb_to_recordset(${json(organisation.duties)}::jsonb)
        as r (id uuid, person uuid, unit uuid, duty text, "startsOn" date, "endsOn" date)`,
  )

const addHostings = (tx: Tx, { id, organisation }: NewOrganisation) =>
  run(
    tx,
    sql`insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on, ends_on)
      select ${id}::uuid, r."participantPost", r."hostPost", r."startsOn", r."endsOn"
      from jsonb_to_recordset(${json(organisation.hostings)}::jsonb)
        as r ("participantPost" uuid, "hostPost" uuid, "startsOn" date, "endsOn" date)`,
  )

const json = (rows: readonly unknown[]) => JSON.stringify(rows)

/**
 * Those of the addresses that people of other organisations in this installation sign in with: two who carry one would
 * both be shut out (walls §4). The office sees no row of theirs, so the database answers this one question.
 */
export async function listTakenAddresses(tx: Tx, asked: readonly string[]): Promise<string[]> {
  const rows = await list(
    tx,
    sql<{ address: string }>`select t as address from app.taken_addresses(${asked}::text[]) t`,
  )
  return rows.map(row => row.address)
}
