import { sql } from 'kysely'
import type { Role } from '../domain/concept.ts'
import { type Conversation, meIn } from '../domain/conversation.ts'
import type { OfferedTime } from '../domain/invitation.ts'
import type { Random } from '../random.ts'
import { ofTalk } from './of-talk.ts'
import { get, list, q, run, type Tx } from './query.ts'

/** The times offered for a conversation that nobody has taken, earliest first. */
export async function listOfferedTimes(
  tx: Tx,
  talk: Pick<Conversation, 'organisation' | 'id'>,
): Promise<Date[]> {
  const rows = await list(
    tx,
    q
      .selectFrom('slot_offer as o')
      .innerJoin('slot as s', join =>
        join.onRef('s.organisation_id', '=', 'o.organisation_id').onRef('s.id', '=', 'o.slot_id'),
      )
      .select('s.starts_at')
      .where('o.organisation_id', '=', talk.organisation)
      .where('o.conversation_id', '=', talk.id)
      .where('s.conversation_id', 'is', null)
      .orderBy('s.starts_at'),
  )
  return rows.map(row => row.starts_at)
}

/** Times that one of the two proposes for this talk alone, earliest first; all of them are by the same. */
export type ProposedTime = { id: string; by: string; startsAt: Date }

export async function listProposedTimes(
  tx: Tx,
  talk: Pick<Conversation, 'organisation' | 'id'>,
): Promise<ProposedTime[]> {
  const proposed = q
    .selectFrom('proposed_time')
    .select(['id', 'proposed_by as by', 'starts_at as startsAt'])
    .where(eb => eb.and(ofTalk(talk)))
    .where(sql<boolean>`starts_at > app.now()`)
    .orderBy('starts_at')
  return list(tx, proposed)
}

/** The same with whether one of the two has something else then since. */
export type Proposal = ProposedTime & { busy: boolean }

export async function listProposals(tx: Tx, talk: Conversation): Promise<Proposal[]> {
  return list(
    tx,
    sql<Proposal>`select id, proposed_by as by, starts_at as "startsAt",
        exists (select from app.busy_in(${talk.id}::uuid, starts_at, ${talk.minutes}::int)) as busy
      from proposed_time where organisation_id = ${talk.organisation} and conversation_id = ${talk.id}
        and starts_at > app.now() order by starts_at`,
  )
}

/** Proposes these times in place of whatever was proposed before, by either. */
export async function replaceProposedTimes(
  tx: Tx,
  random: Random,
  talk: Conversation,
  times: readonly Date[],
  now: Date,
): Promise<void> {
  await dropProposedTimes(tx, talk)
  for (const starts_at of times)
    await run(
      tx,
      q.insertInto('proposed_time').values({
        ...ofTalk(talk),
        id: random.shownId(),
        proposed_by: meIn(talk).id,
        starts_at,
        made_at: now,
      }),
    )
}

/** They are answered, or the talk goes another way. */
export async function dropProposedTimes(tx: Tx, talk: Conversation): Promise<void> {
  await run(
    tx,
    q.deleteFrom('proposed_time').where(eb => eb.and(ofTalk(talk))),
  )
}

/** The talk gets this time if both are free then; of fifty at once one does. `withdraw`: the old one is offered to nobody. */
export async function takeTime(
  tx: Tx,
  random: Random,
  talk: Conversation,
  { startsAt, minutes }: OfferedTime,
  withdraw = false,
): Promise<boolean> {
  const taken = sql<{
    taken: boolean
  }>`select app.take_time(${talk.id}::uuid, ${startsAt}, ${minutes}::int, ${random.shownId()}::uuid, ${withdraw}) as taken`
  return (await get(tx, taken)).taken
}

/** Which of the two has something else then. */
export async function listBusy(
  tx: Tx,
  { id }: Conversation,
  { startsAt, minutes }: OfferedTime,
): Promise<Role[]> {
  const busy = sql<{ role: Role }>`select app.busy_in(${id}::uuid, ${startsAt}, ${minutes}::int) as role`
  return (await list(tx, busy)).map(({ role }) => role)
}

/** The two of this talk, held until this is done: whoever would have a time of either waits. */
export async function holdTimesOf(tx: Tx, { id }: Conversation): Promise<void> {
  await run(tx, sql`select app.hold_times(${id}::uuid)`)
}

/** The talk has no time any more. `withdraw`: it is offered to nobody either. */
export async function letGoOfTime(tx: Tx, talk: Conversation, withdraw: boolean): Promise<void> {
  await run(tx, sql`select app.let_go_of_time(${talk.id}::uuid, ${withdraw})`)
}
