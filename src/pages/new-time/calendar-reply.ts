import { uidOf } from '../../outside/calendar.ts'
import { type Reply, readReply } from '../../outside/calendar-reply.ts'

/** What a calendar's answer says of the talk's time now; or why it says nothing. */
export type ReplyRead = Reply['answer'] | 'no-file' | 'unreadable' | 'other-talk' | 'older-time'

/**
 * Reads a reply that somebody was sent. It changes nothing: a file proves nothing about who wrote it, and nobody gets or
 * loses a time but by their own yes on the page.
 */
export async function readCalendarReply(
  entry: { id: string; calendarSequence: number },
  file: File | undefined,
): Promise<ReplyRead> {
  if (!file || file.size === 0) return 'no-file'
  const reply = readReply(await file.text())
  if ('refused' in reply) return 'unreadable'
  if (reply.uid !== uidOf(entry)) return 'other-talk'
  return reply.sequence < entry.calendarSequence ? 'older-time' : reply.answer
}

/** Whether it says something of the time. */
export const isAnswer = (reply: ReplyRead) => ['accepted', 'declined', 'tentative'].includes(reply)
