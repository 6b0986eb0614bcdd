import type { FollowUpDates } from '../../db/follow-ups.ts'
import type { TalkMailKind } from '../../db/tables.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { followUpMinutes } from '../../domain/follow-up.ts'
import { urls } from '../../urls.ts'
import type { Address } from '../address.ts'
import { type Invitation, invitation, uidOf } from '../calendar.ts'

type Occasion = {
  kind: TalkMailKind
  talk: Conversation
  followUp: FollowUpDates | undefined
  reader: Address
  other: Address
  origin: string
  now: Date
}

const asks: readonly TalkMailKind[] = ['time-agreed', 'time-moved', 'time-found', 'meets-again', 'place-set']
const takesBack: readonly TalkMailKind[] = ['postponed', 'declined', 'called-off']

/**
 * What the mail says to the reader's calendar: the agreed time, or that it is off. One UID through every change, a
 * sequence that rises with each (walls §5). A follow-up has a UID of its own.
 */
export function calendarFor(occasion: Occasion): string | undefined {
  const { reader, other, now } = occasion
  const said = ofTalk(occasion) ?? ofFollowUp(occasion)
  if (!said || !other.address) return undefined
  return invitation({
    ...said,
    organiser: { name: other.name, address: other.address },
    attendee: { name: reader.name, address: reader.address },
    stampedAt: now,
  })
}

type Said = Omit<Invitation, 'organiser' | 'attendee' | 'stampedAt'> | undefined

function ofTalk({ kind, talk, origin }: Occasion): Said {
  const isOff = takesBack.includes(kind)
  const isOn = asks.includes(kind) || (kind === 'three-days' && talk.role === 'participant')
  const startsAt = isOff ? talk.wasAt : talk.startsAt
  if (!(isOff || isOn) || !startsAt) return undefined
  return {
    uid: uidOf(talk),
    sequence: talk.calendarSequence,
    method: isOff ? 'CANCEL' : 'REQUEST',
    startsAt,
    minutes: talk.minutes,
    place: talk.place ?? undefined,
    url: `${origin}${urls.conversation({ id: talk.id })}`,
  }
}

function ofFollowUp({ kind, talk, followUp, origin }: Occasion): Said {
  const isOff = kind === 'follow-up-off'
  const startsAt = isOff ? followUp?.wasAt : followUp?.startsAt
  if (!followUp || !startsAt || !(isOff || kind === 'follow-up-agreed')) return undefined
  return {
    uid: uidOf(followUp),
    sequence: followUp.sequence,
    method: isOff ? 'CANCEL' : 'REQUEST',
    startsAt,
    minutes: followUpMinutes,
    url: `${origin}${urls.followUp({ id: talk.id })}`,
  }
}
