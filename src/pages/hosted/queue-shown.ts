import type { House } from '../../db/house.ts'
import type { Standing } from '../../db/standing.ts'
import type { Queued } from '../../domain/host-queue.ts'
import type { FormError } from '../../ui/error-summary.tsx'
import type { Frame } from '../shell.tsx'

export type QueueShown = {
  frame: Frame
  house: House
  queue: readonly Queued[]
  standings: ReadonlyMap<string, Standing>
  /** To how many the same themes were just sent. */
  sent?: number | undefined
  /** What was chosen to be sent to several and could not be. */
  tried?: Tried | undefined
}

export type Tried = { chips: readonly string[]; words: string; to: readonly string[]; error: FormError }
