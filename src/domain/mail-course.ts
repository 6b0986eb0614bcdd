// Whether a mail still has its reason when it is due, and when one that did not get through is tried again.

import type { Conversation } from './conversation.ts'
import { localDateOf } from './day.ts'
import { mailTime, type Period } from './quiet-hours.ts'
import { momentOf } from './reminders.ts'

/** Why a mail does not go any more. */
export type MailWord =
  | 'called-off'
  | 'moved'
  | 'past'
  | 'too-late'
  | 'answered'
  | 'taken-back'
  | 'left'
  | 'nothing-to-say'

type Standing = { shared: boolean; otherShared: boolean; themesSent: boolean; answered: boolean }
type Asked = { kind: string; about: string | null; talk: Conversation; standing: Standing; now: Date }

/** The word for why it is no longer to go; nothing while it is. */
export function reasonGone(asked: Asked): MailWord | undefined {
  const { talk, kind, standing } = asked
  const overtaken = reasonOvertaken(kind, talk)
  if (overtaken) return overtaken
  const toSign = kind === 'to-sign' || kind === 'sign-reminder'
  if (toSign && (talk.status !== 'closing' || standing.answered)) return 'answered'
  if (kind === 'time-missing' && talk.status !== 'invited') return 'answered'
  if (kind === 'themes-soon' && (talk.status !== 'agreed' || standing.themesSent)) return 'answered'
  if (kind === 'shared' && !standing.otherShared) return 'taken-back'
  if (kind === 'three-days' || kind === 'day-before') return reminderGone(asked)
  return undefined
}

/** The same as far as the talk alone can tell: so much is known to both. */
export function reasonOvertaken(kind: string, talk: Conversation): MailWord | undefined {
  if (['cancelled', 'ended', 'replaced'].includes(talk.status) && about[kind]) return 'called-off'
  if (kind === 'invitation' && talk.status !== 'invited') return 'answered'
  if (kind === 'times-wanted' && talk.timesWantedAt === null) return 'answered'
  if (kind === 'to-sign' && talk.status !== 'closing') return 'answered'
  return timeGone(kind, talk)
}

const timeTold = ['time-agreed', 'time-moved', 'time-found', 'meets-again', 'place-set']
const afterTime: readonly string[] = ['talking', 'held', 'closing', 'closed', 'contested']

/** What a letter about the talk's time would say and is no longer so (T2–T7); of a talk that has begun there is no time to tell. */
function timeGone(kind: string, { status, startsAt, timesProposedBy }: Conversation): MailWord | undefined {
  if (timeTold.includes(kind) && afterTime.includes(status)) return 'past'
  if (['time-agreed', 'time-moved', 'time-found', 'meets-again'].includes(kind) && startsAt === null)
    return 'moved'
  if (kind === 'postponed' && status !== 'postponed') return 'moved'
  if ((kind === 'declined' || kind === 'called-off') && status !== 'cancelled') return 'answered'
  return kind === 'times-proposed' && timesProposedBy === null ? 'answered' : undefined
}

/** The same of a follow-up: whether it runs, and whether it has the time the letter is about. */
export function followUpGone(kind: string, followUp: { status: string } | undefined): MailWord | undefined {
  if (!kind.startsWith('follow-up-')) return undefined
  if (!followUp) return 'answered'
  const isAgreed = followUp.status === 'agreed'
  if (kind === 'follow-up-agreed' && !isAgreed) return 'moved'
  return kind === 'follow-up-off' && isAgreed ? 'moved' : undefined
}

/** The kinds that are about a talk to come or under way; what tells that it is off still goes. */
const about: Readonly<Record<string, true>> = {
  invitation: true,
  'times-wanted': true,
  'times-proposed': true,
  'times-refused': true,
  'time-moved': true,
  'time-found': true,
  'meets-again': true,
  'place-set': true,
  postponed: true,
  'taken-up': true,
  'time-agreed': true,
  'three-days': true,
  'day-before': true,
  shared: true,
  'to-sign': true,
  'sign-reminder': true,
  'time-missing': true,
  'themes-soon': true,
}

function reminderGone({ kind, about: day, talk, now }: Asked): MailWord | undefined {
  if (talk.startsAt === null || talk.status === 'postponed') return 'moved'
  const today = localDateOf(talk.startsAt)
  if (day !== today) return 'moved'
  if (talk.status !== 'agreed' || talk.startsAt <= now) return 'past'
  return kind === 'three-days' && now >= momentOf('day-before', today) ? 'too-late' : undefined
}

const minutes = [1, 5, 15, 30]

/** When a mail is tried again after so many failures: soon at first, then every hour, in the hours mails go. */
export function nextTry(tries: number, now: Date, takenUp: readonly Period[] = []): Date {
  return mailTime(soonAgain(tries, now), takenUp)
}

/** The same for what goes at any hour. */
export const soonAgain = (tries: number, now: Date): Date =>
  new Date(now.getTime() + (minutes[tries] ?? 60) * 60_000)
