import { randomUUID } from 'node:crypto'
import { urls } from '../../src/urls.ts'
import { openedDoor } from '../setup/door.ts'
import { filled } from '../talk/talking.ts'
import type { Thread } from '../walls/thread.ts'
import { giveDuty, type World } from '../world/people.ts'
import { createVisitor, type Visitor } from '../world/visitor.ts'
import { unknown } from './cells.ts'

// Where the forms are sent from and to: what they name, and the same of another organisation.

export type Sender = 'host' | 'participant' | 'administrator' | 'nobody' | 'setup'

/** What a form may name here. */
export type Place = {
  talk: string
  birthe: string
  karimPost: string
  unit: string
  slot: string
  proposed: string
  followUpTime: string
  point: string
  people: string
  /** The fields of the pages on which both write, as they stand. */
  topic: Readonly<Record<string, string>>
  plan: Readonly<Record<string, string>>
}
type Parts = Readonly<Record<string, string>>

/** Two organisations with an administrator, a duty that may end, a file and a conversation each. */
export async function furnish(
  world: World,
): Promise<{ administrator: Visitor; setup: Visitor; own: Parts; foreign: Parts }> {
  const { superuser, organisation, other, people } = world
  await giveDuty(world, people.karim, 'administrator')
  await giveDuty({ superuser, organisation: other }, people.eva, 'administrator')
  const eva = await world.as('eva')
  const sent = await eva.postOnly(urls.planning({ post: people.poul.post }), {
    ...{ length: '75', where: 'later', place: '', greeting: '', 'day-1': '2026-04-20', 'time-1': '9:00' },
  })
  const partsIn = async (of: string, by: string, rest: Parts): Promise<Parts> => {
    const [duty, intake] = [randomUUID(), randomUUID()]
    await superuser.query(`insert into duty values ($1, $2, $3, null, 'hr', '2020-01-01', null)`, [
      of,
      duty,
      by,
    ])
    await superuser.query(
      `insert into intake (organisation_id, id, made_by, made_at, status, seen_at, report)
        values ($1, $2, $3, app.now(), 'heads', app.now(), '{"faults": [], "heads": [{"head": "nr", "example": "1", "meant": "unused"}]}')`,
      [of, intake, by],
    )
    return { duty, intake, person: by, ...rest }
  }
  const words = { step: 'strategi', slot: 'politikker', choice: 'skriv-under', part: 'record' }
  return {
    administrator: await world.as('karim'),
    setup: await openedDoor(world),
    own: { ...(await partsIn(organisation, people.birthe.person, { post: people.lone.post })), ...words },
    foreign: await partsIn(other, people.poul.person, {
      post: people.poul.post,
      id: sent.headers.get('location')?.split('/')[2] ?? '',
    }),
  }
}

/** What stands there now that a form may name; an unknown id where there is nothing of the kind. */
export async function placeIn(
  { superuser, organisation, people }: World,
  { id, participant }: Pick<Thread, 'id' | 'participant'>,
): Promise<Place> {
  const one = async (query: string, value = id): Promise<string> =>
    (await superuser.query(`${query} limit 1`, [value])).rows[0]?.id ?? unknown
  const isTalking = (await one(`select id from conversation where status = 'talking' and id = $1`)) === id
  const fieldsOf = async (path: string) => {
    if (!isTalking) return {}
    const { key: _, ...fields } = filled(await participant.get(path))
    return fields
  }
  return {
    talk: id,
    birthe: people.birthe.person,
    karimPost: people.karim.post,
    unit: await one('select id from unit where organisation_id = $1', organisation),
    slot: await one('select slot_id as id from slot_offer where conversation_id = $1'),
    proposed: await one('select id from proposed_time where conversation_id = $1'),
    followUpTime: await one('select t.id from follow_up_time t where t.conversation_id = $1'),
    point: await one('select id from plan_point where conversation_id = $1'),
    topic: await fieldsOf(urls.topic({ id, step: 'indledning' })),
    plan: await fieldsOf(urls.planDraft({ id })),
    people: 'nummer;navn;mail;enhed;stilling;leder\n1;Ida Holm;ida@soebyen.example;Søbyen;Leder;ingen\n',
  }
}

export const senderIn = (
  { host, participant }: Thread,
  { administrator, setup }: { administrator: Visitor; setup: Visitor },
  world: World,
): Record<Sender, Visitor> => ({ host, participant, administrator, setup, nobody: createVisitor(world) })
