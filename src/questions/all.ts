import type { QuestionType } from '../domain/answer.ts'
import { comment } from './comment.tsx'
import type { Faces } from './faces.ts'
import { score } from './score.tsx'

/** Every type of question. Which one a person meets is told by `answerTypeFor` in domain/concept.ts. */
export const questionTypes: Readonly<Record<QuestionType, Faces>> = { comment, score }
