import type { MailWord } from '../../domain/mail-course.ts'
import type { Letter } from '../letters/letter.tsx'

/** A letter as it goes, with the page it leads to. */
export type Sheet = {
  letter: Letter
  link: string
  calendar?: string | undefined
  /** Where it goes, when not to all of the reader's addresses. */
  to?: readonly string[]
}

/** The letter; or the word for why there is none any more. */
export type Post = Sheet | { dropped: MailWord }
