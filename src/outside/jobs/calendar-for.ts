import type { TalkMailKind } from '../../db/tables.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { urls } from '../../urls.ts'
import type { Address } from '../address.ts'
import { invitation } from '../calendar.ts'

type Occasion = {
  kind: TalkMailKind
  talk: Conversation
  reader: Address
  other: Address
  origin: string
  now: Date
}

const asks: readonly TalkMailKind[] = ['time-agreed', 'time-moved', 'time-found', 'meets-again']
const takesBack: readonly TalkMailKind[] = ['postponed', 'declined', 'called-off']

/**
 * What the mail says to the reader's calendar: the agreed time, or that it is off. One UID through every change, a
 * sequence that rises with each (walls §5).
 */
export function calendarFor({ kind, talk, reader, other, origin, now }: Occasion): string | undefined {
  const isOff = takesBack.includes(kind)
  const isOn = asks.includes(kind) || (kind === 'three-days' && talk.role === 'participant')
  const startsAt = isOff ? talk.wasAt : talk.startsAt
  if (!(isOff || isOn) || !startsAt || !other.address) return undefined
  return invitation({
    uid: `${talk.id}@medspil`,
    sequence: talk.calendarSequence,
    method: isOff ? 'CANCEL' : 'REQUEST',
    startsAt,
    minutes: talk.minutes,
    place: talk.place ?? undefined,
    organiser: { name: other.name, address: other.address },
    attendee: { name: reader.name, address: reader.address },
    url: `${origin}${urls.conversation({ id: talk.id })}`,
    stampedAt: now,
  })
}
