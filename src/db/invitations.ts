import { sql } from 'kysely'
import type { Concept, Kind } from '../domain/concept.ts'
import type { Conversation } from '../domain/conversation.ts'
import { followUpMinutes } from '../domain/follow-up.ts'
import type { OfferedTime, SlotSeen, StandingTime } from '../domain/invitation.ts'
import { kindFor, type LedAs } from '../domain/kind.ts'
import { codeOf } from '../fault-code.ts'
import type { Random } from '../random.ts'
import type { Key, Keys } from '../trust/keys.ts'
import { publishedConcept } from './concepts.ts'
import { ofTalk } from './of-talk.ts'
import { find, get, isId, list, q, run, type Tx, Unseen } from './query.ts'
import { getShelf, getShelves, unsealed } from './shelves.ts'

type Me = { organisation: string; person: string }

/** Somebody whose talks I hold, as the planning page shows them. */
export type Led = {
  post: string
  person: string
  name: string
  title: string
  unit: string
  /** Which talk it is depends on these ({@link kindFor}). */
  as: LedAs
  byDuty: boolean
  /** A conversation that is not closed yet, if there is one: then there is nothing to plan. */
  open: string | null
}

const led = (me: Me) => sql`
  select o.id as post, p.id as person, p.name, o.title, u.name as unit,
    h.led_as as "as", h.host_duty_id is not null as "byDuty",
    (select c.id from conversation c join party m on (m.organisation_id, m.conversation_id) = (c.organisation_id, c.id)
      where (m.organisation_id, m.post_id) = (o.organisation_id, o.id) and m.role = 'participant'
        and c.status not in ('closed', 'contested', 'ended', 'cancelled') limit 1) as open
  from app.my_hostings() h
  join post o on (o.organisation_id, o.id) = (${me.organisation}::uuid, h.participant_post_id)
  join person p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
  join unit u on (u.organisation_id, u.id) = (o.organisation_id, o.unit_id)`

/** Those whose talks I hold today by the organisation's concept, by name as Danes sort. */
export async function listHosted(tx: Tx, me: Me, concept: Concept | undefined): Promise<Led[]> {
  const all = await listLed(tx, me)
  return all.filter(each => concept && kindFor(concept, each))
}

/** Those who are hosted from a post of mine, or from my duty, whether the concept has a talk for them or not. */
export async function listLed(tx: Tx, me: Me): Promise<Led[]> {
  return list(tx, sql<Led>`${led(me)} order by p.name collate "da-x-icu"`)
}

/** One of them by post; throws {@link Unseen} for anybody else's. */
export async function getLed(tx: Tx, me: Me, post: string): Promise<Led> {
  if (!isId(post)) throw new Unseen()
  return get(tx, sql<Led>`${led(me)} where o.id = ${post}`)
}

/** The organisation's concept as it is published now; none before it has been chosen. */
export async function findConcept(tx: Tx, me: Me): Promise<Concept | undefined> {
  const chosen = q
    .selectFrom('organisation')
    .select('concept_id')
    .where('organisation_id', '=', me.organisation)
  const { concept_id } = await get(tx, chosen)
  return concept_id ? publishedConcept(tx, me.organisation, concept_id) : undefined
}

export type NewConversation = { id: string; kind: Kind; post: string; minutes: number; place: string | null }

/**
 * Begins a conversation with its two parties; the database refuses whoever does not host the post today. False when the
 * post has an open one of that kind (errcode P0410): somebody was quicker, and the transaction goes on without it.
 */
export async function beginConversation(tx: Tx, talk: NewConversation): Promise<boolean> {
  await tx.query('savepoint beginning')
  try {
    await run(
      tx,
      sql`select app.begin_conversation(${talk.id}::uuid, ${talk.kind}, ${talk.post}::uuid, ${talk.minutes}::int, ${talk.place}::text)`,
    )
    await tx.query('release savepoint beginning')
    return true
  } catch (fault) {
    if (!isAlreadyOpen(fault)) throw fault
    await tx.query('rollback to savepoint beginning')
    return false
  }
}

const isAlreadyOpen = (fault: unknown) => codeOf(fault) === 'P0410'

