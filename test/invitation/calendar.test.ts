import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed } from '../world/thread.ts'

let world: World
let id: string
beforeAll(async () => {
  world = await openWorld()
  id = await agreed(world, { place: 'Rådhuset; lokale 4, 1. sal' })
})
afterAll(() => world.close())

async function fileFor(name: 'anders' | 'lone' | 'karim') {
  return (await world.as(name)).get(urls.calendar({ id }))
}

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const [zone] = calendar.getAllSubcomponents('vtimezone')
  return { calendar, zone, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined) }
}

test('the agreed time is a file for one’s own calendar: the wall’s clock in Denmark, the place, no names', async () => {
  const file = await fileFor('lone')
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="samtale.ics"')
  const { calendar, zone, event } = read(file.html)
  expect(zone?.getFirstPropertyValue('tzid')).toBe('Europe/Copenhagen')
  expect([event.startDate.toString(), event.startDate.zone.tzid]).toEqual([
    '2026-04-14T13:00:00',
    'Europe/Copenhagen',
  ])
  expect(event.endDate.toString()).toBe('2026-04-14T14:15:00')
  expect([event.summary, event.location]).toEqual(['Samtale', 'Rådhuset; lokale 4, 1. sal'])
  expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('class')).toBe('PRIVATE')
  expect(file.html).not.toMatch(/Anders|Lone|LUS|ATTENDEE|ORGANIZER|mailto/)
})

test('both get one and the same event, each time they fetch it, so that no calendar shows it twice', async () => {
  const uids = [await fileFor('lone'), await fileFor('lone'), await fileFor('anders')].map(
    ({ html }) => read(html).event.uid,
  )
  expect(new Set(uids)).toEqual(new Set([`${id}@medspil`]))
})

test('nobody else gets it, and before a time is agreed the letter comes instead', async () => {
  expect((await fileFor('karim')).status).toBe(404)
  await world.superuser.query('update conversation set starts_at = null, status = $2 where id = $1', [
    id,
    'invited',
  ])
  expect((await fileFor('lone')).path).toBe(urls.invitation({ id }))
})
