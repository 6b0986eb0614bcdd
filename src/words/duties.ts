import type { DutyName } from '../domain/organisation.ts'
import type { Language } from './words.ts'

/** What each duty is called, on every page and in every file. */
export const dutyNames: Record<Language, Record<DutyName, string>> = {
  da: {
    administrator: 'Administrator',
    hr: 'HR',
    amr: 'AMR',
    tr: 'TR',
    chair: 'Bestyrelsesformand',
    deputy: 'Souschef',
  },
  en: {
    administrator: 'Administrator',
    hr: 'HR',
    amr: 'AMR',
    tr: 'TR',
    chair: 'Board chair',
    deputy: 'Deputy leader',
  },
}
