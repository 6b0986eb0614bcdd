import { sql } from 'kysely'
import { type Conversation, meIn } from '../domain/conversation.ts'
import type { LocalDate } from '../domain/day.ts'
import { type FollowUp, type FollowUpTime, followUpMinutes } from '../domain/follow-up.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { ofTalk } from './of-talk.ts'
import { find, list, q, run, type Tx } from './query.ts'
import { findShelf, getShelf, unsealed } from './shelves.ts'
import type { Tables } from './tables.ts'

// Follow-ups: rows with dates, and at most one that runs in a conversation. The asker's line lies on the plan's shelf.

const columns = sql`f.id, f.status, f.asked_by as "askedBy", f.asked_on as "askedOn", f.due_on as "dueOn",
  f.starts_at as "startsAt", f.calendar_sequence as "calendarSequence", f.said_by as "saidBy", f.said_on as "saidOn", f.held_on as "heldOn",
  f.closed_weeks as "closedWeeks"`

/** A follow-up and how many times wait to be picked. */
export type Followed = FollowUp & { conversation: string; offered: number }

/** The newest follow-up of each of these talks, whether it runs or not. */
export async function listFollowUps(tx: Tx, talks: readonly Conversation[]): Promise<Followed[]> {
  const [first] = talks
  if (!first) return []
  return list(
    tx,
    sql<Followed>`select distinct on (f.conversation_id) ${columns}, f.conversation_id as conversation,
        (select count(*)::int from follow_up_time t where t.organisation_id = f.organisation_id
          and t.follow_up_id = f.id and t.starts_at > app.now()) as offered
      from follow_up f where f.organisation_id = ${first.organisation}
        and f.conversation_id = any(${talks.map(({ id }) => id)}::uuid[])
      order by f.conversation_id, (f.status in ('wanted', 'agreed')) desc, f.asked_on desc`,
  )
}

export const findFollowUp = async (tx: Tx, talk: Conversation): Promise<Followed | undefined> =>
  (await listFollowUps(tx, [talk]))[0]

/** The times to come that the leader has offered, earliest first. */
export async function listFollowUpTimes(tx: Tx, talk: Conversation, id: string): Promise<FollowUpTime[]> {
  return list(
    tx,
    sql<FollowUpTime>`select id, starts_at as "startsAt",
        exists (select from app.busy_in(${talk.id}::uuid, starts_at, ${followUpMinutes}::int)) as busy from follow_up_time
      where organisation_id = ${talk.organisation} and conversation_id = ${talk.id} and follow_up_id = ${id}
        and starts_at > app.now() order by starts_at`,
  )
}

const cell = (talk: Conversation, id: string) => ({
  table: 'follow_up_line',
  column: 'sealed',
  row: `${talk.id}/${id}`,
  version: 1,
})
const planOf = ({ organisation, id }: Conversation) => ({
  organisation,
  conversation: id,
  scope: 'plan' as const,
})

type New = {
  at: Date
  askedOn: LocalDate
  dueOn: LocalDate
  closedWeeks: 'before' | 'after' | null
  line: string
}

/** Asks for one, in my name. The line, if there is one, is sealed under the plan's key. */
export async function addFollowUp(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
  asked: New,
): Promise<void> {
  const id = random.shownId()
  await run(
    tx,
    q.insertInto('follow_up').values({
      ...ofTalk(talk),
      ...nothingYet,
      id,
      asked_by: meIn(talk).id,
      asked_on: asked.askedOn,
      due_on: asked.dueOn,
      closed_weeks: asked.closedWeeks,
    }),
  )
  if (asked.line === '') return
  const shelf = await getShelf(tx, keys, random, planOf(talk))
  const line = { shelf_id: shelf.id, version: 1, sealed: shelf.key.seal(cell(talk, id), asked.line) }
  await run(
    tx,
    q
      .insertInto('follow_up_line')
      .values({ ...ofTalk(talk), ...line, follow_up_id: id, written_at: asked.at }),
  )
}

const nothingYet = {
  status: 'wanted',
  starts_at: null,
  was_at: null,
  said_by: null,
  said_on: null,
  held_on: null,
} as const

