import { transaction } from '../../db/database.ts'
import {
  findMail,
  getReader,
  listTakenUp,
  type MailChange,
  type MailRow,
  type Reader,
  recordMail,
} from '../../db/mail-jobs.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import { nextTry, soonAgain } from '../../domain/mail-course.ts'
import { goesAtOnce } from '../../domain/mail-schedule.ts'
import { mailTime } from '../../domain/quiet-hours.ts'
import type { Mailer } from '../mail.ts'
import { addressPost, isAddressKind } from './address-post.ts'
import { deletionPost } from './deletion-post.ts'
import { digestPost } from './digest-post.ts'
import type { Job } from './job.ts'
import type { Post, Sheet } from './post.ts'
import { talkPost } from './talk-post.ts'

type Ready = Sheet & { mail: MailRow; reader: Reader; to: readonly string[] }

/**
 * Sends one mail, if it still has its reason. In the quiet hours, on leave and during the reader's own talk it is put
 * back (S3-22), and so is one that did not get through; a round enters it again when it is due. Somebody without an
 * address gets none. While another address waits to count, both get it. On trial nothing is sent: the terminal says who
 * has a letter, and where.
 */
export async function sendMail(deps: Deps, mailer: Mailer | undefined, job: Job): Promise<void> {
  const now = deps.clock.now()
  const proof = { job: job.number }
  const found = await transaction(deps.db.jobs, proof, tx => lookAt(tx, deps, now))
  if (!found) return
  const change = 'mail' in found ? await deliver(deps, mailer, found) : found
  await transaction(deps.db.jobs, proof, tx => recordMail(tx, change))
}

async function lookAt(tx: Tx, deps: Deps, now: Date): Promise<Ready | MailChange | undefined> {
  const mail = await findMail(tx)
  if (!mail?.due_at) return undefined
  const due = goesAtOnce(mail.kind) ? now : mailTime(now, await listTakenUp(tx, now))
  if (due > now) return { due_at: due, queued_at: null }
  const reader = await getReader(tx, mail)
  const post = reader.here ? await postOf(tx, deps, mail, reader, now) : { dropped: 'left' as const }
  if ('dropped' in post) return { dropped: post.dropped, due_at: null }
  const to = (post.to ?? [reader.address, reader.asked?.address ?? '']).filter(address => address !== '')
  return to.length > 0 ? { mail, reader, ...post, to } : { failure: 'no-address', due_at: null }
}

// A mail about no conversation is written by its own kind.
function postOf(tx: Tx, deps: Deps, mail: MailRow, reader: Reader, now: Date): Promise<Post> {
  if (mail.kind === 'weekly-digest') return digestPost(tx, deps, reader, now)
  if (mail.kind === 'deletion') return deletionPost(tx, deps, reader)
  if (isAddressKind(mail.kind)) return Promise.resolve(addressPost(deps, mail.kind, reader))
  return talkPost(tx, deps, mail, reader, now)
}

async function deliver(deps: Deps, mailer: Mailer | undefined, ready: Ready): Promise<MailChange> {
  const { mail } = ready
  const gone = { sent_at: deps.clock.now(), failure: null, due_at: null }
  if (!mailer) {
    for (const line of trialLines(ready)) deps.say(line)
    return gone
  }
  const sent = await sendToAll(mailer, ready)
  if (sent === 'sent') return gone
  const failed = { failure: sent.failed, tries: mail.tries + 1 }
  if (sent.failed === 'refused-address' || sent.failed === 'malformed') return { ...failed, due_at: null }
  const again = goesAtOnce(mail.kind) ? soonAgain : nextTry
  return { ...failed, due_at: again(mail.tries, deps.clock.now()), queued_at: null }
}

/** It has got through when it has got through to one; what became of the first counts when it has not. */
async function sendToAll(mailer: Mailer, { mail, reader, letter, calendar, to }: Ready) {
  const each = to.map(address =>
    mailer.send({ id: mail.id, to: { name: reader.name, address }, ...letter, calendar }),
  )
  const sent = await Promise.all(each)
  return sent.find(result => result === 'sent') ?? sent[0] ?? ('sent' as const)
}

const trialLines = ({ reader, to, link }: Ready): string[] =>
  to.map(address =>
    reader.language === 'da' ? `Brev til ${address}: ${link}` : `Letter for ${address}: ${link}`,
  )
