import ICAL from 'ical.js'
import { isAddress } from './address.ts'

/** What somebody's calendar answered to an invitation. The mail it came in proves nothing about who sent it. */
export type Reply = {
  readonly uid: string
  readonly sequence: number
  readonly attendee: string
  readonly answer: 'accepted' | 'declined' | 'tentative'
}

export type ReplyRefusal = { readonly refused: 'too-large' | 'unreadable' | 'not-a-reply' }

const ANSWERS = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const

/**
 * Reads a calendar's answer (`METHOD:REPLY`, one event, one attendee, an answer we know). The text may
 * come from anyone: above 64 KB, or nested deeper than calendars are, it is not looked into.
 */
export function readReply(text: string): Reply | ReplyRefusal {
  if (Buffer.byteLength(text) > 65_536) return { refused: 'too-large' }
  if ((text.match(/^begin:/gim)?.length ?? 0) > 20) return { refused: 'unreadable' }
  try {
    return replyIn(new ICAL.Component(ICAL.parse(text))) ?? { refused: 'not-a-reply' }
  } catch {
    return { refused: 'unreadable' }
  }
}

function replyIn(calendar: ICAL.Component): Reply | undefined {
  const [event, ...others] = calendar.getAllSubcomponents('vevent')
  if (calendar.name !== 'vcalendar' || textOf(calendar, 'method')?.toUpperCase() !== 'REPLY') return undefined
  const [attendee, ...rest] = event?.getAllProperties('attendee') ?? []
  if (!event || !attendee || others.length > 0 || rest.length > 0) return undefined
  const address = String(attendee.getFirstValue()).replace(/^mailto:/i, '')
  const answered = attendee.getFirstParameter('partstat')?.toUpperCase()
  const answer = Object.entries(ANSWERS).find(([word]) => word === answered)?.[1]
  const uid = textOf(event, 'uid')
  const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0)
  const isWhole = Number.isSafeInteger(sequence) && sequence >= 0
  return uid && uid.length <= 255 && isWhole && answer && isAddress(address)
    ? { uid, sequence, attendee: address, answer }
    : undefined
}

function textOf(component: ICAL.Component, name: string): string | undefined {
  const value = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value : undefined
}
