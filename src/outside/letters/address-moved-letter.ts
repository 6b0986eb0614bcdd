import type { LocalDate } from '../../domain/day.ts'
import { sayDate } from '../../domain/day-words.ts'
import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'
import { masked } from './masked.ts'

export type AddressMovedLetter = {
  readonly language: Language
  /** What their codes go to now, and since when. */
  readonly newAddress: string
  readonly since: LocalDate
}

/** Why no code came to an address that somebody signed in with before (walls §4): also to whoever was never asked. */
export function addressMovedLetter({ language, newAddress, since }: AddressMovedLetter): Letter {
  const t = texts[language]
  return letter({
    language,
    subject: t.subject,
    greeting: t.greeting,
    parts: [say(t.moved(masked(newAddress), sayDate(since, language))), say(t.notYours), say(t.notYou)],
  })
}

const texts = words({
  da: {
    subject: 'Derfor kom der ingen kode fra Medspil',
    greeting: 'Hej',
    moved: (address: string, day: string) =>
      `Der er bedt om en kode til denne mail. Siden ${day} logger du ind med en anden: ${address}.`,
    notYours: 'Kender du den ikke, så sig det straks til TR, AMR eller databeskyttelsesrådgiveren.',
    notYou: 'Har du ikke bedt om en kode, så gør ingenting.',
  },
  en: {
    subject: 'Why no code came from Medspil',
    greeting: 'Hello',
    moved: (address, day) =>
      `Somebody asked for a code to this address. Since ${day} you sign in with another: ${address}.`,
    notYours: 'If you do not know it, tell a TR, an AMR or the data protection officer at once.',
    notYou: 'If you did not ask for a code, do nothing.',
  },
})
