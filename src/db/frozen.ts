import * as z from 'zod'
import { scores } from '../domain/answer.ts'
import { jobOutcomes, type PlanPart, type TalkPart } from '../domain/record.ts'
import type { Json } from '../trust/fingerprint.ts'

// What a sealed part holds, read back: `{content, random}` (walls.md §5).

const quote = z.object({ da: z.string(), en: z.string().exactOptional() })
const roles = ['host', 'participant'] as const
const person = z.object({ id: z.string(), name: z.string(), calledAs: quote })

const occasion = {
  format: z.literal(1),
  concept: z.object({
    id: z.string(),
    name: z.string(),
    year: z.number(),
    version: z.number(),
    label: z.string(),
  }),
  house: z.string(),
  unit: z.string(),
  people: z.object({ host: person, participant: person }),
  heldOn: z.string(),
}

const row = z.object({
  question: z.string(),
  number: z.number(),
  text: quote,
  scored: z.boolean(),
  score: z.union(scores.map(score => z.literal(score))).nullable(),
  conclusion: z.string(),
  keywords: z.array(z.object({ by: z.enum(roles), text: z.string() })),
})

const talk = z.object({
  ...occasion,
  title: quote,
  startedAt: z.string().nullable(),
  agreedAt: z.string().nullable(),
  minutes: z.number(),
  place: z.string().nullable(),
  withoutPay: z.boolean(),
  bands: z.array(
    z.object({
      band: z.enum(['comments', 'scored']),
      head: quote.nullable(),
      scoreHead: z.string().nullable(),
      answerHead: quote,
      sections: z.array(z.object({ title: quote.nullable(), rows: z.array(row) })),
    }),
  ),
}) satisfies z.ZodType<TalkPart & Json>

const point = z.object({
  what: z.string(),
  goal: z.string(),
  how: z.string(),
  when: z.string(),
  // A plan from before there was one to choose has none.
  competence: z.string().default(''),
  until: z.string().nullable(),
  support: z.string(),
  alone: z.boolean(),
})

const plan = z.object({
  ...occasion,
  title: quote,
  heads: z.object({ what: quote, goal: quote, how: quote, when: quote }),
  supportPerPoint: z.boolean(),
  months: z.number(),
  year: z.string(),
  points: z.array(point),
  competences: z
    .array(z.object({ id: z.string(), words: z.object({ da: z.string(), en: z.string() }) }))
    .exactOptional(),
  jobDescription: z.enum(jobOutcomes).exactOptional(),
  jobProposal: z.string().exactOptional(),
  closing: z.enum(['sign', 'confirm']),
  statement: z.object({ da: z.string(), en: z.string() }),
  signatureHeads: z.object({ host: quote, participant: quote, date: quote }),
}) satisfies z.ZodType<PlanPart & Json>

export const readTalk = (text: string): TalkPart =>
  z.object({ content: talk }).parse(JSON.parse(text)).content
export const readPlan = (text: string): PlanPart =>
  z.object({ content: plan }).parse(JSON.parse(text)).content
