// What one person writes to one question. The note is Kun for dig; a shared answer has none, so no code that shares
// can reach it. A comment question simply never has a score.

export type QuestionType = 'comment' | 'score'

/** S3-27: 1 is lowest and 6 is highest. */
export const scores = [1, 2, 3, 4, 5, 6] as const
export type Score = (typeof scores)[number]

/** What the other party can read after Del. */
export type SharedAnswer = { readonly score: Score | null; readonly keywords: string }

export type Answer = SharedAnswer & { readonly note: string }

export const emptyAnswer: Answer = { score: null, keywords: '', note: '' }

/** Whether there is anything the other party could be shown. A note never counts. */
export function hasShareable(answer: SharedAnswer): boolean {
  return answer.score !== null || answer.keywords.trim() !== ''
}

/** Whether its writer has put anything down at all, the note included. */
export function hasContent(answer: Answer): boolean {
  return hasShareable(answer) || answer.note.trim() !== ''
}
