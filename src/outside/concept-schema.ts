// The shape of a concept as data: in its file, and as the database keeps a version of it.

import * as z from 'zod'
import { aims, type Concept, type Form, kinds, shapes, stages } from '../domain/concept.ts'

const isPlain = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text)

const text = z.string().min(1).max(2000).refine(isPlain)
const name = z.string().regex(/^[a-z0-9-]{1,40}$/)
const words = z.strictObject({ da: text, en: text })
const quote = z.strictObject({ da: text, en: text.exactOptional() })
const minutes = z.int().min(1).max(240)
const months = z.int().min(1).max(60)
const days = z.int().min(1).max(60)
const kind = z.enum(kinds)
const stage = z.enum(stages)

const tool = z.strictObject({
  id: name,
  stage,
  kinds: z.array(kind).min(1),
  title: quote,
  what: words,
  when: words,
  minutes,
})

const themes = z.strictObject({
  chips: z.array(z.strictObject({ id: name, words })).min(1),
  hope: words,
  acknowledge: words.exactOptional(),
})

const competence = z.strictObject({ id: name, words })

const ask = z.strictObject({ of: z.enum(['host', 'participant']), stage, text: quote })

const letter = z.strictObject({
  title: quote,
  lead: quote,
  opening: z.array(quote),
  topicsHead: quote.exactOptional(),
  topics: z.array(quote),
  otherTopics: words.exactOptional(),
  ending: z.array(quote),
  greeting: quote,
  signedAs: quote,
})

const purpose = z.strictObject({
  title: quote,
  parts: z.array(z.union([z.strictObject({ text: quote }), z.strictObject({ list: z.array(quote).min(1) })])),
})

const documentSlot = z.strictObject({
  id: name,
  of: z.enum(['organisation', 'unit', 'post', 'plan']),
  oldAfterMonths: months.exactOptional(),
  title: quote,
})

const scale = z.strictObject({
  min: z.literal(1),
  max: z.literal(6),
  head: quote,
  column: text,
  lowest: words,
  highest: words,
})

const question = z.strictObject({
  id: name,
  number: z.int().min(1).max(200),
  type: z.enum(['comment', 'score']),
  about: z.enum(['work', 'reader', 'pay']).default('work'),
  readerWord: quote.exactOptional(),
  text: quote,
  hint: words.exactOptional(),
})

const section = z.strictObject({
  id: name,
  band: z.enum(['comments', 'scored']),
  aims: z.array(z.enum(aims)).exactOptional(),
  title: quote,
  questions: z.array(question).min(1),
  prompts: z.array(words),
})

const step = z.strictObject({
  slug: name,
  title: words,
  hint: words.exactOptional(),
  questions: z.array(name),
})

const stretch = z.strictObject({
  id: name,
  looks: z.enum(['around', 'back', 'ahead']),
  minutes,
  title: words,
  say: words,
  steps: z.array(name).default([]),
})

const yes = z.literal(true).exactOptional()

const form = z.strictObject({
  draft: yes,
  label: z.strictObject({ short: text, long: quote }),
  definition: quote.exactOptional(),
  roles: z.strictObject({ host: quote, participant: quote }),
  host: z.enum(['nearest-leader', 'board-chair', 'leader']),
  durationMinutes: z.strictObject({ offered: z.array(minutes).min(1), usual: minutes }),
  yearly: z.boolean(),
  decline: z.boolean(),
  agreement: z.enum(['none', 'discussed', 'approved']),
  shapes: z.array(z.enum(shapes)).min(1).exactOptional(),
  formOptional: yes,
  jobDescription: yes,
  followUpDays: days.exactOptional(),
  themes: themes.exactOptional(),
  closing: z.enum(['sign', 'confirm']),
  statement: words,
  signatureHeads: z.strictObject({ host: quote, participant: quote, date: quote }),
  letter,
  purpose,
  asks: z.array(ask).exactOptional(),
  documents: z.array(documentSlot),
  answerHead: quote,
  commentsHead: quote.exactOptional(),
  scale: scale.exactOptional(),
  bothScore: z.boolean(),
  sections: z.array(section).min(1),
  steps: z.array(step).min(1),
  short: z.strictObject({ step: name, lead: words }).exactOptional(),
  sameQuestionsAs: kind.exactOptional(),
  guide: z.array(stretch).min(1),
  planTitle: quote,
  planHeads: z.strictObject({ what: quote, goal: quote, how: quote, when: quote }),
  supportPerPoint: z.boolean(),
  competences: z.array(competence).min(1).exactOptional(),
  planMonths: months,
}) satisfies z.ZodType<Form>

/** Refuses unknown fields at every depth. `conceptSchema.parse` also opens a stored version. */
export const conceptSchema = z.strictObject({
  id: name,
  name: text,
  year: z.int().min(1990).max(2100),
  version: z.int().min(1),
  source: text,
  mark: text,
  title: quote,
  intro: z.array(quote).exactOptional(),
  tools: z.array(tool).exactOptional(),
  kinds: z.partialRecord(kind, form),
}) satisfies z.ZodType<Concept>
