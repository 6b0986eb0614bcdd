import { sql } from 'kysely'
import type { Conversation } from '../domain/conversation.ts'
import { isRunning } from '../domain/follow-up.ts'
import type { Mine } from '../domain/next-step.ts'
import { leftToTheTalk } from '../domain/preparation.ts'
import { besideTheForm } from '../domain/themes.ts'
import { listFollowUps } from './follow-ups.ts'
import { list, type Tx } from './query.ts'
import { getLocked } from './signatures.ts'

type Row = { id: string; begun: boolean; shared: boolean } & Told & Steps
/** The steps I am done with, and whether any of my own answers has ever held something. */
type Steps = { finishedSteps: string[] | null; wrote: boolean }
type Told = { otherShared: boolean; themesSent: boolean; otherThemesSent: boolean }

/** How far I am in each conversation, what I have sent, and whether the other has shared: words for a list, no text. */
export type Standing = Mine & Told

const rowsOf = (me: { organisation: string; person: string }, talks: readonly Conversation[]) =>
  sql<Row>`select c.id, p.person_id is not null as begun, p.shared_at is not null as shared,
      p.finished_steps as "finishedSteps",
      exists (select 1 from answer a where a.organisation_id = c.organisation_id and a.conversation_id = c.id
        and a.person_id = ${me.person} and a.question <> all(${[...besideTheForm]}::text[])) as wrote,
      exists (select 1 from app.shared_on(c.id) other where other.person_id <> ${me.person}
        and other.shared_at is not null) as "otherShared",
      exists (select 1 from sent_themes t where t.organisation_id = c.organisation_id and t.conversation_id = c.id
        and t.author_id = ${me.person}) as "themesSent",
      exists (select 1 from sent_themes t where t.organisation_id = c.organisation_id and t.conversation_id = c.id
        and t.author_id <> ${me.person}) as "otherThemesSent"
    from conversation c left join preparation p on (p.organisation_id, p.conversation_id) = (c.organisation_id, c.id)
      and p.person_id = ${me.person}
    where c.organisation_id = ${me.organisation} and c.id = any(${talks.map(talk => talk.id)}::uuid[])`

/** By conversation id. */
export async function getStandings(
  tx: Tx,
  me: { organisation: string; person: string },
  talks: readonly Conversation[],
): Promise<Map<string, Standing>> {
  const rows = await list(tx, rowsOf(me, talks))
  const running = (await listFollowUps(tx, talks)).filter(isRunning)
  const locked = await getLocked(tx, me, talks)
  const followUpOf = (id: string) => running.find(({ conversation }) => conversation === id)
  const formOf = new Map(talks.map(({ id, form }) => [id, form]))
  return new Map(
    rows.map(({ id, finishedSteps, wrote, ...standing }) => {
      const form = formOf.get(id)
      const left = form !== undefined && leftToTheTalk(form, { finishedSteps: finishedSteps ?? [] }, wrote)
      return [id, { ...standing, leftToTheTalk: left, locked: locked.get(id), followUp: followUpOf(id) }]
    }),
  )
}

export const notBegun: Standing = {
  begun: false,
  shared: false,
  otherShared: false,
  themesSent: false,
  otherThemesSent: false,
}
