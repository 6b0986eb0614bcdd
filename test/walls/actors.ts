import { randomUUID } from 'node:crypto'
import { giveDuty, type Known, type Seat, signIn, type World } from '../world/people.ts'
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
  'chair of the board, where the concept gives chairs no talk': 'stranger',
  'host of another organisation': 'stranger',
  'host whose posts have all ended': 'outside',
  'host by a chair’s duty that ended today': 'outside',
  'somebody whose session has ended': 'outside',
  'somebody with a made-up session': 'outside',
  nobody: 'outside',
} as const satisfies Record<string, Standing>
export type ActorName = keyof typeof standings

type Extra = 'before' | 'tobe' | 'two' | 'ended' | 'colleague' | 'administrator' | 'union'
export type Cast = {
  seats: Record<Extra, Seat>
  chairs: Record<'sitting' | 'former', Chair>
  as(actor: ActorName, thread: Thread): Promise<Visitor>
}
type Chair = { person: string; duty: string; address: string }

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
  const chairs = {
    sitting: await addChair(world, 'Bodil Bestyrelse', null),
    former: await addChair(world, 'Finn Fhv', '2026-04-02'),
  }
  return { seats, chairs, as: (actor, thread) => visitorFor(world, { seats, chairs }, actor, thread) }
}

/** Writes those into the conversation who are not its hosts today. */
export async function addPastHosts(
  { superuser, organisation }: World,
  { seats, chairs }: Cast,
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
  await superuser.query(`insert into party values ($1, $2, $3, 'host', null, $4, '2026-01-01', null)`, [
    organisation,
    id,
    chairs.former.person,
    chairs.former.duty,
  ])
}

async function visitorFor(
  world: World,
  { seats, chairs }: Pick<Cast, 'seats' | 'chairs'>,
  actor: ActorName,
  thread: Thread,
): Promise<Visitor> {
  const { people, organisation, other } = world
  const as = (seat: Known, house = organisation) => signIn(world, house, seat)
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
    case 'chair of the board, where the concept gives chairs no talk':
      return as(chairs.sitting)
    case 'host by a chair’s duty that ended today':
      return as(chairs.former)
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

/** The board's chair of the participant's house: a duty and no post. */
async function addChair(world: World, name: string, endsOn: string | null): Promise<Chair> {
  const chair = { ...(await enrol(world, name)), duty: randomUUID() }
  await world.superuser.query(
    `insert into duty select organisation_id, $2, $3, id, 'chair', '2020-01-01', $4 from unit
       where organisation_id = $1 and name = 'Kløvervangen'`,
    [world.organisation, chair.duty, chair.person, endsOn],
  )
  return chair
}

async function employ(world: World, name: string, unit: string): Promise<Seat> {
  const seat = { ...(await enrol(world, name)), post: randomUUID() }
  await addPost(world, seat, unit, seat.post)
  return seat
}

async function enrol(world: World, name: string) {
  const seat = { person: randomUUID(), address: `${randomUUID().slice(0, 8)}@lyngsoe.example` }
  await world.superuser.query(
    'insert into person (organisation_id, id, number, name, address) values ($1, $2, $2::uuid::text, $3, $4)',
    [...[world.organisation, seat.person, name, seat.address]],
  )
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

/** Takes them out again, so that the two are alone with their conversation. */
export const removePastHosts = ({ superuser }: World, { seats, chairs }: Cast) =>
  superuser.query('delete from party where person_id = any($1)', [
    [...Object.values(seats), ...Object.values(chairs)].map(({ person }) => person),
  ])
