import { type Language, words } from '../../words/words.ts'
import { type Letter, letter, say } from './letter.tsx'

/** Why no code came, to a mailbox that several people share: whoever reads it could come in as the other. */
export function sharedMailboxLetter({ language }: { readonly language: Language }): Letter {
  const t = texts[language]
  return letter({
    language,
    subject: t.subject,
    greeting: t.greeting,
    parts: [say(t.asked), say(t.why), say(t.slip), say(t.notYou)],
  })
}

const texts = words({
  da: {
    subject: 'Derfor kom der ingen kode fra Medspil',
    greeting: 'Hej',
    asked: 'Der er bedt om en kode til denne mail. Vi sender den ikke.',
    why: 'Flere kolleger har den samme mail. Så kunne den ene logge ind som den anden.',
    slip: 'Bed jeres administrator om en seddel. Med den vælger du din egen PIN, og så behøver du ingen mail.',
    notYou: 'Har du ikke bedt om en kode, så gør ingenting.',
  },
  en: {
    subject: 'Why no code came from Medspil',
    greeting: 'Hello',
    asked: 'Somebody asked for a code to this address. We do not send it.',
    why: 'Several colleagues have the same address. So one could sign in as the other.',
    slip: 'Ask your administrator for a slip. With it you choose a PIN of your own, and need no mail.',
    notYou: 'If you did not ask for a code, do nothing.',
  },
})
