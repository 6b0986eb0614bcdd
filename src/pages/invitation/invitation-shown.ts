import { listClosedWeeks } from '../../db/closed-weeks.ts'
import { findGreeting, listSlots } from '../../db/invitations.ts'
import { findHeldLetter, type Goes } from '../../db/mails.ts'
import type { Tx } from '../../db/query.ts'
import { listProposals, type Proposal } from '../../db/slots.ts'
import type { Deps } from '../../deps.ts'
import type { ClosedWeeks } from '../../domain/closed-days.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import type { SlotSeen } from '../../domain/invitation.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import type { PageContext } from '../context.ts'
import { parted } from '../new-time/shown.ts'
import type { TypedTime } from '../planning/times.ts'
import type { Frame } from '../shell.tsx'
import { frameOf } from '../talks.ts'

/** What the invitation's page shows, and what was typed when it comes again. */
export type InvitationShown = {
  frame: Frame
  talk: Conversation
  slots: readonly SlotSeen[]
  greeting: string | undefined
  /** Times the participant proposes while none is agreed: the host's to answer, or one's own that wait. */
  theirs: readonly Proposal[]
  mine: readonly Proposal[]
  /** When the house has nobody there. */
  closed: readonly ClosedWeeks[]
  /** When a letter to the other goes that waits. */
  goes: Goes | undefined
  now: Date
  lines?: readonly TypedTime[]
  errors?: readonly FormError[]
}

export async function invitationShown(
  tx: Tx,
  talk: Conversation,
  c: PageContext,
  deps: Deps,
): Promise<InvitationShown> {
  const slots = (await listSlots(tx, talk)).filter(slot => slot.startsAt > c.var.now)
  const greeting = await findGreeting(tx, deps.keys, talk)
  const proposals = talk.status === 'invited' ? await listProposals(tx, talk) : []
  return {
    frame: frameOf(c, deps),
    talk,
    closed: await listClosedWeeks(tx, talk, localDateOf(c.var.now)),
    goes: await findHeldLetter(tx, talk, c.var.now),
    now: c.var.now,
    slots,
    greeting,
    ...parted(talk, proposals),
  }
}
