import { preparation } from '../words/preparation.ts'
import type { Language } from '../words/words.ts'
import { signInAgain } from './way-back.ts'

/** What the saving script says, as data attributes of its form: the script has no words of its own. */
export function autosaveWords(language: Language) {
  const t = preparation[language]
  return {
    'data-autosave': '',
    'data-saving': t.saving,
    'data-unsaved': t.unsaved,
    'data-too-long': t.tooLong,
    'data-signed-out': t.signedOut,
    'data-signed-out-link': t.signedOutLink,
    'data-sign-in': signInAgain,
    'data-stale-link': t.staleLink,
  }
}
