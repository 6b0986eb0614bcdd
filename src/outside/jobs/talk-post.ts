import { getConversation } from '../../db/conversations.ts'
import { type FollowUpDates, findFollowUpDates } from '../../db/follow-ups.ts'
import { getMailStanding, type MailRow, type MailStanding, type Reader } from '../../db/mail-jobs.ts'
import { get, q, type Tx, Unseen } from '../../db/query.ts'
import { listOfferedTimes, listProposedTimes } from '../../db/slots.ts'
import type { FollowUpMail, TalkMailKind } from '../../db/tables.ts'
import type { Deps } from '../../deps.ts'
import { type Conversation, firstName, meIn, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import { followUpGone, reasonGone } from '../../domain/mail-course.ts'
import { deletionDates } from '../../domain/retention.ts'
import { urls } from '../../urls.ts'
import type { Address } from '../address.ts'
import { dayBeforeLetter } from '../letters/day-before-letter.ts'
import { followUpLetter } from '../letters/follow-up-letter.ts'
import { gentleLetter } from '../letters/gentle-letter.ts'
import { invitationLetter } from '../letters/invitation-letter.ts'
import type { Letter } from '../letters/letter.tsx'
import { planReadyLetter } from '../letters/plan-ready-letter.ts'
import { sharedLetter } from '../letters/shared-letter.ts'
import { threeDaysLetter } from '../letters/three-days-letter.ts'
import { timesWantedLetter } from '../letters/times-wanted-letter.ts'
import { toSignLetter } from '../letters/to-sign-letter.ts'
import { isAddressKind } from './address-post.ts'
import { calendarFor } from './calendar-for.ts'
import type { Post } from './post.ts'
import { timeLetters } from './time-letters.ts'

/** What a letter about a conversation is written from: names, times and the way to the page. No shelf is opened. */
type Occasion = {
  kind: TalkMailKind
  reader: Reader
  other: Address
  talk: Conversation
  standing: MailStanding
  offered: Date[]
  proposed: Date[]
  /** Of a letter about a follow-up that runs: its deadline, and its time once one is agreed. */
  followUp: FollowUpDates | undefined
  origin: string
  now: Date
}

/** The letter of one mail about a conversation, as things are now. */
export async function talkPost(tx: Tx, deps: Deps, mail: MailRow, reader: Reader, now: Date): Promise<Post> {
  const who = { organisation: mail.organisation_id, person: mail.person_id }
  const talk = await getConversation(tx, who, mail.conversation_id ?? '').catch(onlyUnseen)
  if (!talk || isApart(talk, who.person)) return { dropped: 'left' }
  if (mail.kind === 'weekly-digest' || mail.kind === 'deletion' || isAddressKind(mail.kind))
    return { dropped: 'left' }
  const { kind } = mail
  const standing = await getMailStanding(tx)
  const followUp = await findFollowUpDates(tx, talk, kind === 'follow-up-off')
  const dropped =
    followUpGone(kind, followUp) ?? reasonGone({ kind, about: mail.for_date, talk, standing, now })
  if (dropped) return { dropped }
  const offered = await listOfferedTimes(tx, talk)
  const proposed = (await listProposedTimes(tx, talk)).map(time => time.startsAt)
  const { origin } = deps
  const other = await addressOf(tx, talk, otherIn(talk).id)
  const occasion = { kind, reader, other, talk, standing, offered, proposed, followUp, origin, now }
  const link = `${origin}${urls.conversation({ id: talk.id })}`
  return { letter: letterFor(occasion), link, calendar: calendarFor(occasion) }
}

/** One of the two has left, or whoever would read it holds no part in it any more. */
const isApart = (talk: Conversation, reader: string) => talk.left !== null || meIn(talk).id !== reader

// Whoever is no party any more gets no letter about it.
function onlyUnseen(fault: unknown): undefined {
  if (!(fault instanceof Unseen)) throw fault
}

async function addressOf(tx: Tx, { organisation }: Conversation, id: string): Promise<Address> {
  const person = q
    .selectFrom('person')
    .select(['name', 'address'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
  const { name, address } = await get(tx, person)
  return { name, address: address ?? '' }
}

function letterFor(occasion: Occasion): Letter {
  const { kind, talk, reader, other, origin, standing } = occasion
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
  const page = link(urls.conversation({ id: talk.id }))
  const startsAt = talk.startsAt ?? occasion.now
  const themes = talk.form.themes !== undefined
  const dates = deletionDates(localDateOf(talk.closedAt ?? occasion.now), talk.periods)
  const followUp = (of: FollowUpMail) => () =>
    followUpLetter({
      ...about,
      kind: of,
      isAsker: talk.role === 'participant',
      ...datesOf(occasion),
      link: link(pathOf(of, talk)),
    })
  const letters: Record<TalkMailKind, () => Letter> = {
    'follow-up-asked': followUp('follow-up-asked'),
    'follow-up-times': followUp('follow-up-times'),
    'follow-up-agreed': followUp('follow-up-agreed'),
    'follow-up-off': followUp('follow-up-off'),
    'follow-up-nudge': followUp('follow-up-nudge'),
    'follow-up-soon': followUp('follow-up-soon'),
    'follow-up-late': followUp('follow-up-late'),
    invitation: () =>
      invitationLetter({
        ...about,
        host: talk.host.name,
        time: { offered: occasion.offered },
        link: link(urls.invitation({ id: talk.id })),
      }),
    'times-wanted': () =>
      timesWantedLetter({
        ...about,
        isAgreed: talk.status === 'agreed',
        link: link(
          talk.status === 'agreed' ? urls.newTime({ id: talk.id }) : urls.invitation({ id: talk.id }),
        ),
      }),
    ...timeLetters({ ...about, talk, link, proposed: occasion.proposed, now: occasion.now }),
    'three-days': () => threeDaysLetter({ ...about, standing, themes, startsAt, link: page }),
    'day-before': () => dayBeforeLetter({ ...about, startsAt, link: page }),
    'time-missing': () =>
      gentleLetter({
        ...about,
        about: talk.role === 'host' ? 'time-missing-host' : 'time-missing',
        link: link(urls.invitation({ id: talk.id })),
      }),
    'themes-soon': () => gentleLetter({ ...about, about: 'themes-soon', link: page }),
    'sign-reminder': () => toSignLetter({ ...about, link: link(urls.signing({ id: talk.id })) }),
    shared: () => sharedLetter({ ...about, link: page }),
    'to-sign': () => toSignLetter({ ...about, link: link(urls.signing({ id: talk.id })) }),
    'plan-ready': () =>
      planReadyLetter({ ...about, link: page, planDeletedOn: dates.plan, recordDeletedOn: dates.talk }),
  }
  return letters[kind]()
}

const datesOf = ({ followUp, now }: Occasion) => ({
  dueOn: followUp?.dueOn ?? localDateOf(now),
  startsAt: followUp?.startsAt ?? null,
  wasAt: followUp?.wasAt ?? null,
  isWithdrawn: followUp?.status === 'withdrawn',
})

// What is late, and what is agreed, is read beside the plan.
const pathOf = (kind: FollowUpMail, { id }: Conversation) =>
  kind === 'follow-up-late' || kind === 'follow-up-agreed' ? urls.plan({ id }) : urls.followUp({ id })
