import type { Conversation } from '../../domain/conversation.ts'
import { appointment, uidOf } from '../../outside/calendar.ts'
import { urls } from '../../urls.ts'

/** The agreed time for one's own calendar, without addresses; nothing while no time is agreed. */
export function calendarFile(talk: Conversation, origin: string, now: Date): string | undefined {
  if (!talk.startsAt) return undefined
  return appointment({
    uid: uidOf(talk),
    sequence: talk.calendarSequence,
    startsAt: talk.startsAt,
    minutes: talk.minutes,
    place: talk.place ?? undefined,
    url: `${origin}${urls.conversation({ id: talk.id })}`,
    stampedAt: now,
  })
}
