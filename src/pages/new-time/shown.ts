import { listClosedWeeks } from '../../db/closed-weeks.ts'
import { listSlots } from '../../db/invitations.ts'
import type { Tx } from '../../db/query.ts'
import { listProposals, type Proposal } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import type { ClosedWeeks } from '../../domain/closed-days.ts'
import { type Conversation, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import type { SlotSeen } from '../../domain/invitation.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import type { PageContext } from '../context.ts'
import type { TypedTime } from '../planning/times.ts'
import type { Frame } from '../shell.tsx'
import { frameOf } from '../talks.ts'
import type { ReplyRead } from './calendar-reply.ts'

/** What the page for a new time shows, and what was typed when it comes again. */
export type NewTimeShown = {
  frame: Frame
  talk: Conversation
  now: Date
  /** Times the host has offered that are free still; the participant picks one at once. */
  free: readonly SlotSeen[]
  /** What the other proposes, and what one has proposed oneself. */
  theirs: readonly Proposal[]
  mine: readonly Proposal[]
  /** When the house has nobody there. */
  closed: readonly ClosedWeeks[]
  lines?: readonly TypedTime[]
  /** What was typed to put it off: a time of one's own, and the day to find one by. */
  wish?: TypedTime
  until?: string
  reply?: ReplyRead
  errors?: readonly FormError[]
}

export async function newTimeShown(
  tx: Tx,
  talk: Conversation,
  c: PageContext,
  deps: Deps,
): Promise<NewTimeShown> {
  const proposals = await listProposals(tx, talk)
  const isFree = ({ takenBy, startsAt }: SlotSeen) => takenBy === 'nobody' && startsAt > c.var.now
  return {
    frame: frameOf(c, deps),
    talk,
    now: c.var.now,
    free: talk.role === 'participant' ? (await listSlots(tx, talk)).filter(isFree) : [],
    closed: await listClosedWeeks(tx, talk, localDateOf(c.var.now)),
    ...parted(talk, proposals),
  }
}

/** What the other proposes, and what one has proposed oneself. */
export const parted = (talk: Conversation, proposals: readonly Proposal[]) => ({
  theirs: proposals.filter(({ by }) => by === otherIn(talk).id),
  mine: proposals.filter(({ by }) => by !== otherIn(talk).id),
})

/** The fields of a time of one's own, beside those of the form that only proposes. */
export const wishFields = { day: 'new-day', time: 'new-time', meant: 'new-meant' } as const
