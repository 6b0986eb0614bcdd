import { sql } from 'kysely'
import { type Conversation, meIn } from '../domain/conversation.ts'
import type { LocalDate } from '../domain/day.ts'
import type { JobDecision } from '../domain/job-description.ts'
import { ofTalk } from './of-talk.ts'
import { find, list, q, run, type Tx } from './query.ts'

// What became of the proposals in closed plans: dates and outcomes, and no words of theirs.

export async function findJobDecision(tx: Tx, talk: Conversation): Promise<JobDecision | undefined> {
  return find(
    tx,
    sql<JobDecision>`select outcome, decided_on as on, valid_from as "validFrom" from job_decision
      where organisation_id = ${talk.organisation} and conversation_id = ${talk.id}`,
  )
}

/** My conversations in which a proposal has been answered. */
export async function listDecided(tx: Tx): Promise<string[]> {
  const rows = await list(tx, q.selectFrom('job_decision').select('conversation_id'))
  return rows.map(row => row.conversation_id)
}

/** The host's answer; with a day it is a yes. A yes that stands already stays as it is. */
export async function decideOnJob(
  tx: Tx,
  talk: Conversation,
  validFrom: LocalDate | null,
  on: LocalDate,
): Promise<void> {
  const outcome: 'approved' | 'not-now' = validFrom ? 'approved' : 'not-now'
  const decided = { outcome, decided_by: meIn(talk).id, decided_on: on, valid_from: validFrom }
  const before = await findJobDecision(tx, talk)
  if (before?.outcome === 'approved') return
  const row = ofTalk(talk)
  const change = q.updateTable('job_decision').set(decided)
  const add = q.insertInto('job_decision').values({ ...row, ...decided })
  await run(tx, before ? change.where(eb => eb.and(row)) : add)
}
