import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { expect } from 'vitest'
import type { MailServer } from '../outside/mail-server.ts'

// What has arrived in people's calendars over a real mail server.

export type Entry = {
  to: string
  method: string
  uid: string
  sequence: number
  starts: string
  summary: string
  class: string
  place: string | null
}

/** Calendar files in the order they came, taken apart. */
export async function entriesIn({ arrived }: MailServer): Promise<Entry[]> {
  const mails = await Promise.all(
    arrived.map(({ raw }) => PostalMime.parse(raw, { attachmentEncoding: 'utf8' })),
  )
  return mails.flatMap(({ to, attachments }) => {
    const file = attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    return file ? [entryIn(String(file.content), to?.[0]?.address ?? '')] : []
  })
}

export function entryIn(text: string, to: string): Entry {
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getAllSubcomponents('vtimezone')[0]?.getFirstPropertyValue('tzid')).toBe(
    'Europe/Copenhagen',
  )
  const event = calendar.getFirstSubcomponent('vevent')
  const said = (name: string) => String(event?.getFirstPropertyValue(name))
  return {
    to: to.split('@')[0] ?? '',
    method: String(calendar.getFirstPropertyValue('method')),
    uid: said('uid'),
    sequence: Number(said('sequence')),
    starts: said('dtstart'),
    summary: said('summary'),
    class: said('class'),
    place: event?.getFirstPropertyValue('location')?.toString() ?? null,
  }
}
