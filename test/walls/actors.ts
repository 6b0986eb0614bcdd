import { randomUUID } from 'node:crypto'
import { type Seat, signIn, type World } from '../world/people.ts'
import { createVisitor, type Visitor } from '../world/visitor.ts'
import type { Thread } from './thread.ts'

// Everybody who might stand before the conversation between Anders and Lone, and what they are to it.

/** inside: one of the two. stranger: signed in, and there is no such page. outside: shown the door. */
export type Standing = 'inside' | 'stranger' | 'outside'

/** The hand-written table of who is what; each name is told below. */
export const standings = {
  host: 'inside',
  participant: 'inside',
  'host before, until yesterday': 'stranger',
  'host to be, from tomorrow': 'stranger',
  'host whose post ended today, with another post': 'stranger',
  'colleague in the same unit': 'stranger',
  'another leader of the same host': 'stranger',
  'employee of the participant': 'stranger',
  'administrator of the organisation': 'stranger',
  'union representative': 'stranger',
  'host of another organisation': 'stranger',
  'host whose posts have all ended': 'outside',
  'somebody whose session has ended': 'outside',
  'somebody with a made-up session': 'outside',
  nobody: 'outside',
} as const satisfies Record<string, Standing>
export type ActorName = keyof typeof standings

type Extra = 'before' | 'tobe' | 'two' | 'ended' | 'colleague' | 'administrator' | 'union'
export type Cast = { seats: Record<Extra, Seat>; as(actor: ActorName, thread: Thread): Promise<Visitor> }

/** Adds the people that the world does not have yet. */
export async function makeCast(world: World): Promise<Cast> {
  const seats = {
    before: await employ(world, 'Fritz Førhen', 'Børn og unge'),
    tobe: await employ(world, 'Ane Næste', 'Børn og unge'),
    two: await employ(world, 'Tove Tostillet', 'Børn og unge'),
    ended: await employ(world, 'Egon Endt', 'Børn og unge'),
    colleague: await employ(world, 'Sofie Sideman', 'Kløvervangen'),
    administrator: await employ(world, 'Hanne Kontor', 'Børn og unge'),
    union: await employ(world, 'Ulla Union', 'Kløvervangen'),
  }
  await giveDuty(world, seats.administrator, 'administrator')
  await giveDuty(world, seats.union, 'tr')
  await addPost(world, seats.two, 'Engvejen')
  await world.superuser.query(`update post set ends_on = '2026-04-02' where id = any($1)`, [
    [seats.two.post, seats.ended.post],
  ])
  return { seats, as: (actor, thread) => visitorFor(world, seats, actor, thread) }
}

/** Writes those into the conversation who are not its hosts today. */
export async function addPastHosts(
  { superuser, organisation }: World,
  { seats }: Cast,
  { id }: Thread,
): Promise<void> {
  const add = ({ person, post }: Seat, starts: string, ends: string | null) =>
    superuser.query(`insert into party values ($1, $2, $3, 'host', $4, null, $5, $6)`, [
      organisation,
      id,
      person,
      post,
      starts,
      ends,
    ])
  await add(seats.before, '2026-01-01', '2026-04-01')
  await add(seats.tobe, '2026-12-01', null)
  await add(seats.two, '2026-01-01', null)
  await add(seats.ended, '2026-01-01', null)
}

async function visitorFor(
  world: World,
  seats: Cast['seats'],
  actor: ActorName,
  thread: Thread,
): Promise<Visitor> {
  const { people, organisation, other } = world
  const as = (seat: Seat, house = organisation) => signIn(world, house, seat)
  switch (actor) {
    case 'host':
      return thread.host
    case 'participant':
      return thread.participant
    case 'host before, until yesterday':
      return as(seats.before)
    case 'host to be, from tomorrow':
      return as(seats.tobe)
    case 'host whose post ended today, with another post':
      return as(seats.two)
    case 'colleague in the same unit':
      return as(seats.colleague)
    case 'another leader of the same host':
      return as(people.karim)
    case 'employee of the participant':
      return as(people.birthe)
    case 'administrator of the organisation':
      return as(seats.administrator)
    case 'union representative':
      return as(seats.union)
    case 'host of another organisation':
      return as(people.eva, other)
    case 'host whose posts have all ended':
      return as(seats.ended)
    case 'somebody whose session has ended':
      return endedSession(world)
    case 'somebody with a made-up session':
      return withSession(world, randomUUID().repeat(2))
    case 'nobody':
      return createVisitor(world)
  }
}

async function endedSession(world: World): Promise<Visitor> {
  const visitor = await world.as('lone')
  const token = visitor.cookies.get(cookie) ?? ''
  await world.superuser.query(
    `update session set ends_at = app.now() - interval '1 second' where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [token],
  )
  return visitor
}

function withSession(world: World, token: string): Visitor {
  const visitor = createVisitor(world)
  visitor.cookies.set(cookie, token)
  return visitor
}
const cookie = '__Host-medspil-session'

async function employ(world: World, name: string, unit: string): Promise<Seat> {
  const seat = {
    person: randomUUID(),
    post: randomUUID(),
    address: `${randomUUID().slice(0, 8)}@lyngsoe.example`,
  }
  await world.superuser.query(
    'insert into person (organisation_id, id, number, name, address) values ($1, $2, $2::uuid::text, $3, $4)',
    [...[world.organisation, seat.person, name, seat.address]],
  )
  await addPost(world, seat, unit, seat.post)
  return seat
}

const addPost = (
  { superuser, organisation }: World,
  { person }: Seat,
  unit: string,
  id: string = randomUUID(),
) =>
  superuser.query(
    `insert into post select organisation_id, $2, $3, id, 'Leder', '2020-01-01', null from unit where organisation_id = $1 and name = $4`,
    [organisation, id, person, unit],
  )

const giveDuty = ({ superuser, organisation }: World, { person }: Seat, duty: string) =>
  superuser.query(`insert into duty values ($1, gen_random_uuid(), $2, null, $3, '2020-01-01', null)`, [
    organisation,
    person,
    duty,
  ])

/** Takes them out again, so that the two are alone with their conversation. */
export const removePastHosts = ({ superuser }: World, { seats }: Cast) =>
  superuser.query('delete from party where person_id = any($1)', [
    Object.values(seats).map(({ person }) => person),
  ])
