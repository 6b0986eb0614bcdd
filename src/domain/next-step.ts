// What now? One answer for each party at each moment; Min side, the host's list and the conversation's page all ask here.

import { type Conversation, isToAnswerTimes, meIn } from './conversation.ts'
import { localDateOf } from './day.ts'
import { type FollowUp, isLate } from './follow-up.ts'
import { isOver } from './lifecycle.ts'
import { waitsTooLong } from './rearranging.ts'
import { type ClosingDays, closeUnanswered, type Signer } from './record/signing.ts'

export type NextStep =
  | 'pick-time'
  | 'wait-for-time'
  | 'give-times'
  | 'answer-times'
  | 'wait-for-answer'
  | 'find-time'
  | 'see-next-time'
  | 'find-next-time'
  | 'prepare'
  | 'share'
  | 'wait-for-day'
  | 'begin'
  | 'talk'
  | 'confirm-held'
  | 'wait-for-held'
  | 'freeze'
  | 'close'
  | 'wait-for-close'
  | 'close-unanswered'
  | 'follow-up-times'
  | 'follow-up-pick'
  | 'follow-up-confirm'
  | 'follow-up-hold'
  | 'follow-up-wait'
  | 'follow-up-agreed'
  | 'follow-up-said'
  | 'wait-for-host'
  | 'participant-left'
  | 'done'
  | 'nothing'

/** What one has done oneself so far. */
export type Mine = {
  begun: boolean
  shared: boolean
  /** The text while it waits for answers. */
  locked?: Locked | undefined
  themesSent?: boolean
  /** »Jeg vil hellere tale end skrive« */
  leftToTheTalk?: boolean
  /** A follow-up that runs, and how many times wait to be picked. */
  followUp?: (FollowUp & { offered: number }) | undefined
}

/** A text that waits for answers: its version, who has given one, and the days it gives. */
export type Locked = Pick<Signer, 'answers'> & { version: number; days: ClosingDays }

const goesOn = ({ status }: Conversation) => !isOver(status) && status !== 'cancelled'

/** The one next step of whoever looks. */
export function nextStep(talk: Conversation, mine: Mine, now: Date): NextStep {
  if (talk.left && goesOn(talk)) return talk.left.role === 'host' ? 'wait-for-host' : 'participant-left'
  const asked = isToAnswerTimes(talk)
  switch (talk.status) {
    case 'invited':
      return asked ? 'answer-times' : beforeTime(talk)
    case 'agreed':
      return asked ? 'answer-times' : beforeTalk(talk, mine, now)
    case 'postponed':
      if (asked) return 'answer-times'
      return talk.timesProposedBy ? 'wait-for-answer' : 'find-time'
    case 'talking':
      return whileTalking(talk)
    case 'held':
      return 'freeze'
    case 'closing':
      return mine.locked?.answers[talk.role] ? whileUnanswered(talk, mine.locked, now) : 'close'
    case 'closed':
    case 'contested':
    case 'ended':
      return followUpStep(talk, mine, now) ?? (talk.status === 'ended' ? 'nothing' : 'done')
    default:
      return 'nothing'
  }
}

function whileTalking(talk: Conversation): NextStep {
  if (talk.endProposedBy === null) return 'talk'
  return talk.endProposedBy === meIn(talk).id ? 'wait-for-held' : 'confirm-held'
}

function beforeTime(talk: Conversation): NextStep {
  if (talk.role === 'participant') return talk.timesProposedBy ? 'wait-for-answer' : 'pick-time'
  return talk.timesWantedAt ? 'give-times' : 'wait-for-time'
}

/** T14: I have answered and wait, until I may close it without the other's answer. */
function whileUnanswered(talk: Conversation, { version, answers, days }: Locked, now: Date): NextStep {
  const { status, role, form } = talk
  const signer = { status, role, closing: form.closing, version, answers }
  const decided = closeUnanswered(signer, version, days, localDateOf(now))
  return 'refused' in decided ? 'wait-for-close' : 'close-unanswered'
}

/** T16: what a follow-up that runs wants of whoever looks. */
function followUpStep(talk: Conversation, { followUp }: Mine, now: Date): NextStep | undefined {
  if (!followUp) return undefined
  const { saidBy, status, startsAt, offered } = followUp
  if (saidBy !== null) return saidBy === meIn(talk).id ? 'follow-up-said' : 'follow-up-confirm'
  if (status === 'agreed' && startsAt)
    return localDateOf(now) >= localDateOf(startsAt) ? 'follow-up-hold' : 'follow-up-agreed'
  if (talk.role === 'host') return offered > 0 ? 'follow-up-wait' : 'follow-up-times'
  return offered > 0 ? 'follow-up-pick' : 'follow-up-wait'
}

