import { randomUUID } from 'node:crypto'
import { transaction } from '../../src/db/database.ts'
import { addSession } from '../../src/db/sessions.ts'
import type { DutyName } from '../../src/domain/organisation.ts'
import { loadConcepts } from '../../src/outside/concept-file.ts'
import { systemRandom } from '../../src/random.ts'
import { newToken, tokenHash } from '../../src/trust/codes.ts'
import type { TestServer } from './ground.ts'
import { type House, type MailSettings, morning, openHouse } from './house.ts'
import { createVisitor, type Visitor } from './visitor.ts'

// Lyngsø Kommune, in which the tests' people work. Anders is the chief, Lone leads Kløvervangen, Karim leads Engvejen.
// Birthe works in Kløvervangen and hosts nobody. Another organisation, Fjordby, has its own Eva and Poul.

export type Name = 'anders' | 'lone' | 'karim' | 'birthe' | 'eva' | 'poul'
export type Seat = { person: string; post: string; address: string }
export type World<N extends string = Name, S extends Known = Seat> = House & {
  organisation: string
  other: string
  people: Record<N, S>
  /** A browser where this person is signed in already. The way through the door has its own tests. */
  as(name: N): Promise<Visitor>
}
/** What the door needs to know of somebody. */
export type Known = Pick<Seat, 'person' | 'address'>

export async function openWorld(
  start: Date = morning,
  given?: TestServer,
  post?: MailSettings,
): Promise<World> {
  const house = await openHouse(start, given, post)
  const lyngso = await makeOrganisation(house, 'Lyngsø Kommune', ['Børn og unge', 'Kløvervangen', 'Engvejen'])
  const fjordby = await makeOrganisation(house, 'Fjordby Kommune', ['Skoler'])
  const seat = (name: string, org: Organisation, unit: string, title: string) =>
    addPerson(house, org, name, unit, title)
  const people = {
    anders: await seat('Anders Kjær', lyngso, 'Børn og unge', 'Dagtilbudschef'),
    lone: await seat('Lone Bach Holm', lyngso, 'Kløvervangen', 'Daglig leder'),
    karim: await seat('Karim Aydin', lyngso, 'Engvejen', 'Daglig leder'),
    birthe: await seat('Birthe Sand', lyngso, 'Kløvervangen', 'Pædagog'),
    eva: await seat('Eva Fjord', fjordby, 'Skoler', 'Skolechef'),
    poul: await seat('Poul Nør', fjordby, 'Skoler', 'Skoleleder'),
  }
  await addHosting(house, lyngso, people.anders, people.lone)
  await addHosting(house, lyngso, people.anders, people.karim)
  await addHosting(house, lyngso, people.lone, people.birthe)
  await addHosting(house, fjordby, people.eva, people.poul)
  return {
    ...house,
    organisation: lyngso.id,
    other: fjordby.id,
    people,
    as: name => signIn(house, name === 'eva' || name === 'poul' ? fjordby.id : lyngso.id, people[name]),
  }
}

let read: ReturnType<typeof readConcepts> | undefined
const concepts = () => {
  read ??= readConcepts()
  return read
}

async function readConcepts() {
  const loaded = await loadConcepts('concepts')
  if (loaded.faults.length > 0) throw new Error('concepts/ does not load')
  return loaded.concepts
}

export type Organisation = { id: string; units: Record<string, string> }

export async function makeOrganisation(
  { superuser, deps }: House,
  name: string,
  units: string[],
  conceptFile = 'ringkoebing-skjern-lus-2019',
): Promise<Organisation> {
  const id = randomUUID()
  const concept = (await concepts()).find(each => each.id === conceptFile)
  const conceptId = randomUUID()
  const now = deps.clock.now()
  await superuser.query('insert into organisation (organisation_id, name, made_at) values ($1, $2, $3)', [
    id,
    name,
    now,
  ])
  await superuser.query('insert into concept values ($1, $2, $3, 1, $4, $5)', [
    id,
    conceptId,
    name,
    concept,
    now,
  ])
  await superuser.query('update organisation set concept_id = $2 where organisation_id = $1', [id, conceptId])
  const made: Record<string, string> = {}
  for (const unit of units) {
    made[unit] = randomUUID()
    await superuser.query('insert into unit (organisation_id, id, name) values ($1, $2, $3)', [
      id,
      made[unit],
      unit,
    ])
  }
  return { id, units: made }
}

/** Somebody's number with their employer: of letters and figures, so that none happens to read like a date. */
export const numberOf = (person: string) => `m${person.slice(0, 8)}`

export async function addPerson(
  { superuser }: House,
  org: Organisation,
  name: string,
  unit: string,
  title: string,
): Promise<Seat> {
  const address = `${name.toLowerCase().split(' ')[0]}@lyngsoe.example`
  const seat = { person: randomUUID(), post: randomUUID(), address }
  await superuser.query(
    'insert into person (organisation_id, id, number, name, address) values ($1, $2, $3, $4, $5)',
    [org.id, seat.person, numberOf(seat.person), name, address],
  )
  await superuser.query(
    `insert into post (organisation_id, id, person_id, unit_id, title, starts_on) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [org.id, seat.post, seat.person, org.units[unit], title],
  )
  return seat
}

export async function addHosting({ superuser }: House, org: Organisation, host: Seat, led: Seat) {
  await superuser.query(
    `insert into hosting (organisation_id, participant_post_id, host_post_id, starts_on) values ($1, $2, $3, '2020-01-01')`,
    [org.id, led.post, host.post],
  )
}

/** A duty of the whole organisation, since long ago. */
export const giveDuty = (
  { superuser, organisation }: Pick<World, 'superuser' | 'organisation'>,
  { person }: Pick<Known, 'person'>,
  duty: DutyName,
) =>
  superuser.query(`insert into duty values ($1, gen_random_uuid(), $2, null, $3, '2020-01-01', null)`, [
    organisation,
    person,
    duty,
  ])

export async function signIn(house: House, organisation: string, { person }: Known): Promise<Visitor> {
  const visitor = createVisitor(house)
  const token = newToken(systemRandom)
  const session = { tokenHash: tokenHash(token), organisation, person, device: 'own' as const }
  await transaction(house.deps.db.door, {}, tx => addSession(tx, session, house.deps.clock.now()))
  visitor.cookies.set('__Host-medspil-session', token)
  return visitor
}
