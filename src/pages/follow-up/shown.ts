import { listClosedWeeks } from '../../db/closed-weeks.ts'
import {
  type Followed,
  findFollowUp,
  findLine,
  listFollowUpTimes,
  listRepresentatives,
  type Representative,
} from '../../db/follow-ups.ts'
import { findHeldLetter, type Goes } from '../../db/mails.ts'
import type { Tx } from '../../db/query.ts'
import type { Deps } from '../../deps.ts'
import type { ClosedWeeks } from '../../domain/closed-days.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { type LocalDate, localDateOf } from '../../domain/day.ts'
import { type Asking, askingOn, type FollowUpTime, isLate, isRunning } from '../../domain/follow-up.ts'
import type { PageContext } from '../context.ts'
import type { Frame } from '../shell.tsx'
import { frameOf } from '../talks.ts'

/** A follow-up as one of the two reads it. */
export type FollowUpShown = {
  frame: Frame
  talk: Conversation
  /** The newest; none before anybody has asked. */
  followUp: Followed | undefined
  times: readonly FollowUpTime[]
  line: string | undefined
  /** When the house has nobody there. */
  closed: readonly ClosedWeeks[]
  /** What asking on the day it was asked for gives, or today when nobody has. */
  asking: Asking
  /** Once it is late, for the one who asked. */
  representatives: readonly Representative[] | undefined
  /** When a letter to the other goes that waits. */
  goes: Goes | undefined
  now: Date
  today: LocalDate
}

type Loading = (tx: Tx, c: PageContext, deps: Deps, talk: Conversation) => Promise<FollowUpShown>

export const followUpShown: Loading = async (tx, c, deps, talk) => {
  const today = localDateOf(c.var.now)
  const newest = await findFollowUp(tx, talk)
  const running = newest && isRunning(newest) ? newest : undefined
  const from = running?.askedOn ?? today
  const closed = await listClosedWeeks(tx, talk, from)
  return {
    frame: frameOf(c, deps),
    talk,
    closed,
    followUp: newest,
    times: running ? await listFollowUpTimes(tx, talk, running.id) : [],
    line: running && (await findLine(tx, deps.keys, talk, running.id)),
    asking: askingOn(talk, from, closed),
    representatives:
      running && isAlarmed(talk, running, today) ? await listRepresentatives(tx, talk) : undefined,
    goes: await findHeldLetter(tx, talk, c.var.now),
    now: c.var.now,
    today,
  }
}

/** Whoever asked for it is told whom they can talk to once it is late. */
const isAlarmed = ({ role }: Conversation, followUp: Followed, today: LocalDate) =>
  role === 'participant' && isLate(followUp, today)
