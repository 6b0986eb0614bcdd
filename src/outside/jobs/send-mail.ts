import { getConversation } from '../../db/conversations.ts'
import { transaction } from '../../db/database.ts'
import { find, get, q, run, type Tx } from '../../db/query.ts'
import { listOfferedTimes } from '../../db/slots.ts'
import type { MailKind } from '../../db/tables.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { mailTime } from '../../domain/quiet-hours.ts'
import { deletionDates } from '../../domain/retention.ts'
import { urls } from '../../urls.ts'
import type { Language } from '../../words/words.ts'
import { invitation as calendarFile } from '../calendar.ts'
import { invitationLetter } from '../letters/invitation-letter.ts'
import type { Letter } from '../letters/letter.tsx'
import { planReadyLetter } from '../letters/plan-ready-letter.ts'
import { sharedLetter } from '../letters/shared-letter.ts'
import { timeAgreedLetter } from '../letters/time-agreed-letter.ts'
import { timesWantedLetter } from '../letters/times-wanted-letter.ts'
import { toSignLetter } from '../letters/to-sign-letter.ts'
import type { Mailer } from '../mail.ts'
import { type Job, JobFailure } from './job.ts'

type Reader = { name: string; address: string; language: Language }

/** What a letter is written from: names, times and the way to the page. No shelf is opened for a mail. */
type Occasion = {
  kind: MailKind
  id: string
  reader: Reader
  other: Reader
  talk: Conversation
  offered: Date[]
  origin: string
  now: Date
}

/**
 * Writes and sends one mail. Somebody without an address gets none, which is recorded; so is each failure, as a word.
 * In the quiet hours it is put back until a mail may go; a round enters it again then. On trial nothing is sent: the terminal says who has a letter, and where.
 */
export async function sendMail(deps: Deps, mailer: Mailer | undefined, job: Job): Promise<void> {
  const occasion = await transaction(deps.db.jobs, { job: job.number }, tx => occasionOf(tx, deps))
  if (!occasion) return
  const due = mailTime(occasion.now)
  if (due > occasion.now) return record(deps, job, { due_at: due, queued_at: null })
  if (!occasion.reader.address) return record(deps, job, { failure: 'no-address' })
  if (!mailer) {
    deps.say(trialLine(occasion))
    return record(deps, job, { sent_at: deps.clock.now() })
  }
  const { id, reader } = occasion
  const to = { name: reader.name, address: reader.address }
  const sent = await mailer.send({ id, to, ...letterFor(occasion), calendar: calendarFor(occasion) })
  if (sent === 'sent') return record(deps, job, { sent_at: deps.clock.now(), failure: null })
  await record(deps, job, { failure: sent.failed })
  if (sent.failed !== 'refused-address' && sent.failed !== 'malformed') throw new JobFailure(sent.failed)
}

type Change = { sent_at?: Date; failure?: string | null; due_at?: Date; queued_at?: null }

async function record(deps: Deps, job: Job, change: Change) {
  await transaction(deps.db.jobs, { job: job.number }, tx => run(tx, q.updateTable('mail').set(change)))
}

async function occasionOf(tx: Tx, deps: Deps): Promise<Occasion | undefined> {
  const mail = await find(tx, q.selectFrom('mail').selectAll())
  if (!mail?.conversation_id || mail.sent_at) return undefined
  const who = { organisation: mail.organisation_id, person: mail.person_id }
  const talk = await getConversation(tx, who, mail.conversation_id)
  return {
    kind: mail.kind,
    id: mail.id,
    reader: await readerOf(tx, talk.organisation, meIn(talk).id),
    other: await readerOf(tx, talk.organisation, otherIn(talk).id),
    talk,
    offered: await listOfferedTimes(tx, talk),
    origin: deps.origin,
    now: deps.clock.now(),
  }
}

async function readerOf(tx: Tx, organisation: string, id: string): Promise<Reader> {
  const person = q
    .selectFrom('person')
    .select(['name', 'address', 'language'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
  const { name, address, language } = await get(tx, person)
  return { name, address: address ?? '', language }
}

function letterFor(occasion: Occasion): Letter {
  const { kind, talk, reader, other, origin } = occasion
  const about = {
    language: reader.language,
    reader: firstName(reader.name),
    other: other.name,
    house: talk.house,
    minutes: talk.minutes,
    place: talk.place ?? undefined,
    form: talk.form,
    closing: talk.form.closing,
  }
  const link = (path: string) => `${origin}${path}`
  const startsAt = talk.startsAt ?? occasion.now
  const dates = deletionDates(localDateOf(talk.closedAt ?? occasion.now))
  const letters: Record<MailKind, () => Letter> = {
    invitation: () =>
      invitationLetter({
        ...about,
        host: talk.host.name,
        time: { offered: occasion.offered },
        link: link(urls.invitation({ id: talk.id })),
      }),
    'times-wanted': () => timesWantedLetter({ ...about, link: link(urls.invitation({ id: talk.id })) }),
    'time-agreed': () =>
      timeAgreedLetter({ ...about, startsAt, link: link(urls.conversation({ id: talk.id })) }),
    shared: () => sharedLetter({ ...about, link: link(urls.conversation({ id: talk.id })) }),
    'to-sign': () => toSignLetter({ ...about, link: link(urls.signing({ id: talk.id })) }),
    'plan-ready': () =>
      planReadyLetter({
        ...about,
        link: link(urls.conversation({ id: talk.id })),
        planDeletedOn: dates.plan,
        recordDeletedOn: dates.talk,
      }),
  }
  return letters[kind]()
}

/** The agreed time as a calendar file: one UID through every change, a sequence that rises (walls §5). */
function calendarFor({ kind, talk, reader, other, origin, now }: Omit<Occasion, 'id' | 'offered'>) {
  if (kind !== 'time-agreed' || !talk.startsAt || !other.address) return undefined
  return calendarFile({
    uid: `${talk.id}@medspil`,
    sequence: talk.calendarSequence,
    method: 'REQUEST',
    startsAt: talk.startsAt,
    minutes: talk.minutes,
    place: talk.place ?? undefined,
    organiser: { name: other.name, address: other.address },
    attendee: { name: reader.name, address: reader.address },
    url: `${origin}${urls.conversation({ id: talk.id })}`,
    stampedAt: now,
  })
}

const trialLine = ({ reader, talk, origin }: Occasion) =>
  reader.language === 'da'
    ? `Brev til ${reader.address}: ${origin}${urls.conversation({ id: talk.id })}`
    : `Letter for ${reader.address}: ${origin}${urls.conversation({ id: talk.id })}`
