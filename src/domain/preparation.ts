// One person's preparation: nine short steps in any order, nothing required. It belongs to its writer until Del, and
// Del takes only what the writer has just seen and ticked (experience.md §3a, walls.md §3).

import { type Answer, emptyAnswer, hasContent, hasShareable, type SharedAnswer } from './answer.ts'
import {
  answerTypeFor,
  type Form,
  findStep,
  type Question,
  questionsOf,
  type Role,
  type Step,
} from './concept.ts'

/** An answer as it is saved; `version` rises with each save. */
export type Written = { readonly answer: Answer; readonly version: number }

export type Preparation = {
  /** By question id; a question never answered is not there. */
  readonly written: ReadonlyMap<string, Written>
  /** Slugs of the steps their writer is done with, also without a word. */
  readonly finishedSteps: readonly string[]
}

export type PreparationStatus = 'not-begun' | 'begun' | 'done'

/** A step is done when its writer says so or every question is answered; a note alone only begins it. */
export function stepStatus({ written, finishedSteps }: Preparation, step: Step): PreparationStatus {
  if (finishedSteps.includes(step.slug)) return 'done'
  const answers = step.questions.flatMap(id => written.get(id)?.answer ?? [])
  if (answers.filter(hasShareable).length === step.questions.length) return 'done'
  return answers.some(hasContent) ? 'begun' : 'not-begun'
}

export function preparationStatus(form: Form, preparation: Preparation): PreparationStatus {
  const statuses = form.steps.map(step => stepStatus(preparation, step))
  if (statuses.every(status => status === 'done')) return 'done'
  return statuses.every(status => status === 'not-begun') ? 'not-begun' : 'begun'
}

/** How many steps are left, for »Godt. Fire korte afsnit tilbage.« */
export function stepsLeft(form: Form, preparation: Preparation): number {
  return form.steps.filter(step => stepStatus(preparation, step) !== 'done').length
}

/**
 * »Fortsæt, hvor du slap«: the step last seen while it is half done, else the first one left after it. Whoever has
 * passed by the last step has seen them all, and is sent back to none.
 */
export function continueAt(form: Form, preparation: Preparation, lastStep?: string): Step | undefined {
  const seen = form.steps.findIndex(({ slug }) => slug === lastStep)
  const last = form.steps[seen]
  if (last && stepStatus(preparation, last) === 'begun') return last
  return form.steps.slice(seen + 1).find(step => stepStatus(preparation, step) !== 'done')
}

/** Whether anything at all is put down; steps gone through without a word are none of ours to count. */
export const hasBegun = ({ written }: Pick<Preparation, 'written'>): boolean =>
  [...written.values()].some(({ answer }) => hasContent(answer))

type Finished = { readonly finishedSteps: readonly string[] } | { readonly refused: 'no-such-step' }

/** »Jeg vil hellere tale end skrive«: the step is done, whatever stands in it. */
export function finishStep(form: Form, { finishedSteps }: Preparation, slug: string): Finished {
  if (!findStep(form, slug)) return { refused: 'no-such-step' }
  return { finishedSteps: finishedSteps.includes(slug) ? finishedSteps : [...finishedSteps, slug] }
}

/** All that is asked for first is left to the talk, without a word: the short step where there is one, else every step. */
export function leftToTheTalk(
  form: Form,
  { finishedSteps }: Pick<Preparation, 'finishedSteps'>,
  wrote: boolean,
): boolean {
  const asked = form.short ? [form.short.step] : form.steps.map(({ slug }) => slug)
  return !wrote && asked.every(slug => finishedSteps.includes(slug))
}

/** »Næste«: one who goes on from a step with something in it is done with it; an empty one is only passed by. */
export function passStep(form: Form, preparation: Preparation, slug: string): Finished {
  const step = findStep(form, slug)
  if (step && stepStatus(preparation, step) === 'not-begun')
    return { finishedSteps: preparation.finishedSteps }
  return finishStep(form, preparation, slug)
}

