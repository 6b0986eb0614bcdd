import { sql } from 'kysely'
import type { Conversation } from '../domain/conversation.ts'
import type { LocalDate } from '../domain/day.ts'
import type { JobVersion } from '../domain/job-description.ts'
import { find, isId, list, q, run, type Tx, Unseen } from './query.ts'

// Who may read and write which is the database's to say (app.job_of); a post that is not mine to see does not exist.

type Me = { organisation: string; person: string }

/** A post as whoever may read its job description sees it. */
export type JobPost = {
  post: string
  person: string
  title: string
  unit: string
  mine: boolean
  may: 'read' | 'write'
}

/** Nothing for a post whose job description I may not read. */
export async function findJobPost(tx: Tx, post: string): Promise<JobPost | undefined> {
  if (!isId(post)) return undefined
  return find(
    tx,
    sql<JobPost>`select ${post}::uuid as post, person, title, unit, mine, may from app.job_of(${post}::uuid)`,
  )
}

export async function getJobPost(tx: Tx, post: string): Promise<JobPost> {
  const found = await findJobPost(tx, post)
  if (!found) throw new Unseen()
  return found
}

export type JobRow = Omit<JobPost, 'may'> & {
  /** The day from which the one counts that counts today; null when there is none. */
  since: LocalDate | null
}

/** Mine, those I lead, and an administrator's all; at most 200, by name. */
export async function listJobPosts(tx: Tx, search: string): Promise<JobRow[]> {
  return list(tx, sql<JobRow>`select post, person, title, unit, mine, since from app.job_posts(${search})`)
}

/** Every version; nothing for one I may not read. */
export async function listJobVersions(tx: Tx, post: string): Promise<JobVersion[]> {
  return list(
    tx,
    sql<JobVersion>`select version, valid_from as "validFrom", words, link, writer, written_at as "writtenAt"
      from app.job_versions(${post}::uuid)`,
  )
}

/** The post a talk is about. */
export async function findPostOf(tx: Tx, { organisation, id, participant }: Conversation) {
  const row = await find(
    tx,
    sql<{ post: string | null }>`select post_id as post from party where organisation_id = ${organisation}
      and conversation_id = ${id} and person_id = ${participant.id} and role = 'participant'
      order by starts_on desc limit 1`,
  )
  return row?.post ?? undefined
}

type Written = Pick<JobVersion, 'words' | 'link' | 'validFrom'>

/**
 * Writes the version after the one that was seen; false when somebody has written meanwhile. Whoever writes for one post
 * waits for the other.
 */
export async function addJobVersion(
  tx: Tx,
  { organisation, person }: Me,
  post: string,
  seen: number,
  { words, link, validFrom }: Written,
  now: Date,
): Promise<boolean> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`job${organisation}${post}`}, 0))`)
  const last = (await listJobVersions(tx, post))[0]?.version ?? 0
  if (last !== seen) return false
  const written = { words, link, valid_from: validFrom, written_by: person, written_at: now }
  const row = { organisation_id: organisation, post_id: post, version: last + 1, ...written }
  await run(tx, q.insertInto('job_description').values(row))
  return true
}
