import type { Form } from '../../domain/concept.ts'
import { preparation } from '../../words/preparation.ts'
import type { Language } from '../../words/words.ts'

/** D2: questions of our own making say above the page's title that they are a draft. */
export const draftMark = ({ draft }: Form, language: Language): string | undefined =>
  draft && preparation[language].draft
