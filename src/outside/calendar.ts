/**
 * Calendar entries for a talk (RFC 5545, 5546). An entry tells a passer-by nothing: it is titled
 * »Samtale«, private, and says neither themes nor the kind of talk (walls.md §5).
 */
import ICAL from 'ical.js'
import { localDateOf, localTimeOf } from '../domain/day.ts'
import { type Address, isAddress } from './address.ts'

const ZONE = 'Europe/Copenhagen'

/** The calendar id of a talk, or of a follow-up: the same through every change. */
export const uidOf = ({ id }: { readonly id: string }): string => `${id}@medspil`

/** A talk in a calendar. */
export type Appointment = {
  /** The talk's calendar id, the same through every change. */
  readonly uid: string
  /** Rises by one with every change; calendars drop what is older. */
  readonly sequence: number
  readonly startsAt: Date
  readonly minutes: number
  /** Left out while the place is agreed on later. */
  readonly place?: string | undefined
  /** The talk's page. */
  readonly url: string
  readonly stampedAt: Date
}

/** A talk as one party's calendar is asked about it, or told that it is off. */
export type Invitation = Appointment & {
  readonly method: 'REQUEST' | 'CANCEL'
  /** Where calendars send the answer. */
  readonly organiser: Address
  readonly attendee: Address
}

/**
 * One talk as the text of a `text/calendar` part: CRLF, no line above 75 octets. Times stand as the
 * clock in Copenhagen shows them, with the zone's rules beside them. Throws when an address is none or
 * the uid is not one word, as nothing may go out then.
 */
export function invitation(talk: Invitation): string {
  const { organiser, attendee } = talk
  if (!isAddress(organiser.address) || !isAddress(attendee.address))
    throw new Error('calendar: no mail address')
  return calendar(talk.method, [...event(talk, talk.method === 'CANCEL'), ...people(talk)])
}

/** The same talk as a file one puts in one's own calendar oneself: nobody is asked, and no address stands in it. */
export function appointment(talk: Appointment): string {
  return calendar('PUBLISH', event(talk, false))
}

function calendar(method: string, event: readonly Property[]): string {
  const properties = [
    property('version', '2.0'),
    property('prodid', '-//Medspil//Medspil//DA'),
    property('calscale', 'GREGORIAN'),
    property('method', method),
  ]
  return folded(ICAL.stringify(['vcalendar', properties, [timeZone, ['vevent', event, []]]]))
}

/** A property as jCal writes it (RFC 7265): name, parameters, type, value. */
type Property = readonly [string, Readonly<Record<string, string>>, string, string | number]

function property(
  name: string,
  value: string,
  type = 'text',
  parameters: Record<string, string> = {},
): Property {
  return [name, parameters, type, value]
}

function event(talk: Appointment, isOff: boolean): readonly Property[] {
  const { uid, sequence, startsAt, minutes } = talk
  if (!/^[\x21-\x7e]{1,255}$/.test(uid)) throw new Error('calendar: no uid')
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000)
  const url = new URL(talk.url).href
  const place = plain(talk.place ?? '')
  return [
    property('uid', uid),
    ['sequence', {}, 'integer', sequence],
    property('dtstamp', `${talk.stampedAt.toISOString().slice(0, 19)}Z`, 'date-time'),
    property('dtstart', localMoment(startsAt), 'date-time', { tzid: ZONE }),
    property('dtend', localMoment(endsAt), 'date-time', { tzid: ZONE }),
    property('summary', 'Samtale'),
    property('class', 'PRIVATE'),
    property('status', isOff ? 'CANCELLED' : 'CONFIRMED'),
    property('transp', isOff ? 'TRANSPARENT' : 'OPAQUE'),
    ...(place ? [property('location', place)] : []),
    property('url', url, 'uri'),
    // Few calendars show URL, all show DESCRIPTION.
    property('description', url),
  ]
}

function people({ organiser, attendee, method }: Invitation): readonly Property[] {
  const asked = {
    cutype: 'INDIVIDUAL',
    role: 'REQ-PARTICIPANT',
    partstat: 'NEEDS-ACTION',
    rsvp: method === 'REQUEST' ? 'TRUE' : 'FALSE',
  }
  return [
    property('organizer', `mailto:${organiser.address}`, 'cal-address', { cn: named(organiser) }),
    property('attendee', `mailto:${attendee.address}`, 'cal-address', { ...asked, cn: named(attendee) }),
  ]
}

/** The summer time rule of the European Union since 1996; a test holds it against the system's own. */
const timeZone = [
  'vtimezone',
  [property('tzid', ZONE)],
  [
    season('daylight', 'CEST', { from: '+01:00', to: '+02:00', first: '1996-03-31T02:00:00', month: 3 }),
    season('standard', 'CET', { from: '+02:00', to: '+01:00', first: '1996-10-27T03:00:00', month: 10 }),
  ],
]

function season(
  name: string,
  label: string,
  change: { from: string; to: string; first: string; month: number },
) {
  return [
    name,
    [
      property('tzname', label),
      property('tzoffsetfrom', change.from, 'utc-offset'),
      property('tzoffsetto', change.to, 'utc-offset'),
      property('dtstart', change.first, 'date-time'),
      ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: change.month, byday: '-1SU' }],
    ],
    [],
  ]
}

function localMoment(instant: Date): string {
  return `${localDateOf(instant)}T${localTimeOf(instant)}:00`
}

/** One line of text: a break in a name or a place must not begin a property of its own. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Calendars disagree on how a quote, a caret and a backslash are written in a name; it goes without them. */
function named({ name, address }: Address): string {
  return plain(name.replaceAll('"', '’').replace(/[\\^]/g, ' ')) || address
}

/** ical.js forgets that the space in front of a continued line counts too, so we fold again. */
function folded(calendar: string): string {
  return calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map(line => foldLine(line))
    .join('\r\n')
}

function foldLine(line: string): string {
  let octets = 0
  return Array.from(line, letter => {
    const width = Buffer.byteLength(letter)
    const isFull = octets + width > 75
    octets = isFull ? 1 + width : octets + width
    return isFull ? `\r\n ${letter}` : letter
  }).join('')
}
