import { findPostOf, listJobVersions } from '../../db/job-descriptions.ts'
import type { Tx } from '../../db/query.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { LocalDate } from '../../domain/day.ts'
import { type JobVersion, versionsOn } from '../../domain/job-description.ts'

/** The job description that counts for the post a talk is about; nothing where none does, or where I may not read it. */
export async function findStandingJob(
  tx: Tx,
  talk: Conversation,
  today: LocalDate,
): Promise<JobVersion | undefined> {
  const post = await findPostOf(tx, talk)
  return post === undefined ? undefined : versionsOn(await listJobVersions(tx, post), today).current
}
