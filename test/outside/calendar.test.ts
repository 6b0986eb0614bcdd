import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { instantOf, localDateOf, localTimeOf } from '../../src/domain/day.ts'
import { appointment, type Invitation, invitation } from '../../src/outside/calendar.ts'
import { readReply } from '../../src/outside/calendar-reply.ts'

const talk: Invitation = {
  uid: '0199c0de-0000-7000-8000-000000000001@medspil.example',
  sequence: 3,
  method: 'REQUEST',
  startsAt: new Date('2026-04-14T11:00:00Z'),
  minutes: 75,
  place: 'Mødelokalet på 1. sal',
  organiser: { name: 'Mette Østergård', address: 'mette@eksempel.dk' },
  attendee: { name: 'Sara Ærø', address: 'sara@eksempel.dk' },
  url: 'https://medspil.example/samtaler/7',
  stampedAt: new Date('2026-04-01T08:00:00.400Z'),
}

function read(calendar: string) {
  const component = new ICAL.Component(ICAL.parse(calendar))
  const event = component.getFirstSubcomponent('vevent')
  const zone = component.getFirstSubcomponent('vtimezone')
  if (!event || !zone) throw new Error('no event or no zone')
  return { component, event, zone: new ICAL.Timezone(zone) }
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time {
  const value = event.getFirstPropertyValue(name)
  if (!(value instanceof ICAL.Time)) throw new Error(`${name} is no time`)
  return value
}

describe('an invitation', () => {
  test('tells a passer-by nothing but that there is a talk, when, where and with whom', () => {
    const { component, event } = read(invitation(talk))
    expect(component.getFirstPropertyValue('method')).toBe('REQUEST')
    const said = event.getAllProperties().map(property => [property.name, String(property.getFirstValue())])
    expect(said).toHaveLength(14)
    expect(Object.fromEntries(said)).toEqual({
      uid: talk.uid,
      sequence: '3',
      dtstamp: '2026-04-01T08:00:00Z',
      dtstart: '2026-04-14T13:00:00',
      dtend: '2026-04-14T14:15:00',
      summary: 'Samtale',
      class: 'PRIVATE',
      status: 'CONFIRMED',
      transp: 'OPAQUE',
      location: 'Mødelokalet på 1. sal',
      url: talk.url,
      description: talk.url,
      organizer: 'mailto:mette@eksempel.dk',
      attendee: 'mailto:sara@eksempel.dk',
    })
    const attendee = event.getFirstProperty('attendee')
    const asked = ['cn', 'rsvp', 'partstat', 'role'].map(name => attendee?.getFirstParameter(name))
    expect(asked).toEqual(['Sara Ærø', 'TRUE', 'NEEDS-ACTION', 'REQ-PARTICIPANT'])
    expect(event.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Mette Østergård')
  })

  test('taken back says so, under the same uid', () => {
    const { component, event } = read(invitation({ ...talk, method: 'CANCEL', sequence: 4 }))
    expect(component.getFirstPropertyValue('method')).toBe('CANCEL')
    const said = ['uid', 'sequence', 'status', 'transp'].map(name => event.getFirstPropertyValue(name))
    expect(said).toEqual([talk.uid, 4, 'CANCELLED', 'TRANSPARENT'])
  })

  test('for one’s own calendar asks nobody and holds no address', () => {
    const { organiser, attendee, method, ...own } = talk
    const file = appointment(own)
    expect(read(file).component.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(read(file).event.hasProperty('attendee')).toBe(false)
    expect(file).toContain('CLASS:PRIVATE')
    for (const { name, address } of [organiser, attendee]) {
      expect(file).not.toContain(name)
      expect(file).not.toContain(address)
    }
  })

  test('leaves the place out while it is agreed on later', () => {
    const { event } = read(invitation({ ...talk, place: undefined }))
    expect(event.hasProperty('location')).toBe(false)
  })

  test.each([
    ['2026-03-28', '09:00'],
    ['2026-03-29', '01:00'],
    ['2026-03-29', '09:00'],
    ['2026-03-30', '09:00'],
    ['2026-10-24', '13:30'],
    ['2026-10-25', '00:30'],
    ['2026-10-25', '13:30'],
    ['2026-10-26', '13:30'],
    ['2028-02-29', '10:00'],
    ['2026-12-31', '23:30'],
  ])('shows %s at %s on the wall, and means that very moment', (date, time) => {
    const startsAt = instantOf(date, time)
    if (!startsAt) throw new Error('the clock skips this time')
    const { event, zone } = read(invitation({ ...talk, startsAt }))
    const start = timeOf(event, 'dtstart')
    const end = timeOf(event, 'dtend')
    expect(event.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Europe/Copenhagen')
    expect(start.toString()).toBe(`${date}T${time}:00`)
    start.zone = zone
    end.zone = zone
    expect(start.toUnixTime() * 1000).toBe(startsAt.getTime())
    expect(end.toUnixTime() * 1000).toBe(startsAt.getTime() + 75 * 60_000)
  })

  test('carries the same rules of summer time as the system knows', () => {
    const { zone } = read(invitation(talk))
    const instants = fc.date({
      min: new Date('1996-06-01'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, instant => {
        const local = ICAL.Time.fromJSDate(instant, true).convertToZone(zone)
        const shown = `${localDateOf(instant)}T${localTimeOf(instant)}`
        // ical.js cannot tell the hour that comes twice.
        if (instantOf(localDateOf(instant), localTimeOf(instant))?.getTime() === minuteOf(instant)) {
          expect(local.toString().slice(0, 16)).toBe(shown)
        }
      }),
    )
  })

  test('has CRLF line ends and no line above 75 octets', () => {
    const calendar = invitation({ ...talk, place: `${'Blåbærgrødsstuen '.repeat(8)}${'🫐'.repeat(40)}` })
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const widths = calendar.split('\r\n').map(line => Buffer.byteLength(line))
    expect(Math.max(...widths)).toBe(75)
    expect(read(calendar).event.getFirstPropertyValue('location')).toContain('🫐'.repeat(40))
  })

  test('no name and no place breaks out of its line', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(...'aå";:,\\^\'=nN \r\n\t\u2028\u0085🫐'),
      maxLength: 90,
    })
    fc.assert(
      fc.property(nasty, nasty, (name, place) => {
        const { event } = read(invitation({ ...talk, place, attendee: { ...talk.attendee, name } }))
        const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
        expect(event.getAllProperties()).toHaveLength(oneLine(place) ? 14 : 13)
        expect(event.getFirstPropertyValue('location') ?? '').toBe(oneLine(place))
        const cn = event.getFirstProperty('attendee')?.getFirstParameter('cn')
        expect(cn).toBe(oneLine(name.replaceAll('"', '’').replace(/[\\^]/g, ' ')) || talk.attendee.address)
      }),
    )
  })

  test.each([
    { attendee: { name: 'Sara', address: 'sara@eksempel.dk\r\nSUMMARY:x' } },
    { organiser: { name: 'Mette', address: 'mette' } },
    { uid: 'a\r\nb' },
    { uid: '' },
    { url: 'samtaler/7' },
  ])('is not written from %o', fault => {
    expect(() => invitation({ ...talk, ...fault })).toThrow()
  })
})

describe('an answer from a calendar', () => {
  const reply = (lines: readonly string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
  const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', `UID:${talk.uid}`, ...lines, 'END:VEVENT']
  const yes = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sara@eksempel.dk'

  test('to our own invitation is read', () => {
    const answered = invitation(talk)
      .replace('METHOD:REQUEST', 'METHOD:REPLY')
      .replace('NEEDS-ACTION', 'DECLINED')
    expect(readReply(answered)).toEqual({
      uid: talk.uid,
      sequence: 3,
      attendee: 'sara@eksempel.dk',
      answer: 'declined',
    })
  })

  test.each([
    ['ATTENDEE;PARTSTAT=ACCEPTED;CN=Sara Ærø:mailto:sara@eksempel.dk', 'accepted'],
    [
      'ATTENDEE;CN="Ærø; Sara";CUTYPE=INDIVIDUAL;EMAIL="sara@eksempel.dk";PARTSTAT=declined:MAILTO:sara@eksempel.dk',
      'declined',
    ],
    ['ATTENDEE;RSVP=FALSE;\r\n PARTSTAT=TENTATIVE;X-NUM-GUESTS=0:mailto:sara@eksempe\r\n l.dk', 'tentative'],
  ])('is read as different programs write it: %s', (attendee, answer) => {
    const text = reply(['METHOD:REPLY', ...event('SEQUENCE:3', 'X-MICROSOFT-CDO-APPT-SEQUENCE:3', attendee)])
    expect(readReply(text)).toEqual({ uid: talk.uid, sequence: 3, attendee: 'sara@eksempel.dk', answer })
  })

  test('without a sequence answers the first invitation', () => {
    expect(readReply(reply(['METHOD:REPLY', ...event(yes)]))).toMatchObject({ sequence: 0 })
  })

  test.each([
    ['a request', ['METHOD:REQUEST', ...event(yes)]],
    ['a counter proposal', ['METHOD:COUNTER', ...event(yes)]],
    ['no method', event(yes)],
    ['no event', ['METHOD:REPLY']],
    ['two events', ['METHOD:REPLY', ...event(yes), ...event(yes)]],
    ['two attendees', ['METHOD:REPLY', ...event(yes, yes)]],
    ['no attendee', ['METHOD:REPLY', ...event()]],
    ['no answer yet', ['METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:sara@eksempel.dk')]],
    ['a delegation', ['METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=DELEGATED:mailto:sara@eksempel.dk')]],
    [
      'an answer named like a part of every object',
      ['METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=CONSTRUCTOR:mailto:a@b.dk')],
    ],
    ['no address', ['METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=ACCEPTED:urn:uuid:1')]],
    ['two addresses', ['METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.dk,c@d.dk')]],
    ['a sequence below zero', ['METHOD:REPLY', ...event('SEQUENCE:-1', yes)]],
    ['a sequence beyond counting', ['METHOD:REPLY', ...event(`SEQUENCE:${'9'.repeat(40)}`, yes)]],
  ])('is no reply: %s', (_, lines) => {
    expect(readReply(reply(lines))).toEqual({ refused: 'not-a-reply' })
  })

  test.each([
    ['nothing', ''],
    ['a letter', 'Kære Mette\r\nJeg kommer'],
    ['ends alone', 'END:VCALENDAR\r\n'.repeat(50)],
    ['no end', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n'],
    ['nested without end', 'BEGIN:VEVENT\r\n'.repeat(4_000)],
    ['an address card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sara\r\nEND:VCARD\r\n'.repeat(30)],
  ])('cannot be read: %s', (_, text) => {
    expect(readReply(text)).toEqual({ refused: 'unreadable' })
  })

  test('is not looked into above 64 KB', () => {
    const text = reply(['METHOD:REPLY', ...event(yes), `X-FILL:${'å'.repeat(40_000)}`])
    expect(readReply(text)).toEqual({ refused: 'too-large' })
  })

  test('whatever is sent, it is read or refused', () => {
    const pieces = fc.constantFrom(
      ...[
        'BEGIN:',
        'END:',
        'VCALENDAR',
        'VEVENT',
        'VCARD',
        'METHOD:REPLY',
        'UID:1',
        'ATTENDEE',
        'RRULE:FREQ=',
        'DTSTART:',
      ],
      ...[
        '__proto__',
        'constructor',
        'PARTSTAT=',
        'mailto:',
        ';',
        ':',
        '=',
        '"',
        ',',
        '\r\n',
        '\r\n ',
        '\0',
        'æ',
        '9',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
        const read = readReply(parts.join(''))
        expect('refused' in read || read.uid).toBeTruthy()
      }),
      { numRuns: 1_000 },
    )
  })
})

function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000) * 60_000
}
