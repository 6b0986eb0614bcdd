import { type FollowUp, followUpMinutes } from '../../domain/follow-up.ts'
import { appointment, uidOf } from '../../outside/calendar.ts'

/** The agreed time for one's own calendar, as that of a talk; nothing while none is agreed. */
export function followUpFile(followUp: FollowUp, url: string, stampedAt: Date): string | undefined {
  if (followUp.status !== 'agreed' || followUp.startsAt === null) return undefined
  return appointment({
    uid: uidOf(followUp),
    sequence: followUp.calendarSequence,
    startsAt: followUp.startsAt,
    minutes: followUpMinutes,
    url,
    stampedAt,
  })
}
