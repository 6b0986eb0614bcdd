import { listConversations } from '../../db/conversations.ts'
import { type FilledSlot, getDocuments, listLockedSlots } from '../../db/document-links.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { type LocalDate, localDateOf } from '../../domain/day.ts'
import type { JobVersion } from '../../domain/job-description.ts'
import { lastTalk } from '../../domain/plan-life.ts'
import type { Me, PageContext } from '../context.ts'
import { findStandingJob } from '../job/standing.ts'
import type { Frame } from '../shell.tsx'
import { frameOf } from '../talks.ts'
import type { Retyped } from './slot-form.tsx'

/** All that the page of papers shows. */
export type DocumentsShown = {
  frame: Frame
  talk: Conversation
  filled: ReadonlyMap<string, FilledSlot>
  /** Those filled before the slip of whoever looks. */
  locked: readonly string[]
  /** The job description that counts today, where I may read it. */
  job: JobVersion | undefined
  /** The talk before this one: its plan is here by itself. */
  last: Conversation | undefined
  today: LocalDate
  /** What was typed and could not be kept. */
  retyped?: Retyped
}

export async function documentsShown(
  tx: Tx,
  me: Me,
  c: PageContext,
  deps: Deps,
  talk: Conversation,
): Promise<DocumentsShown> {
  const today = localDateOf(c.var.now)
  return {
    frame: frameOf(c, deps),
    talk,
    filled: await getDocuments(tx, deps.keys, deps.random, talk),
    locked: await listLockedSlots(tx, talk),
    job: await findStandingJob(tx, talk, today),
    last: lastTalk(talk, await listConversations(tx, me)),
    today,
  }
}
