import type { MailWord } from '../../domain/mail-course.ts'
import type { Letter } from '../letters/letter.tsx'

/** A letter as it goes, with the page it leads to. */
export type Sheet = { letter: Letter; link: string; calendar?: string | undefined }

/** The letter; or the word for why there is none any more. */
export type Post = Sheet | { dropped: MailWord }
