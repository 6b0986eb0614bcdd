import type { urls } from '../../src/urls.ts'
import type { State } from '../walls/course.ts'
import type { World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'
import { type Cells, day, words } from './cells.ts'
import type { Place, Sender } from './place.ts'

/** Whoever may send something, and the conversation it is about. */
export type Setting = { world: World; id: string; senders: Record<Sender, Visitor> }

/**
 * A form: who sends it, in which state of the conversation it is open and what must have gone before, what it holds when it
 * is right, and how that is answered. `passes`: what is wrong elsewhere and right here, and why.
 */
export type Row = {
  by: Sender
  at?: State
  before?(setting: Setting): Promise<unknown>
  parts?(place: Place): Readonly<Record<string, string>>
  cells?(place: Place): Cells
  good: number
  passes?: Readonly<Record<string, string>>
  /** What is kept of a form that is answered with a refusal, and why. */
  keeps?: string
  /** Statuses of bodies that no page reads, where they are others than usual. */
  bodies?: Readonly<Record<string, number>>
}

/** Times as they are offered and proposed. */
export const times = { 'day-1': day('2026-04-21'), 'time-1': words('13:00') }
export type Rows = Readonly<Partial<Record<keyof typeof urls, Row>>>
