// What one party lets into the record (S3-26, S3-13). Nothing is ticked beforehand, and nobody ticks for the other.

import { hasShareable, type SharedAnswer } from './answer.ts'
import type { Question } from './concept.ts'

export type Tick = {
  /** One's own keywords as they were shared, beside the joint conclusion. */
  readonly keywords: boolean
  /** The line on pay; it is printed only when both have ticked it. */
  readonly pay: boolean
}

export const noTick: Tick = { keywords: false, pay: false }

/** Which ticks a question offers one: own keywords where some are shared, pay where it is asked about. */
export function ticksOffered(question: Question, shared: SharedAnswer | undefined): Tick {
  const hasKeywords = shared !== undefined && hasShareable({ ...shared, score: null })
  return { keywords: hasKeywords, pay: question.about === 'pay' }
}
