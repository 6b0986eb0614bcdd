import type { Conversation } from '../../domain/conversation.ts'
import type { SlotSeen } from '../../domain/invitation.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import type { TypedTime } from '../planning/times.ts'
import type { Frame } from '../shell.tsx'

/** What the invitation's page shows, and what was typed when it comes again. */
export type InvitationShown = {
  frame: Frame
  talk: Conversation
  slots: readonly SlotSeen[]
  greeting: string | undefined
  error?: string
  lines?: readonly TypedTime[]
  errors?: readonly FormError[]
}
