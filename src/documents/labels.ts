import { words } from '../words/words.ts'
import type { Language } from './document.ts'

// The few words of the papers that neither the concept nor a person wrote, and that no sheet brings along.
const labels = words({
  da: {
    record: 'Samtalearket',
    plan: 'Planen',
    held: 'Holdt',
    place: 'Sted',
    date: 'Dato',
    fingerprint: 'Fingeraftryk',
    page: 'Side',
    of: 'af',
    noPoints: 'Der er ikke aftalt nogen punkter.',
  },
  en: {
    record: 'The conversation record',
    plan: 'The plan',
    held: 'Held',
    place: 'Place',
    date: 'Date',
    fingerprint: 'Fingerprint',
    page: 'Page',
    of: 'of',
    noPoints: 'No points were agreed.',
  },
})

const keywordsOf: Record<Language, (name: string) => string> = {
  da: name => `${name}${/[sxz]$/i.test(name) ? '’' : 's'} stikord`,
  en: name => `${name}’s keywords`,
}

export function labelsIn(language: Language): (typeof labels)[Language] {
  return labels[language]
}

/** "Lones stikord", "Anders’ stikord", "Anders’s keywords". */
export function keywordsLabel(language: Language, name: string): string {
  return keywordsOf[language](name)
}
