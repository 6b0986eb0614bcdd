// What now? One answer for each party at each moment; Min side, the host's list and the conversation's page all ask here.

import { type Conversation, meIn } from './conversation.ts'
import { localDateOf } from './day.ts'

export type NextStep =
  | 'pick-time'
  | 'wait-for-time'
  | 'give-times'
  | 'prepare'
  | 'share'
  | 'wait-for-day'
  | 'begin'
  | 'talk'
  | 'confirm-held'
  | 'freeze'
  | 'close'
  | 'wait-for-close'
  | 'done'
  | 'nothing'

/** What one has done oneself so far. */
export type Mine = { begun: boolean; shared: boolean; closed: boolean }

/** The one next step of whoever looks. */
export function nextStep(talk: Conversation, mine: Mine, now: Date): NextStep {
  switch (talk.status) {
    case 'invited':
      if (talk.role === 'participant') return 'pick-time'
      return talk.timesWantedAt ? 'give-times' : 'wait-for-time'
    case 'agreed':
      return beforeTalk(talk, mine, now)
    case 'talking':
      return talk.endProposedBy !== null && talk.endProposedBy !== meIn(talk).id ? 'confirm-held' : 'talk'
    case 'held':
      return 'freeze'
    case 'closing':
      return mine.closed ? 'wait-for-close' : 'close'
    case 'closed':
    case 'contested':
      return 'done'
    default:
      return 'nothing'
  }
}

function beforeTalk(talk: Conversation, mine: Mine, now: Date): NextStep {
  const isDay = talk.startsAt !== null && localDateOf(now) >= localDateOf(talk.startsAt)
  if (isDay) return 'begin'
  if (mine.shared || talk.begunAt !== null) return 'wait-for-day'
  return mine.begun ? 'share' : 'prepare'
}

const order: readonly NextStep[] = [
  'confirm-held',
  'close',
  'talk',
  'begin',
  'freeze',
  'pick-time',
  'give-times',
  'share',
  'prepare',
  'wait-for-time',
  'wait-for-day',
  'wait-for-close',
  'done',
  'nothing',
]

/** Which of several conversations comes first on Min side: the lower, the sooner. */
export const urgencyOf = (talk: Conversation, mine: Mine, now: Date): number =>
  order.indexOf(nextStep(talk, mine, now))
