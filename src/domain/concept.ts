// A concept is an organisation's own way of holding conversations: its letter, questions, plan and closing, as
// versioned data. Nothing in the code knows one concept from another (experience.md, the fifth idea).

import type { QuestionType } from './answer.ts'

/** Our own wording, always in both languages. */
export type Words = { readonly da: string; readonly en: string }

/** The source's Danish with its own spelling; `en` is our gloss, shown beneath it on English screens. */
export type Quote = { readonly da: string; readonly en?: string }

export const kinds = ['mus', 'lus', 'grus'] as const
export type Kind = (typeof kinds)[number]

/** Who is who in a conversation: the host holds it, the participant is whom it is about. */
export type Role = 'host' | 'participant'
export const otherRole = (role: Role): Role => (role === 'host' ? 'participant' : 'host')

export type Concept = {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly version: number
  /** Where the wording comes from. */
  readonly source: string
  /** The source organisation's mark in words (S3-01). */
  readonly mark: string
  /** What the source calls the conversation, verbatim. */
  readonly title: Quote
  /** What the source says of its talks as a whole, before each kind's own words: the page »Om samtalerne«. */
  readonly intro?: readonly Quote[]
  /** The source's tools, each with when it is used and the time it takes (S0-21). */
  readonly tools?: readonly Tool[]
  readonly kinds: { readonly [K in Kind]?: Form }
}

/** When something is used or asked for; »Om samtalerne« is parted so (S0-01). */
export const stages = ['before', 'during', 'after'] as const
export type Stage = (typeof stages)[number]

export type Tool = {
  readonly id: string
  readonly stage: Stage
  readonly kinds: readonly Kind[]
  readonly title: Quote
  readonly what: Words
  readonly when: Words
  readonly minutes: number
}

export type Form = {
  /** Questions of our own making where the source has none: every page of the form says »udkast til koncept« (D2). */
  readonly draft?: true
  readonly label: { readonly short: string; readonly long: Quote }
  /** What this kind of talk is, in the source's words (S0-06). */
  readonly definition?: Quote
  /** What each party is called in letters and documents. */
  readonly roles: Readonly<Record<Role, Quote>>
  readonly host: 'nearest-leader' | 'board-chair' | 'leader'
  readonly durationMinutes: { readonly offered: readonly number[]; readonly usual: number }
  readonly yearly: boolean
  /** Whether the participant may decline; if not, only postpone. */
  readonly decline: boolean
  readonly agreement: 'none' | 'discussed' | 'approved'
  /** How a talk may be held, to choose when it is planned; the first is usual. Without it: one talk (S0-22). */
  readonly shapes?: readonly Shape[]
  /** Whether a talk may be held with no question answered: themes and plan only (S0-54). */
  readonly formOptional?: true
  /** Whether the closing asks what came of the job description: fits, a change, not discussed (S0-19). */
  readonly jobDescription?: true
  /** The days from asking for a follow-up until it is to be held (S0-51). Without it there is none to ask for. */
  readonly followUpDays?: number
  /** What one may tell the other beforehand (S0-42), and the words that ask what one hopes for (S0-47). */
  readonly themes?: Themes
  readonly closing: 'sign' | 'confirm'
  /** What one declares by closing: read and as agreed, not agreed with every judgement (D10). */
  readonly statement: Words
  readonly signatureHeads: Readonly<Record<Role | 'date', Quote>>
  readonly letter: Letter
  readonly purpose: Purpose
  /** What the source asks of each party before, in and after the talk. */
  readonly asks?: readonly Ask[]
  readonly documents: readonly DocumentSlot[]
  /** The head above what is written, in Samtalearket. */
  readonly answerHead: Quote
  readonly commentsHead?: Quote
  readonly scale?: Scale
  /** Whether the host scores too; otherwise the host writes keywords only (S3-28). */
  readonly bothScore: boolean
  readonly sections: readonly Section[]
  readonly steps: readonly Step[]
  /** The short preparation: this one step in sight, all others folded (S0-41). */
  readonly short?: { readonly step: string; readonly lead: Words }
  /** The kind whose questions these are, in other words: a GRUS may use the form of the MUS (S0-23). */
  readonly sameQuestionsAs?: Kind
  readonly guide: readonly Stretch[]
  readonly planTitle: Quote
  readonly planHeads: Readonly<Record<PlanHead, Quote>>
  /** Whether each point says how the host supports it (S3-08). */
  readonly supportPerPoint: boolean
  /** What a point of the plan may be about, to choose one of (S0-18). Without it nothing is asked. */
  readonly competences?: readonly Competence[]
  /** How far ahead a point's date may lie before we ask whether it is meant (S3-14). */
  readonly planMonths: number
}

export const shapes = ['one', 'one-and-follow-up', 'one-and-several', 'several'] as const
export type Shape = (typeof shapes)[number]

export type Themes = {
  readonly chips: readonly ThemeChip[]
  readonly hope: Words
  /** What the host is asked beside: what to acknowledge (experience.md §3b). */
  readonly acknowledge?: Words
}

/** A competence a point may be tied to: its words are on the plan, its id is what is kept of the choice. */
export type Competence = { readonly id: string; readonly words: Words }

export type ThemeChip = { readonly id: string; readonly words: Words }

export type Ask = { readonly of: Role; readonly stage: Stage; readonly text: Quote }

export type PlanHead = 'what' | 'goal' | 'how' | 'when'