/** What the asker wrote along; nothing where nothing was written, or when it is deleted. */
export async function findLine(
  tx: Tx,
  keys: Keys,
  talk: Conversation,
  id: string,
): Promise<string | undefined> {
  const row = await find(
    tx,
    q
      .selectFrom('follow_up_line')
      .select('sealed')
      .where(eb => eb.and({ ...ofTalk(talk), follow_up_id: id })),
  )
  if (!row) return undefined
  const shelf = await findShelf(tx, keys, 'pages', planOf(talk))
  return shelf && unsealed(shelf.key.read(cell(talk, id), row.sealed))
}

/** Every line written along in this talk, the oldest first. */
export async function listFollowUpLines(tx: Tx, keys: Keys, talk: Conversation): Promise<string[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('follow_up_line')
      .select(['follow_up_id', 'sealed'])
      .where(eb => eb.and(ofTalk(talk)))
      .orderBy('written_at'),
  )
  const shelf = rows.length > 0 ? await findShelf(tx, keys, 'pages', planOf(talk)) : undefined
  if (!shelf) return []
  return rows.map(row => unsealed(shelf.key.read(cell(talk, row.follow_up_id), row.sealed)))
}

type Change = Partial<
  Pick<
    Tables['follow_up'],
    'due_on' | 'status' | 'starts_at' | 'was_at' | 'said_by' | 'said_on' | 'held_on' | 'closed_weeks'
  >
> & { calendar_sequence?: number }

export async function changeFollowUp(tx: Tx, talk: Conversation, id: string, change: Change): Promise<void> {
  await run(
    tx,
    q
      .updateTable('follow_up')
      .set(change)
      .where(eb => eb.and({ ...ofTalk(talk), id })),
  )
}

/** Offers these times instead of those offered before. */
export async function offerFollowUpTimes(
  tx: Tx,
  random: Random,
  talk: Conversation,
  id: string,
  times: readonly Date[],
): Promise<void> {
  await run(
    tx,
    q.deleteFrom('follow_up_time').where(eb => eb.and({ ...ofTalk(talk), follow_up_id: id })),
  )
  for (const starts_at of times)
    await run(
      tx,
      q
        .insertInto('follow_up_time')
        .values({ ...ofTalk(talk), id: random.shownId(), follow_up_id: id, starts_at }),
    )
}

/** The leader offers this time no more. */
export async function dropFollowUpTime(tx: Tx, talk: Conversation, id: string, at: Date): Promise<void> {
  const times = q.deleteFrom('follow_up_time').where(eb => eb.and({ ...ofTalk(talk), follow_up_id: id }))
  await run(tx, times.where('starts_at', '=', at))
}

export type Representative = { name: string; duty: 'tr' | 'amr'; address: string | null }

/** The house's TR and AMR: all of them. That somebody looked is stored nowhere (T16). */
export async function listRepresentatives(tx: Tx, talk: Conversation): Promise<Representative[]> {
  return list(tx, sql<Representative>`select name, duty, address from app.representatives(${talk.id}::uuid)`)
}

export type FollowUpDates = Pick<Followed, 'id' | 'status' | 'dueOn' | 'startsAt'> & {
  wasAt: Date | null
  sequence: number
}

/**
 * For a letter: by when it is held, and when they meet. The one that runs; or, where the letter says that a time is off,
 * the last one that had a time and lost it. The line is not a letter's to read.
 */
export async function findFollowUpDates(
  tx: Tx,
  talk: Conversation,
  isOff: boolean,
): Promise<FollowUpDates | undefined> {
  const which = isOff ? sql`calendar_sequence > 0` : sql`status in ('wanted', 'agreed')`
  return find(
    tx,
    sql<FollowUpDates>`select id, status, due_on as "dueOn", starts_at as "startsAt", was_at as "wasAt",
        calendar_sequence as sequence from follow_up
      where organisation_id = ${talk.organisation} and conversation_id = ${talk.id} and ${which}
      order by (status in ('wanted', 'agreed')) desc, asked_on desc limit 1`,
  )
}
