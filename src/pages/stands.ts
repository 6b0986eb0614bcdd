import type { Standing } from '../db/standing.ts'
import { type Conversation, firstName, otherIn } from '../domain/conversation.ts'
import { isTheirs, nextStep } from '../domain/next-step.ts'
import { home } from '../words/home.ts'
import type { Language } from '../words/words.ts'

/** Where a talk stands for whoever looks, in two words: whom it waits for when one's own part is done, else its status. */
export function sayStands(talk: Conversation, standing: Standing, now: Date, language: Language): string {
  const t = home[language]
  const isWaiting = isTheirs(nextStep(talk, standing, now))
  return isWaiting ? t.waitsFor(firstName(otherIn(talk).name)) : t.status[talk.status]
}
