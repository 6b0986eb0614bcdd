// Joint text belongs to both, so nothing in it is written over unseen: a save from a page that has not seen the newest
// text, or from one without the pen, is refused, and what was typed stays in its writer's field.

/** A joint text as it is saved; 0 is the version of what was never written. */
export type Joint = { readonly text: string; readonly version: number }

export const unwritten: Joint = { text: '', version: 0 }

/** The most of one joint text, in code points. */
export const jointLimit = 4000

/** The question id under which the line on the year ahead is kept (S0-15). */
export const yearLine = 'year'

export type JointRefusal =
  | { readonly refused: 'too-long' | 'unseen-text' }
  /** `unseen`: the other has also written something here that the page has not shown. */
  | { readonly refused: 'other-writes'; readonly unseen: boolean }

/** What a save meets. */
export type Attempt = {
  /** The page says what is saved already. */
  readonly same: boolean
  /** Nobody has typed since the page was shown: there is nothing to lose. */
  readonly untouched: boolean
  readonly tooLong: boolean
  /** The pen is the writer's or lies free. */
  readonly mayWrite: boolean
  /** The newest version is the one the page was shown with. */
  readonly newest: boolean
}

/** What becomes of a save of joint text. */
export function judge(attempt: Attempt): 'nothing-new' | 'written' | JointRefusal {
  if (attempt.same || attempt.untouched) return 'nothing-new'
  if (attempt.tooLong) return { refused: 'too-long' }
  if (!attempt.mayWrite) return { refused: 'other-writes', unseen: !attempt.newest }
  return attempt.newest ? 'written' : { refused: 'unseen-text' }
}

/** Both texts after each other, for one who wants both to stand. */
export function joined(saved: string, typed: string): string {
  return saved === typed ? saved : [saved, typed].filter(Boolean).join('\n')
}
