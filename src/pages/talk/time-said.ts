import type { Conversation } from '../../domain/conversation.ts'
import { minutesGone } from '../../domain/topic.ts'
import { talk as texts } from '../../words/talk.ts'
import type { Language } from '../../words/words.ts'

/** »32 af 75 minutter«; nothing when no time runs. */
export function timeSaid(talk: Conversation, now: Date, language: Language): string {
  const gone = minutesGone(talk, now)
  const t = texts[language]
  if (gone === undefined) return ''
  return gone > talk.minutes ? t.overTime(talk.minutes) : t.minutes(gone, talk.minutes)
}