function beforeTalk(talk: Conversation, mine: Mine, now: Date): NextStep {
  const isDay = talk.startsAt !== null && localDateOf(now) >= localDateOf(talk.startsAt)
  const isReadyFor = talk.begunAt !== null || isReady(talk, mine)
  if (isDay && (isReadyFor || !isAhead(talk, now))) return 'begin'
  if (talk.begunAt !== null) return beforeNext(talk)
  if (isReadyFor) return 'wait-for-day'
  return mine.begun ? 'share' : 'prepare'
}

const anHour = 60 * 60 * 1000

/** Whoever is not ready has time for it yet. */
const isAhead = ({ startsAt }: Conversation, now: Date): boolean =>
  startsAt !== null && startsAt.getTime() - now.getTime() > anHour

/** It is to be today, and has not begun: they may begin as soon as they sit together (T8). */
export const isToday = ({ status, startsAt }: Conversation, now: Date): boolean =>
  status === 'agreed' && startsAt !== null && localDateOf(startsAt) === localDateOf(now)

/** T9: between two small talks. Whoever did not set the time is told of it, and can ask for another. */
function beforeNext(talk: Conversation): NextStep {
  const { timeSetBy, timesWantedAt, timesProposedBy } = talk
  if (timesProposedBy !== null) return 'wait-for-answer'
  if (timeSetBy === null) return 'wait-for-day'
  if (timeSetBy === meIn(talk).id) return timesWantedAt ? 'find-next-time' : 'wait-for-day'
  return timesWantedAt ? 'wait-for-day' : 'see-next-time'
}

/** The participant has shared, or would rather talk than write. A host is ready with themes sent, as the queue says: a host's answers need no Del. */
export const isReady = ({ role }: Conversation, { shared, themesSent, leftToTheTalk }: Mine): boolean =>
  shared || leftToTheTalk === true || (role === 'host' && themesSent === true)

const order: readonly NextStep[] = [
  'confirm-held',
  'follow-up-confirm',
  'follow-up-times',
  'follow-up-pick',
  'follow-up-hold',
  'close',
  'talk',
  'wait-for-held',
  'answer-times',
  'begin',
  'freeze',
  'close-unanswered',
  'pick-time',
  'find-time',
  'give-times',
  'find-next-time',
  'share',
  'prepare',
  'wait-for-answer',
  'wait-for-time',
  'see-next-time',
  'wait-for-day',
  'wait-for-close',
  'follow-up-wait',
  'follow-up-agreed',
  'follow-up-said',
  'wait-for-host',
  'participant-left',
  'done',
  'nothing',
]

const untilTaken = [
  'answer-times',
  'find-time',
  'give-times',
  'find-next-time',
  'confirm-held',
  'close',
  'close-unanswered',
] as const
type MineToDo = (typeof untilTaken)[number]

/** A step that stands still: nothing happens until it is taken. */
export const isMine = (step: NextStep): step is MineToDo => untilTaken.some(each => each === step)

/** I have done mine, and the talk goes on when the other has done theirs. */
export const isTheirs = (step: NextStep): boolean =>
  step === 'wait-for-answer' || step === 'wait-for-held' || step === 'wait-for-close'

/** A follow-up in which there is nothing to do for whoever looks. */
export const isQuietFollowUp = (step: NextStep): boolean =>
  step === 'follow-up-wait' || step === 'follow-up-agreed' || step === 'follow-up-said'

/** The two are in the room today: whoever comes out of it by mistake wants back. */
export const isUnderWay = ({ status, startsAt, begunAt }: Conversation, now: Date): boolean =>
  status === 'talking' && [startsAt, begunAt].some(at => at !== null && localDateOf(at) === localDateOf(now))

/**
 * Which of several conversations comes first: the lower, the sooner. Before all, as in the host's list: a talk under way, a
 * follow-up that the host has not held in time (T16), then what was put off and is long without a time (T5). One of today
 * stands as one to begin, also while it is prepared for.
 */
export function urgencyOf(talk: Conversation, mine: Mine, now: Date): number {
  if (isUnderWay(talk, now)) return -3
  const { followUp } = mine
  if (followUp && talk.role === 'host' && isLate(followUp, localDateOf(now))) return -2
  if (waitsTooLong(talk, now)) return -1
  const place = order.indexOf(nextStep(talk, mine, now))
  return isToday(talk, now) ? Math.min(place, order.indexOf('begin')) : place
}
