// The record: what is frozen when both have finished writing. It takes along every word it needs, the concept's heads
// and questions among them, so that it reads the same for as long as it is kept, whatever the concept becomes.
// Two parts with two lives: the talk (Samtalearket) and the plan (Planen).

import type { Score } from './answer.ts'
import type { Competence, Form, PlanHead, PrintedBand, Quote, Role, Words } from './concept.ts'
import { firstName } from './conversation.ts'
import type { LocalDate } from './day.ts'
import type { Point } from './point.ts'

type FrozenPerson = { readonly id: string; readonly name: string; readonly calledAs: Quote }

/** Who met, when and where; both parts begin with it. */
export type Occasion = {
  readonly format: 1
  readonly concept: {
    readonly id: string
    readonly name: string
    readonly year: number
    readonly version: number
    readonly label: string
  }
  readonly house: string
  readonly unit: string
  readonly people: Readonly<Record<Role, FrozenPerson>>
  readonly heldOn: LocalDate
}

export type TalkPart = Occasion & {
  readonly title: Quote
  /** When it really began, as ISO 8601; null when that was on another day than it was held. */
  readonly startedAt: string | null
  /** The time agreed on beforehand, as ISO 8601; never said to be when it was held. */
  readonly agreedAt: string | null
  readonly minutes: number
  readonly place: string | null
  /** There was a question on pay, and not both let it into the record (S3-13). */
  readonly withoutPay: boolean
  readonly bands: readonly FrozenBand[]
}

export type FrozenBand = {
  readonly band: PrintedBand['band']
  readonly head: Quote | null
  /** Over the scores: »1-6«. */
  readonly scoreHead: string | null
  readonly answerHead: Quote
  readonly sections: readonly FrozenSection[]
}

export type FrozenSection = { readonly title: Quote | null; readonly rows: readonly FrozenRow[] }

export type FrozenRow = {
  readonly question: string
  readonly number: number
  readonly text: Quote
  readonly scored: boolean
  readonly score: Score | null
  readonly conclusion: string
  readonly keywords: readonly { readonly by: Role; readonly text: string }[]
}

/** What came of holding the job description against the person's qualifications (S0-19). */
export const jobOutcomes = ['fits', 'change', 'not-discussed'] as const
export type JobOutcome = (typeof jobOutcomes)[number]
export const proposalLimit = 300

export type PlanPart = Occasion & {
  readonly title: Quote
  readonly heads: Readonly<Record<PlanHead, Quote>>
  /** Whether each point says how the host supports it (S3-08). */
  readonly supportPerPoint: boolean
  /** How many months from the day it was held the plan runs. */
  readonly months: number
  readonly year: string
  readonly points: readonly Point[]
  /** Those that a point is about, and no others (S0-18). */
  readonly competences?: readonly Competence[]
  /** Where the concept asks and somebody answered. */
  readonly jobDescription?: JobOutcome
  /** What they propose, in a line of theirs; with the outcome `change` alone. */
  readonly jobProposal?: string
  readonly closing: Form['closing']
  readonly statement: Words
  readonly signatureHeads: Readonly<Record<Role | 'date', Quote>>
}

export type RecordParts = { readonly talk: TalkPart; readonly plan: PlanPart }

/** What the two call each other in the text: the name one is spoken to with. */
export const calledIn = (part: Occasion, role: Role): string => firstName(part.people[role].name)
