import { type Conversation, firstName, otherIn } from '../domain/conversation.ts'
import { isTheirs, type NextStep } from '../domain/next-step.ts'
import { home } from '../words/home.ts'
import type { Language } from '../words/words.ts'

/** Where a talk stands for whoever looks, in two words: whom it waits for when one's own part is done, else its status. */
export function sayStands(talk: Conversation, step: NextStep, language: Language): string {
  const t = home[language]
  return isTheirs(step) ? t.waitsFor(firstName(otherIn(talk).name)) : t.status[talk.status]
}
