// The course of a conversation as one table (experience.md §2e). What is not in it cannot happen.

import type { Role } from './concept.ts'

export const statuses = [
  'draft',
  'invited',
  'agreed',
  'talking',
  'held',
  'closing',
  'closed',
  'contested',
  'ended',
  'postponed',
  'cancelled',
  'paused',
  'replaced',
  'reopened',
] as const
export type Status = (typeof statuses)[number]

/** `to` may leave the status as it is. */
type Move = { from: readonly Status[]; to: Status | 'same'; by: Role | 'either' }

export const moves = {
  /** T1 */ invite: { from: ['draft'], to: 'invited', by: 'host' },
  /** T2, T3, T5: whoever did not offer the time says yes to it */
  agree: { from: ['invited', 'agreed', 'postponed'], to: 'agreed', by: 'either' },
  /** T3: an agreed time holds until the new one is answered, so the talk stays agreed */
  propose: { from: ['invited', 'agreed', 'postponed'], to: 'same', by: 'either' },
  /** T3: none of the proposed times fits */
  refuse: { from: ['invited', 'agreed', 'postponed'], to: 'same', by: 'either' },
  /** T4 */ postpone: { from: ['agreed'], to: 'postponed', by: 'either' },
  /** T6 */ decline: { from: ['invited', 'agreed', 'postponed'], to: 'cancelled', by: 'participant' },
  /** T6, undone */ takeUp: { from: ['cancelled'], to: 'invited', by: 'participant' },
  /** T7 */ callOff: { from: ['draft', 'invited', 'agreed', 'postponed'], to: 'cancelled', by: 'host' },
  /** T8 */ begin: { from: ['agreed'], to: 'talking', by: 'either' },
  /** T9 */ meetAgain: { from: ['talking'], to: 'agreed', by: 'either' },
  /** T10 */ hold: { from: ['talking'], to: 'held', by: 'either' },
  /** T11 */ freeze: { from: ['held'], to: 'closing', by: 'either' },
  /** T12 */ correct: { from: ['closing'], to: 'held', by: 'either' },
  /** T13 */ close: { from: ['closing'], to: 'closed', by: 'either' },
  /** T14 */ contest: { from: ['closing'], to: 'contested', by: 'either' },
  /** T14, its last part */ leaveUnsigned: { from: ['closing'], to: 'contested', by: 'host' },
  /** The same where nobody signs (D11) */ leaveUnanswered: {
    from: ['closing'],
    to: 'contested',
    by: 'either',
  },
  /** T24: by the next talk's closing, or by the calendar */ end: {
    from: ['closed', 'contested'],
    to: 'ended',
    by: 'either',
  },
} as const satisfies Record<string, Move>
export type MoveName = keyof typeof moves

export type MoveRefusal = { refused: 'not-now' | 'not-yours' }

/** The next status, or why not: not from here, or not by this party. */
export function move(name: MoveName, status: Status, role: Role): { status: Status } | MoveRefusal {
  const { from, to, by }: Move = moves[name]
  if (!from.includes(status)) return { refused: 'not-now' }
  if (by !== 'either' && by !== role) return { refused: 'not-yours' }
  return { status: to === 'same' ? status : to }
}

/** Joint text is open from the agreed time until it is frozen. */
export const writingOpen = (status: Status) => ['agreed', 'talking', 'held', 'reopened'].includes(status)

/** Closed for good: the plan runs, or has run. */
export const isOver = (status: Status) => ['closed', 'contested', 'ended'].includes(status)

/** What is shared can be taken back until the talk begins, and not between two sittings of it. */
export const takingBackOpen = ({ status, begunAt }: { status: Status; begunAt: Date | null }) =>
  begunAt === null && ['invited', 'agreed', 'postponed'].includes(status)

/** One's own preparation is open from the invitation until the talk is held; putting the talk off closes nothing. */
export const preparationOpen = (status: Status) =>
  ['invited', 'agreed', 'postponed', 'talking'].includes(status)
