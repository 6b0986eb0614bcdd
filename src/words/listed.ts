import type { Language } from './words.ts'

const mostNamed = 12
const joined = {
  da: new Intl.ListFormat('da', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}
const others = {
  da: (count: number) => `${count} andre`,
  en: (count: number) => `${count} others`,
}

/** "Lone, Maja og Søren". Of many the first twelve by name: "… og 40 andre", unless all are to be named. */
export function listed(language: Language, names: readonly string[], most = mostNamed): string {
  const rest = names.length - most
  const said = rest > 1 ? [...names.slice(0, most), others[language](rest)] : names
  return joined[language].format(said)
}
