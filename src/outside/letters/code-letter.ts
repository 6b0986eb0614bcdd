import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

export type CodeLetter = {
  readonly language: Language
  /** Six digits, or ten characters while somebody is guessing (walls.md §4). */
  readonly code: string
}

/** The code to sign in with. It stands in the body alone and after two sentences, so a locked phone does not show it. */
export function codeLetter({ language, code }: CodeLetter): Letter {
  const t = texts[language]
  return letter({
    language,
    subject: t.subject,
    greeting: t.greeting,
    parts: [say(t.use), say(t.lasts), { code }, say(t.keep), say(t.notYou)],
  })
}

const texts = words({
  da: {
    subject: 'Din kode til Medspil',
    greeting: 'Hej',
    use: 'Her er koden, du bad om. Skriv den på den side, hvor du bad om den.',
    lasts: 'Koden gælder i 10\u00A0minutter, og den kan bruges én gang.',
    keep: 'Giv ikke koden til andre. Vi spørger aldrig efter den.',
    notYou: 'Har du ikke bedt om den, så gør ingenting.',
  },
  en: {
    subject: 'Your code for Medspil',
    greeting: 'Hello',
    use: 'Here is the code you asked for. Type it on the page where you asked.',
    lasts: 'The code is good for 10\u00A0minutes and works once.',
    keep: 'Give the code to nobody. We never ask for it.',
    notYou: 'If you did not ask for it, do nothing.',
  },
})