/** An answer that can be shared, as the other party would read it, and whether it is ticked to begin with. */
export type Shareable = {
  readonly question: Question
  readonly answer: SharedAnswer
  readonly version: number
  readonly ticked: boolean
}

/**
 * What the preview offers: ordinary answers first, then those that judge their reader, then pay. Before the first Del
 * the ordinary ones are ticked; afterwards `shared`, the ids the other party can read now, and nothing new.
 */
export function listShareable(
  form: Form,
  { written }: Preparation,
  writer: Role,
  shared: ReadonlySet<string> = new Set(),
): readonly Shareable[] {
  const offered = questionsOf(form).flatMap(question => {
    const saved = written.get(question.id)
    const answer = saved && withoutNote(form, question, writer, saved.answer)
    if (!answer || !hasShareable(answer)) return []
    const ticked = shared.size > 0 ? shared.has(question.id) : careFor(question, writer) === 0
    return [{ question, answer, version: saved.version, ticked }]
  })
  return offered.toSorted((one, other) => careFor(one.question, writer) - careFor(other.question, writer))
}

export type Selection = {
  readonly shared: readonly { readonly question: string; readonly answer: SharedAnswer }[]
  /** Ids of the answers that stay with their writer. */
  readonly kept: readonly string[]
}

export type SharingRefusal =
  | { readonly refused: 'nothing-chosen' }
  | { readonly refused: 'changed-since-preview'; readonly questions: readonly string[] }

/**
 * What Del copies, for the ticked questions with the version each had in the preview. An answer written in another
 * window since then is not shared unseen: the preview is shown again. The copy replaces what was shared before.
 */
export function shareSelection(
  form: Form,
  preparation: Preparation,
  writer: Role,
  ticked: ReadonlyMap<string, number>,
): Selection | SharingRefusal {
  if (ticked.size === 0) return { refused: 'nothing-chosen' }
  const offered = listShareable(form, preparation, writer)
  const versions = new Map(offered.map(({ question, version }) => [question.id, version]))
  const changed = [...ticked].filter(([id, version]) => versions.get(id) !== version).map(([id]) => id)
  if (changed.length > 0) return { refused: 'changed-since-preview', questions: changed }
  const isTicked = ({ question }: Shareable) => ticked.has(question.id)
  return {
    shared: offered.filter(isTicked).map(({ question, answer }) => ({ question: question.id, answer })),
    kept: offered.filter(item => !isTicked(item)).map(({ question }) => question.id),
  }
}

/** Where an answer stands with the other party: not there, there as it reads now, or there as it read before a change. */
export type Standing = 'unshared' | 'shared' | 'changed'

/** What the other party has is the copy made at Del; what is written afterwards is its writer's own until Del again. */
export function standingOf(
  form: Form,
  question: Question,
  writer: Role,
  own: Answer,
  copy: SharedAnswer | undefined,
): Standing {
  if (!copy) return 'unshared'
  const { score, keywords } = withoutNote(form, question, writer, own)
  return score === copy.score && keywords === copy.keywords ? 'shared' : 'changed'
}

/** The shared answers that read otherwise by now, or are emptied, in the form's order. */
export const changedSince = (
  form: Form,
  { written }: Pick<Preparation, 'written'>,
  writer: Role,
  shared: ReadonlyMap<string, SharedAnswer>,
): readonly Question[] =>
  questionsOf(form).filter(question => {
    const own = written.get(question.id)?.answer ?? emptyAnswer
    return standingOf(form, question, writer, own, shared.get(question.id)) === 'changed'
  })

/** The answer as it leaves its writer: no note, and no number from one who does not score (S3-28). */
function withoutNote(
  form: Form,
  question: Question,
  writer: Role,
  { score, keywords }: Answer,
): SharedAnswer {
  return { score: answerTypeFor(form, question, writer) === 'score' ? score : null, keywords }
}

/** How carefully an answer is shared: the higher, the later. What a host writes judges no reader. */
function careFor({ about }: Question, writer: Role): 0 | 1 | 2 {
  if (about === 'pay') return 2
  return about === 'reader' && writer === 'participant' ? 1 : 0
}