/** My times, held until this is done: whoever judges and offers some at once does so one after the other (app.take_time). */
export async function holdTimes(tx: Tx, { organisation, person }: Me): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`times${organisation}${person}`}, 0))`)
}

/** My times to come that stand already, but for one talk's own: taken in either part, or offered to somebody who may pick. */
export async function listStandingTimes(
  tx: Tx,
  me: Me,
  now: Date,
  except: string | null = null,
): Promise<StandingTime[]> {
  return list(
    tx,
    sql<StandingTime>`select s.starts_at as "startsAt", s.minutes, false as taken from slot s
      where s.organisation_id = ${me.organisation} and s.host_id = ${me.person} and s.starts_at > ${now}
        and s.conversation_id is null
        and exists (select 1 from slot_offer o
          join conversation c on (c.organisation_id, c.id) = (o.organisation_id, o.conversation_id)
          where (o.organisation_id, o.slot_id) = (s.organisation_id, s.id) and c.status in ('invited', 'postponed'))
    union all
    select c.starts_at, c.minutes, true from conversation c
      where c.organisation_id = ${me.organisation} and c.status in ('agreed', 'talking')
        and c.starts_at + make_interval(mins => c.minutes) > ${now} and c.id is distinct from ${except}::uuid
    union all
    select f.starts_at, ${followUpMinutes}::int, true from follow_up f
      where f.organisation_id = ${me.organisation} and f.status = 'agreed'
        and f.starts_at + make_interval(mins => ${followUpMinutes}::int) > ${now}
        and f.conversation_id is distinct from ${except}::uuid`,
  )
}

/** Offers times: each a slot of the host's. A time that is offered to somebody else already is one and the same slot. */
export async function offerTimes(tx: Tx, random: Random, talk: Conversation, times: readonly OfferedTime[]) {
  for (const time of times) {
    const slot_id = (await findFreeSlot(tx, talk, time)) ?? (await addSlot(tx, random, talk, time))
    const offer = { ...ofTalk(talk), slot_id }
    await run(
      tx,
      q
        .insertInto('slot_offer')
        .values(offer)
        .onConflict(oc => oc.doNothing()),
    )
  }
}

/** Offers the same times to all of these talks of one host; whoever picks first has a time. */
export async function offerToAll(
  tx: Tx,
  random: Random,
  talks: readonly Conversation[],
  times: readonly OfferedTime[],
): Promise<void> {
  const [first] = talks
  if (!first) return
  const slots: string[] = []
  for (const time of times)
    slots.push((await findFreeSlot(tx, first, time)) ?? (await addSlot(tx, random, first, time)))
  await run(
    tx,
    sql`insert into slot_offer (organisation_id, conversation_id, slot_id)
      select ${first.organisation}::uuid, t, s from unnest(${talks.map(({ id }) => id)}::uuid[]) t
        cross join unnest(${slots}::uuid[]) s
      on conflict do nothing`,
  )
}

async function findFreeSlot(tx: Tx, talk: Conversation, time: OfferedTime): Promise<string | undefined> {
  const slot = await find(
    tx,
    q
      .selectFrom('slot')
      .select('id')
      .where('organisation_id', '=', talk.organisation)
      .where('host_id', '=', talk.host.id)
      .where('starts_at', '=', time.startsAt)
      .where('minutes', '=', time.minutes)
      .where('conversation_id', 'is', null),
  )
  return slot?.id
}

async function addSlot(tx: Tx, random: Random, talk: Conversation, time: OfferedTime): Promise<string> {
  const id = random.shownId()
  await run(
    tx,
    q.insertInto('slot').values({
      organisation_id: talk.organisation,
      id,
      host_id: talk.host.id,
      starts_at: time.startsAt,
      minutes: time.minutes,
      conversation_id: null,
    }),
  )
  return id
}

/** The times offered for a conversation, also those that somebody took. */
export async function listSlots(tx: Tx, talk: Conversation): Promise<SlotSeen[]> {
  return list(
    tx,
    sql<SlotSeen>`select s.id, s.starts_at as "startsAt", s.minutes,
        case when s.conversation_id = ${talk.id} then 'us'
          when s.conversation_id is null and not exists (select from app.busy_in(${talk.id}::uuid, s.starts_at, s.minutes))
            then 'nobody'
          else 'others' end as "takenBy"
      from slot_offer o join slot s on (s.organisation_id, s.id) = (o.organisation_id, o.slot_id)
      where o.organisation_id = ${talk.organisation} and o.conversation_id = ${talk.id} order by s.starts_at`,
  )
}

/** An offered time to come that nobody has taken, as far as one sees; taking it decides. */
export async function findOfferedTime(
  tx: Tx,
  talk: Conversation,
  slot: string,
  now: Date,
): Promise<OfferedTime | undefined> {
  if (!isId(slot)) return undefined
  return find(
    tx,
    sql<OfferedTime>`select s.starts_at as "startsAt", s.minutes
      from slot s join slot_offer o on (o.organisation_id, o.slot_id) = (s.organisation_id, s.id)
      where o.organisation_id = ${talk.organisation} and o.conversation_id = ${talk.id}
        and s.id = ${slot} and s.conversation_id is null and s.starts_at > ${now}`,
  )
}

const greetingCell = (talk: Conversation) => ({ table: 'letter', column: 'sealed', row: talk.id, version: 1 })

/** Seals the host's own line in the letter under the talk's key. */
export async function writeGreeting(tx: Tx, keys: Keys, random: Random, talk: Conversation, text: string) {
  const shelf = await getShelf(tx, keys, random, {
    organisation: talk.organisation,
    conversation: talk.id,
    scope: 'talk',
  })
  const sealed = shelf.key.seal(greetingCell(talk), text)
  const row = {
    ...ofTalk(talk),
    shelf_id: shelf.id,
    version: 1,
    sealed,
  }
  await run(tx, q.insertInto('letter').values(row))
}

/** The host's own line, or nothing. */
export async function findGreeting(tx: Tx, keys: Keys, talk: Conversation): Promise<string | undefined> {
  const row = await find(
    tx,
    q
      .selectFrom('letter')
      .select(['shelf_id', 'sealed'])
      .where(eb => eb.and(ofTalk(talk))),
  )
  if (!row) return undefined
  const shelves = await getShelves(tx, keys, 'pages', talk.organisation, talk.id)
  return readWith(shelves.get(row.shelf_id)?.key, talk, row.sealed)
}

const readWith = (key: Key | undefined, talk: Conversation, sealed: Uint8Array) =>
  key && unsealed(key.read(greetingCell(talk), sealed))
