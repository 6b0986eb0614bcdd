import { sql } from 'kysely'
import type { LocalDate } from '../domain/day.ts'
import type { DutyName } from '../domain/organisation.ts'
import type { Layer } from '../domain/retention.ts'
import { find, list, type Tx } from './query.ts'

// What is held about whoever asks (screen 26): the policies and two functions show nobody else's.

/** One shelf of mine, or of ours: since when, until when, or since when it is gone. */
export type Kept = {
  conversation: string
  layer: Layer
  /** own: when I began to write · talk: when I shared, or we began, or the letter came · plan: when we froze it, or began to write. */
  since: LocalDate | null
  deletedOn: LocalDate | null
}

export async function listKept(tx: Tx, me: { person: string }): Promise<Kept[]> {
  return list(
    tx,
    sql<Kept>`select s.conversation_id as conversation, s.scope as layer,
        (case s.scope when 'own' then p.begun_at when 'talk' then coalesce(p.shared_at, c.begun_at, c.invited_at) else coalesce(r.frozen_at, c.begun_at) end
          at time zone 'Europe/Copenhagen')::date as since,
        (s.destroyed_at at time zone 'Europe/Copenhagen')::date as "deletedOn"
      from shelf s
      join conversation c on (c.organisation_id, c.id) = (s.organisation_id, s.conversation_id)
      left join preparation p on (p.organisation_id, p.conversation_id, p.person_id)
        = (s.organisation_id, s.conversation_id, ${me.person}::uuid)
      left join record r on (r.organisation_id, r.conversation_id) = (s.organisation_id, s.conversation_id)
        and r.voided_at is null
      where s.conversation_id = any(array(select app.my_conversations())) and s.scope in ('own', 'talk', 'plan')
      order by s.destroyed_at desc nulls first, s.scope`,
  )
}

export type AboutMe = {
  name: string
  house: string
  language: 'da' | 'en'
  number: string
  address: string | null
  posts: { title: string; unit: string; from: LocalDate; until: LocalDate | null }[]
  duties: { duty: DutyName; from: LocalDate; until: LocalDate | null }[]
}

export async function findMe(tx: Tx, me: { person: string }): Promise<AboutMe | undefined> {
  return find(
    tx,
    sql<AboutMe>`select p.name, o.name as house, p.language, a.number, a.address,
        (select coalesce(jsonb_agg(jsonb_build_object('title', w.title, 'unit', u.name, 'from', w.starts_on, 'until', w.ends_on)
            order by w.starts_on), '[]') from post w join unit u on (u.organisation_id, u.id) = (w.organisation_id, w.unit_id)
          where w.person_id = p.id) as posts,
        (select coalesce(jsonb_agg(jsonb_build_object('duty', d.duty, 'from', d.starts_on, 'until', d.ends_on)
            order by d.starts_on), '[]') from duty d where d.person_id = p.id) as duties
      from person p join organisation o on o.organisation_id = p.organisation_id cross join app.about_me() a
      where p.id = ${me.person}`,
  )
}

/** Something I did, or that was done to me or in a talk of mine; the day, never the hour. */
export type Happened = {
  day: LocalDate
  what: string
  conversation: string | null
  by: string | null
  mine: boolean
}

export async function listHappened(tx: Tx): Promise<Happened[]> {
  return list(
    tx,
    sql<Happened>`select day, what, conversation_id as conversation, by_name as by, mine from app.events_about_me()`,
  )
}
