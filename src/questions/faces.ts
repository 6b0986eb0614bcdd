// A question type is one file that shows all its faces: how it is set up, filled in, taken in, read and printed.

import type { VNode } from 'preact'
import type { Answer, SharedAnswer } from '../domain/answer.ts'
import type { Question, Role, Scale, Words } from '../domain/concept.ts'
import type { Standing } from '../domain/preparation.ts'
import type { Language } from '../words/words.ts'

export type Faces = {
  /** What whoever makes a concept chooses between. */
  readonly settings: { readonly name: Words; readonly scored: boolean }
  /** Takes one question's answer from a submitted form, cleaned. What cannot be kept is a fault, with what was typed. */
  readonly parse: (id: string, fields: Fields) => Parsed
  /** The question as its writer fills it in: fields `q7.score`, `q7.keywords`, `q7.note` and hidden `q7.version`. */
  readonly input: (props: InputProps) => VNode
  /** The answer in words, as the other party reads it. A note cannot be read: it is no part of what comes in. */
  readonly read: (answer: SharedAnswer, language: Language) => Reading
  /** The answer as Samtalearket prints it. */
  readonly print: (answer: SharedAnswer) => Reading
}

/** `score` is empty where there is none to tell. */
export type Reading = { readonly score: string; readonly keywords: string }

/** A submitted form; a field that is not there reads as ''. */
export type Fields = { readonly has: (name: string) => boolean; readonly text: (name: string) => string }

/** `version` is the answer's version when the form was made; 0 before the first save. */
export type Parsed =
  | { readonly answer: Answer; readonly version: number }
  | { readonly faults: readonly AnswerFault[]; readonly typed: Answer }

/** `field` is the name and id of what to mend: a field, or the question as a whole. */
export type AnswerFault = {
  readonly field: string
  readonly rule: 'too-long' | 'not-a-score' | 'not-in-form'
}

export type InputProps = {
  readonly question: Question
  readonly scale: Scale | undefined
  readonly answer: Answer
  readonly version: number
  readonly language: Language
  /** Who writes; the participant may have a right to read the host's note, so it is not called the host's alone. */
  readonly writer: Role
  /** What the participant is called. */
  readonly participant: string
  readonly faults?: readonly AnswerFault[]
  /** Where the answer stands with the other party. */
  readonly standing?: Standing | undefined
  /** Asked without its number. */
  readonly plain?: boolean | undefined
  /** One field alone, on this shelf in these words, and no note: told beforehand, or kept. */
  readonly alone?: { readonly shelf: 'own' | 'share'; readonly label: string } | undefined
}
