import { sql } from 'kysely'
import type { Form, Kind, Role, Shape } from '../domain/concept.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { LocalDate } from '../domain/day.ts'
import { publishedConcept } from './concepts.ts'
import { get, isId, list, q, run, type Tx, Unseen } from './query.ts'
import type { Tables } from './tables.ts'

type Me = { organisation: string; person: string }

type Row = Omit<Conversation, 'form' | 'year' | 'host' | 'participant' | 'left'> & {
  concept: string
  leftRole: Role | null
  leftOn: LocalDate | null
  hostId: string
  hostName: string
  participantId: string
  participantName: string
}

// Parties are those whose rows hold today, or the last who were; the policies let nobody else see the conversation at all.
const rows = (me: Me) => sql`
  select c.id, c.organisation_id as organisation, c.kind, c.status, c.minutes, c.shape, c.place, c.starts_at as "startsAt",
    c.invited_at as "invitedAt", c.times_wanted_at as "timesWantedAt", c.begun_at as "begunAt",
    c.held_on as "heldOn", c.begin_proposed_by as "beginProposedBy",
    c.end_proposed_by as "endProposedBy", c.closed_at as "closedAt", c.calendar_sequence as "calendarSequence",
    c.was_at as "wasAt", c.postponed_at as "postponedAt", c.postponed_by as "postponedBy",
    c.postponed_until as "postponedUntil", c.host_postponements as "hostPostponements",
    c.cancelled_at as "cancelledAt", c.cancelled_cause as "cancelledCause", c.time_set_by as "timeSetBy",
    (select t.proposed_by from proposed_time t where t.organisation_id = c.organisation_id and t.conversation_id = c.id
      and t.starts_at > app.now() limit 1) as "timesProposedBy",
    c.concept_id as concept, u.name as unit, o.name as house,
    (select coalesce(jsonb_object_agg(s.scope, s.destroy_after), '{}') from shelf s
      where (s.organisation_id, s.conversation_id) = (c.organisation_id, c.id) and s.wrapped is not null
        and s.destroy_after is not null and s.scope in ('own', 'talk', 'plan')
        and (s.person_id is null or s.person_id = ${me.person})) as "deletesOn",
    jsonb_build_object('ownDays', o.own_days, 'talkMonths', o.talk_months, 'planMonths', o.plan_months,
      'leftMonths', o.left_months) as periods,
    case when two.host_id = ${me.person} then 'host' else 'participant' end as role,
    two.host_id as "hostId", hp.name as "hostName", two.participant_id as "participantId", lp.name as "participantName",
    two.left_role as "leftRole", two.left_on as "leftOn"
  from conversation c
  join organisation o on o.organisation_id = c.organisation_id
  join unit u on (u.organisation_id, u.id) = (c.organisation_id, c.unit_id)
  cross join lateral app.parties_of(c.id) two
  join person hp on (hp.organisation_id, hp.id) = (c.organisation_id, two.host_id)
  join person lp on (lp.organisation_id, lp.id) = (c.organisation_id, two.participant_id)
  where c.organisation_id = ${me.organisation}`

/** The conversation if I am a party of it today, else {@link Unseen}. */
export async function getConversation(tx: Tx, me: Me, id: string): Promise<Conversation> {
  if (!isId(id)) throw new Unseen()
  return conversationOf(tx, await get(tx, sql<Row>`${rows(me)} and c.id = ${id}`))
}

/** As {@link getConversation}, holding its row: nobody freezes, closes or moves it until this transaction ends. */
export async function holdConversation(tx: Tx, me: Me, id: string): Promise<Conversation> {
  if (!isId(id)) throw new Unseen()
  await get(
    tx,
    sql`select 1 from conversation where organisation_id = ${me.organisation} and id = ${id} for update`,
  )
  return getConversation(tx, me, id)
}

/** My conversations, the next first. They are looked up by their ids; the policy alone would go through everybody's. */
export async function listConversations(tx: Tx, me: Me): Promise<Conversation[]> {
  const mine = sql`${rows(me)} and c.id = any(array(select app.my_conversations()))`
  const found = await list(tx, sql<Row>`${mine} order by c.starts_at nulls first, c.invited_at, c.id`)
  // One connection asks one thing at a time.
  const talks: Conversation[] = []
  for (const row of found) talks.push(await conversationOf(tx, row))
  return talks
}

type Change = Partial<Pick<Tables['conversation'], 'status' | 'place' | 'minutes'>> & {
  starts_at?: Date | null
  invited_at?: Date
  times_wanted_at?: Date | null
  begun_at?: Date
  held_on?: string
  begin_proposed_by?: string | null
  end_proposed_by?: string | null
  closed_at?: Date
  calendar_sequence?: number
  shape?: Shape
  was_at?: Date | null
  postponed_at?: Date | null
  postponed_by?: string | null
  postponed_until?: string | null
  host_postponements?: number
  cancelled_at?: Date | null
  cancelled_cause?: Tables['conversation']['cancelled_cause']
  time_set_by?: string | null
}

/** Changes the conversation's own row. */
export async function changeConversation(tx: Tx, talk: Conversation, change: Change): Promise<void> {
  await run(
    tx,
    q
      .updateTable('conversation')
      .set(change)
      .set(eb => ({ version: eb('version', '+', 1) }))
      .where('organisation_id', '=', talk.organisation)
      .where('id', '=', talk.id),
  )
}

async function conversationOf(tx: Tx, row: Row): Promise<Conversation> {
  const { concept, hostId, hostName, participantId, participantName, leftRole, leftOn, ...rest } = row
  const published = await publishedConcept(tx, row.organisation, concept)
  return {
    ...rest,
    year: published.year,
    form: formOf(published.kinds, row.kind),
    host: { id: hostId, name: hostName },
    participant: { id: participantId, name: participantName },
    left: leftRole && leftOn ? { role: leftRole, on: leftOn } : null,
  }
}

function formOf(kinds: { readonly [K in Kind]?: Form }, kind: Kind): Form {
  const form = kinds[kind]
  if (!form) throw new Error(`the concept has no form for ${kind}`)
  return form
}