export type Letter = {
  readonly title: Quote
  readonly lead: Quote
  readonly opening: readonly Quote[]
  /** Over the topics; a letter without it names none. */
  readonly topicsHead?: Quote
  readonly topics: readonly Quote[]
  /** One line naming what the form asks beyond the topics, so that pay is no surprise (S3-04). */
  readonly otherTopics?: Words
  readonly ending: readonly Quote[]
  readonly greeting: Quote
  readonly signedAs: Quote
}

export type Purpose = {
  readonly title: Quote
  readonly parts: readonly ({ readonly text: Quote } | { readonly list: readonly Quote[] })[]
}

/** A place on the documents page: for the whole organisation, the participant's unit or post, or last year's plan. */
export type DocumentSlot = {
  readonly id: string
  readonly title: Quote
  readonly of: 'organisation' | 'unit' | 'post' | 'plan'
  /** A survey older than this is marked so (S3-21). */
  readonly oldAfterMonths?: number
}

/** S3-27. `head` stands over the scored block, `column` over its numbers. */
export type Scale = {
  readonly min: 1
  readonly max: 6
  readonly head: Quote
  readonly column: string
  readonly lowest: Words
  readonly highest: Words
}

/** Which of the form's two blocks a section stands in. */
export type Band = 'comments' | 'scored'

/** What a section is there to bring about; a form is checked for those the source asks of its kind. */
export const aims = [
  'effort',
  'position',
  'development',
  'wellbeing',
  'cooperation',
  'institution',
  'children',
  'tasks-now',
  'tasks-ahead',
  'competences',
  'expectations',
  'leadership-tasks',
  'responsibilities',
] as const
export type Aim = (typeof aims)[number]

export type Section = {
  readonly id: string
  readonly title: Quote
  readonly band: Band
  readonly aims?: readonly Aim[]
  readonly questions: readonly Question[]
  /** What the host may ask, folded away in the room. */
  readonly prompts: readonly Words[]
}

export type Question = {
  readonly id: string
  readonly number: number
  readonly text: Quote
  readonly type: QuestionType
  /** `reader`: it judges the one who reads the answer, so it is shared last. `pay`: shared by a switch of its own. */
  readonly about: 'work' | 'reader' | 'pay'
  /** The word in the text that means the reader: »min«, »mig«, »vores«. */
  readonly readerWord?: Quote
  readonly hint?: Words
}

/** A page of the preparation: one to three questions. */
export type Step = {
  readonly slug: string
  readonly title: Words
  readonly questions: readonly string[]
  readonly hint?: Words
}

/** A stretch of the talk, and whether it looks back on the year or ahead (S3-23). */
export type Stretch = {
  readonly id: string
  readonly title: Words
  readonly minutes: number
  readonly looks: 'around' | 'back' | 'ahead'
  readonly say: Words
  /** Slugs of the steps talked about in it. The frame and the plan have none. */
  readonly steps: readonly string[]
}

/** The concept's forms: MUS, LUS, GRUS. */
export function formsOf(concept: Concept): readonly Form[] {
  return kinds.flatMap(kind => concept.kinds[kind] ?? [])
}

/** All questions in the order of the form. */
export function questionsOf(form: Form): readonly Question[] {
  return form.sections.flatMap(section => section.questions)
}

export function findQuestion(form: Form, id: string): Question | undefined {
  return questionsOf(form).find(question => question.id === id)
}

export function findStep(form: Form, slug: string): Step | undefined {
  return form.steps.find(step => step.slug === slug)
}

/** The step after this one; none after the last, or when there is no such step. */
export function nextStep(form: Form, slug: string): Step | undefined {
  const at = form.steps.findIndex(step => step.slug === slug)
  return at === -1 ? undefined : form.steps[at + 1]
}

/** The questions one step asks, in its own order. */
export function questionsIn(form: Form, step: Step): readonly Question[] {
  return step.questions.flatMap(id => findQuestion(form, id) ?? [])
}

/** The words of a step that mean the reader, to be explained above its questions: »vores« and »min«. */
export function readerWordsIn(form: Form, step: Step): readonly Quote[] {
  return questionsIn(form, step).flatMap(question => question.readerWord ?? [])
}

/** How this person answers: a host who does not score meets every question as a comment (S3-28). */
export function answerTypeFor(form: Form, question: Question, role: Role): QuestionType {
  return role === 'host' && !form.bothScore ? 'comment' : question.type
}

/** The form's blocks as they are printed: each with its head and the sections under it. */
export type PrintedBand = {
  readonly band: Band
  readonly head: Quote | undefined
  readonly sections: readonly Section[]
}

export function bandsOf(form: Form): readonly PrintedBand[] {
  const heads = { comments: form.commentsHead, scored: form.scale?.head }
  const bands: readonly Band[] = ['comments', 'scored']
  return bands
    .map(band => ({
      band,
      head: heads[band],
      sections: form.sections.filter(section => section.band === band),
    }))
    .filter(({ sections }) => sections.length > 0)
}

/** Whether the band's head already says the section's title, which then is not printed again. */
export function isNamedByBand(section: Section, { head }: PrintedBand): boolean {
  return head?.da.startsWith(section.title.da) ?? false
}

/** The guide for a talk of this length: the longest stretch gives or takes the difference, but keeps 5 minutes. */
export function guideFor(form: Form, minutes: number): readonly Stretch[] {
  const longest = Math.max(...form.guide.map(stretch => stretch.minutes))
  const flexible = form.guide.findIndex(stretch => stretch.minutes === longest)
  const difference = minutes - form.durationMinutes.usual
  return form.guide.map((stretch, at) =>
    at === flexible ? { ...stretch, minutes: Math.max(5, stretch.minutes + difference) } : stretch,
  )
}
