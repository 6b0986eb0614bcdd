import { writeConclusion } from '../../src/db/conclusions.ts'
import { getConversation } from '../../src/db/conversations.ts'
import { transaction } from '../../src/db/database.ts'
import { writePoint } from '../../src/db/plans.ts'
import type { Tx } from '../../src/db/query.ts'
import { writeTick } from '../../src/db/ticks.ts'
import type { Conversation } from '../../src/domain/conversation.ts'
import { yearLine } from '../../src/domain/joint.ts'
import type { Point } from '../../src/domain/point.ts'
import { noTick, type Tick } from '../../src/domain/tick.ts'
import { urls } from '../../src/urls.ts'
import { agreed, answer, done, type Thread } from '../walls/thread.ts'
import type { World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'

// Lone's LUS with Anders, up to the evening of the day it was held: each has shared, both have written, nothing is
// frozen yet. The pages before the talk are gone through; the joint text is written by the functions its pages use.

export type Ticks = Readonly<Record<string, Partial<Tick>>>

export type Written = {
  points: readonly Point[]
  year: string
  conclusions: Readonly<Record<string, string>>
  /** What Lone and Anders let into the record. */
  lone: Ticks
  anders: Ticks
}

export const points: readonly Point[] = [
  {
    what: 'At lede gennem forandring',
    goal: 'Alle på stuerne ved, hvorfor vi ændrer på dagens rytme.',
    how: 'Kommunens lederforløb og sparring undervejs.',
    when: 'Senest den 1. november 2026',
    competence: '',
    until: '2026-11-01',
    support: 'Han holder fri til sparring hver anden torsdag kl. 9.00.',
    alone: false,
  },
  {
    what: 'Tid til egen ledelse',
    goal: 'En rolig formiddag om ugen uden telefon og møder.',
    how: 'Birthe tager telefonen og døren om onsdagen.',
    when: 'Fra den 1. maj 2026',
    competence: '',
    until: null,
    support: '',
    alone: true,
  },
]

export const written: Written = {
  points,
  year: 'Et roligere hus, hvor alle kan sige, hvorfor vi gør, som vi gør.',
  conclusions: {
    q1: 'At se personalet lykkes. Lone vil være mere på stuerne.',
    q2: 'Vikardækning og mange små afbrydelser.',
    q7: 'Vi holder fast i torsdagsmøderne.',
    q18: 'Lønnen taler vi om i juni.',
  },
  lone: { q1: { keywords: true } },
  anders: {},
}

/** What each has shared: a score, a few words, and a line on pay. */
export const loneShares = {
  q1: 'Når et barn griner over middag',
  q7: 'Dialogen er god',
  q18: 'Et løft til august',
}
export const andersShares = { q1: 'Du er vellidt', q7: 'Vi ses for sjældent' }

/** At half past two on the day, when the talk has been held. */
export const afternoon = new Date('2026-04-14T12:28:00Z')

/**
 * The talk as it stands that evening. The way there is gone once for each world; after that the rows of what a test did
 * are put back, and only what the two wrote together is written anew.
 */
export async function held(world: World, change: Partial<Written> = {}): Promise<Thread> {
  const id = gone.get(world) ?? (await goThere(world))
  gone.set(world, id)
  await putBack(world, id)
  await world.moveTo(afternoon)
  const thread = { id, host: await world.as('anders'), participant: await world.as('lone') }
  await writeTogether(world, thread, { ...written, ...change })
  return thread
}

const gone = new WeakMap<World, string>()

async function goThere(world: World): Promise<string> {
  const { id, host, participant } = await agreed(world)
  const write = (visitor: Visitor, step: string, fields: Record<string, string>) =>
    done(visitor, urls.step({ id, step }), fields)
  const beginning = { ...answer('q2', '', '') }
  const relations = { ...answer('q8', '', ''), ...answer('q9', '', '') }
  await write(participant, 'indledning', { ...answer('q1', loneShares.q1, 'lappedykker'), ...beginning })
  await write(participant, 'relationer', {
    ...answer('q7', loneShares.q7, ''),
    'q7.score': '5',
    ...relations,
  })
  await write(participant, 'loen', { ...answer('q18', loneShares.q18, ''), ...answer('q19', '', '') })
  await done(participant, urls.sharing({ id }), share(['q1', 'q7', 'q18']))
  await write(host, 'indledning', { ...answer('q1', andersShares.q1, 'hejre'), ...beginning })
  await write(host, 'relationer', { ...answer('q7', andersShares.q7, ''), ...relations })
  await done(host, urls.sharing({ id }), share(['q1', 'q7']))
  return id
}

// A drawing still under way loses its job with the row, and with it its leave to keep what it draws.
async function putBack({ superuser }: World, id: string) {
  await superuser.query(`lock table document in share row exclusive mode;
    delete from graphile_worker._private_jobs; delete from code_request; delete from sign_in_failure;
    delete from point_mark; delete from follow_up_time; delete from follow_up; delete from document; delete from signature; delete from record; delete from mail; delete from event;
    update shelf set destroy_after = null`)
  await superuser.query(
    `update conversation set status = 'held', held_on = '2026-04-14', closed_at = null where id = $1`,
    [id],
  )
  await superuser.query('delete from conclusion; delete from plan_point; delete from tick')
}

const share = (questions: readonly string[]) => ({
  do: 'share',
  ...Object.fromEntries(
    questions.flatMap(id => [
      [`share.${id}`, 'yes'],
      [`${id}.version`, '1'],
    ]),
  ),
})

async function writeTogether(world: World, { id, host, participant }: Thread, text: Written) {
  const { keys, random, clock } = world.deps
  const now = clock.now()
  await as(world, host, id, async (tx, talk) => {
    for (const [at, point] of text.points.entries())
      await writePoint(
        tx,
        keys,
        random,
        talk,
        { id: random.id(new Date(now.getTime() + at)), version: 1, point },
        now,
      )
    const lines = { ...text.conclusions, ...(text.year && { [yearLine]: text.year }) }
    for (const [question, line] of Object.entries(lines))
      await writeConclusion(tx, keys, random, talk, question, { text: line, version: 1 }, now)
    await tick(world, tx, talk, text.anders)
  })
  await as(world, participant, id, (tx, talk) => tick(world, tx, talk, text.lone))
}

async function tick({ deps }: World, tx: Tx, talk: Conversation, ticks: Ticks) {
  for (const [question, given] of Object.entries(ticks))
    await writeTick(tx, deps.keys, deps.random, talk, question, { ...noTick, ...given }, undefined)
}

/** Something done as this visitor, by the functions behind the pages and under the same policies. */
export async function as<T>(
  world: World,
  visitor: Visitor,
  id: string,
  work: (tx: Tx, talk: Conversation) => Promise<T>,
): Promise<T> {
  const session = visitor.cookies.get('__Host-medspil-session') ?? ''
  return transaction(world.deps.db.party, { session }, async tx => {
    const { rows } = await tx.query('select organisation_id, person_id from app.viewer()')
    const me = { organisation: rows[0].organisation_id, person: rows[0].person_id }
    return work(tx, await getConversation(tx, me, id))
  })
}
