import type { Conversation } from '../domain/conversation.ts'
import { shell } from '../words/shell.ts'
import type { Language } from '../words/words.ts'

/** What a header must know of a conversation. */
export type Placed = Pick<Conversation, 'unit' | 'role' | 'form'>

/** »Kløvervangen. Du er her som leder«: the house, and which of one's parts this is (D15, experience §2b). */
export function placeOf({ unit, role, form }: Placed, language: Language): string {
  const t = shell[language]
  const asHost = form.host === 'board-chair' ? t.asChair : t.asHost
  return `${unit}. ${role === 'host' ? asHost : t.asEmployee}`
}
