import { randomUUID } from 'node:crypto'
import { urls } from '../../src/urls.ts'
import { type MailSettings, morning, openHouse } from './house.ts'
import {
  addHosting,
  addPerson,
  type Known,
  makeOrganisation,
  numberOf,
  type Organisation,
  type Seat,
  signIn,
  type World,
} from './people.ts'
import { idIn, invitationForm, slotsIn } from './thread.ts'

// Solstrålen, an institution under the concept of Gentofte Børnevenner: MUS and LUS, closed by a tap, with themes and no
// numbers. Grethe is its board's chair, by a duty and without a post, and holds Mette's LUS. Mette leads the house and
// holds the MUS of the others: Sara and Amal are pædagoger, Jonas is souschef and leads nobody.
// `const world = await openGentofte()`, then `world.as('sara')` as everywhere; `gentofteTalk(world, 'sara')` brings Sara's
// MUS with Mette to an agreed time, `gentofteTalk(world, 'mette')` Mette's LUS with Grethe. More staff: `addStaff`.
// In a browser: `await seenWorld(await openGentofte())`.

export type GentofteName = 'grethe' | 'mette' | 'jonas' | 'sara' | 'amal'
export type GentoftePeople = Record<Exclude<GentofteName, 'grethe'>, Seat> & {
  grethe: Known & { duty: string }
}
export type GentofteWorld = Omit<World<GentofteName, Known>, 'people'> & {
  people: GentoftePeople
  units: Organisation['units']
}

const house = 'Solstrålen'

export async function openGentofte(start: Date = morning, post?: MailSettings): Promise<GentofteWorld> {
  const opened = await openHouse(start, undefined, post)
  const org = await makeOrganisation(opened, 'Børnehuset Solstrålen', [house], 'gentofte-boernevenner-2016')
  const seat = (name: string, title: string) => addPerson(opened, org, name, house, title)
  const people: GentoftePeople = {
    grethe: await addChair(opened, org, 'Grethe Lindqvist'),
    mette: await seat('Mette Holm Dahl', 'Institutionsleder'),
    jonas: await seat('Jonas Brink', 'Souschef'),
    sara: await seat('Sara Lund Eskildsen', 'Pædagog'),
    amal: await seat('Amal Haddad', 'Pædagog'),
  }
  for (const each of [people.jonas, people.sara, people.amal])
    await addHosting(opened, org, people.mette, each)
  return {
    ...opened,
    organisation: org.id,
    other: org.id,
    units: org.units,
    people,
    as: name => signIn(opened, org.id, people[name]),
  }
}

/** One more employee of the house, whose MUS Mette holds. */
export async function addStaff(world: GentofteWorld, name: string, title = 'Pædagog'): Promise<Seat> {
  const org = { id: world.organisation, units: world.units }
  const seat = await addPerson(world, org, name, house, title)
  await addHosting(world, org, world.people.mette, seat)
  return seat
}

type Opened = Pick<World, 'superuser'> & Parameters<typeof addPerson>[0]

async function addChair(opened: Opened, org: Organisation, name: string) {
  const address = `${name.toLowerCase().split(' ')[0]}@lyngsoe.example`
  const [person, duty] = [randomUUID(), randomUUID()]
  await opened.superuser.query(
    'insert into person (organisation_id, id, number, name, address) values ($1, $2, $3, $4, $5)',
    [org.id, person, numberOf(person), name, address],
  )
  await opened.superuser.query(
    `insert into duty (organisation_id, id, person_id, unit_id, duty, starts_on) values ($1, $2, $3, $4, 'chair', '2020-01-01')`,
    [org.id, duty, person, org.units[house]],
  )
  return { person, duty, address }
}

/** Who holds whose talk: Grethe the leader's LUS, Mette everybody else's MUS. */
const hostOf = (led: Exclude<GentofteName, 'grethe'>) => (led === 'mette' ? 'grethe' : 'mette')

/** The days offered each, so that Mette's talks do not meet: at 13 on the first and at 9.30 on the second. */
const daysOf = {
  mette: { 'day-1': '2026-04-14', 'day-2': '2026-04-16' },
  sara: { 'day-1': '2026-04-14', 'day-2': '2026-04-16' },
  amal: { 'day-1': '2026-04-15', 'day-2': '2026-04-17' },
  jonas: { 'day-1': '2026-04-20', 'day-2': '2026-04-21' },
} as const

/** An invitation to their talk is out, with two times to pick from. Gives the conversation's id. */
export async function gentofteInvited(
  world: GentofteWorld,
  led: Exclude<GentofteName, 'grethe'>,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const host = await world.as(hostOf(led))
  const { post } = world.people[led]
  return idIn(await host.post(urls.planning({ post }), { ...invitationForm, ...daysOf[led], ...fields }))
}

/** Their talk has an agreed time: the first they were offered, for Sara and Mette 14 April at 13. Gives the conversation's id. */
export async function gentofteTalk(
  world: GentofteWorld,
  led: Exclude<GentofteName, 'grethe'>,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const id = await gentofteInvited(world, led, fields)
  const participant = await world.as(led)
  const [slot = ''] = slotsIn(await participant.get(urls.invitation({ id })))
  await participant.post(urls.time({ id }), { slot })
  return id
}
