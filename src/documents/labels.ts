// The few words of the papers that are neither the concept's nor a person's.
import type { Language } from './document.ts'

const da = {
  record: 'Samtalearket',
  plan: 'Planen',
  held: 'Holdt',
  place: 'Sted',
  date: 'Dato',
  fingerprint: 'Fingeraftryk',
  page: 'Side',
  of: 'af',
  noPoints: 'Der er ikke aftalt nogen punkter.',
}

export type Labels = typeof da

const en: Labels = {
  record: 'The conversation record',
  plan: 'The plan',
  held: 'Held',
  place: 'Place',
  date: 'Date',
  fingerprint: 'Fingerprint',
  page: 'Page',
  of: 'of',
  noPoints: 'No points were agreed.',
}

const labels: Record<Language, Labels> = { da, en }

const keywordsOf: Record<Language, (name: string) => string> = {
  da: name => `${name}${/[sxz]$/i.test(name) ? '’' : 's'} stikord`,
  en: name => `${name}’s keywords`,
}

export function labelsIn(language: Language): Labels {
  return labels[language]
}

/** "Lones stikord", "Anders’ stikord", "Anders’s keywords". */
export function keywordsLabel(language: Language, name: string): string {
  return keywordsOf[language](name)
}
