import { type RawBuilder, sql } from 'kysely'
import type { ClosedWeeks } from '../domain/closed-days.ts'
import type { Conversation } from '../domain/conversation.ts'
import { type LocalDate, localDateOf } from '../domain/day.ts'
import { type ClosingDays, closingDays } from '../domain/record/signing.ts'
import type { Random } from '../random.ts'
import { isId, list, q, run, type Tx } from './query.ts'

type Me = { organisation: string }

/** A house whose closing weeks I may write. */
export type House = { id: string; name: string }

/** Mine to write for: an administrator's are all, a leader's those they lead in. By name as Danes sort. */
export async function listMyHouses(tx: Tx): Promise<House[]> {
  return list(
    tx,
    sql<House>`select u.id, u.name from unit u where u.id in (select app.my_houses()) order by u.name collate "da-x-icu"`,
  )
}

export type Closing = { id: string; unit: string; house: string; from: LocalDate; to: LocalDate }

/** All closing weeks of the organisation that are not over yet, the earliest first. */
export async function listClosings(tx: Tx, { organisation }: Me, today: LocalDate): Promise<Closing[]> {
  return list(
    tx,
    sql<Closing>`select w.id, w.unit_id as unit, u.name as house, w.starts_on as "from", w.ends_on as "to"
      from closed_weeks w join unit u on (u.organisation_id, u.id) = (w.organisation_id, w.unit_id)
      where w.organisation_id = ${organisation} and w.ends_on >= ${today} order by w.starts_on, u.name`,
  )
}

type New = { unit: string; from: LocalDate; to: LocalDate }

export async function addClosing(tx: Tx, random: Random, { organisation }: Me, made: New): Promise<void> {
  const row = { organisation_id: organisation, id: random.shownId(), unit_id: made.unit }
  await run(tx, q.insertInto('closed_weeks').values({ ...row, starts_on: made.from, ends_on: made.to }))
}

/** Takes it out again; the policies let nobody take out another house's. */
export async function removeClosing(tx: Tx, { organisation }: Me, id: string): Promise<void> {
  if (!isId(id)) return
  await run(tx, q.deleteFrom('closed_weeks').where('organisation_id', '=', organisation).where('id', '=', id))
}

/** Those of this talk's house and of what stands above it, that are not over yet; the earliest first. */
export const listClosedWeeks = (
  tx: Tx,
  { organisation, id }: Conversation,
  today: LocalDate,
): Promise<ClosedWeeks[]> =>
  closedAbove(
    tx,
    organisation,
    sql`select unit_id from conversation where organisation_id = ${organisation} and id = ${id}`,
    today,
  )

/** The same of the houses of these posts. */
export const listClosedWeeksOf = (
  tx: Tx,
  { organisation }: Me,
  posts: readonly string[],
  today: LocalDate,
): Promise<ClosedWeeks[]> =>
  closedAbove(
    tx,
    organisation,
    sql`select unit_id from post where organisation_id = ${organisation} and id = any(${posts}::uuid[])`,
    today,
  )

/** By when an answer to a text frozen then is expected, and from when it goes without the other's. */
export async function closingDaysOf(tx: Tx, talk: Conversation, frozenAt: Date): Promise<ClosingDays> {
  const frozenOn = localDateOf(frozenAt)
  return closingDays(frozenOn, await listClosedWeeks(tx, talk, frozenOn))
}

const closedAbove = (tx: Tx, organisation: string, units: RawBuilder<unknown>, today: LocalDate) =>
  list(
    tx,
    sql<ClosedWeeks>`with recursive above (id, parent_id) as (
        select u.id, u.parent_id from unit u where u.organisation_id = ${organisation} and u.id in (${units})
        union select u.id, u.parent_id from above a
          join unit u on u.organisation_id = ${organisation} and u.id = a.parent_id)
      select w.id, u.name as house, w.starts_on as "from", w.ends_on as "to" from closed_weeks w
        join unit u on (u.organisation_id, u.id) = (w.organisation_id, w.unit_id)
        where w.organisation_id = ${organisation} and w.unit_id in (select id from above) and w.ends_on >= ${today}
        order by w.starts_on`,
  )
