import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { mailsAbout } from '../closing/rows.ts'
import { type MailServer, openMailServer } from '../outside/mail-server.ts'
import { entriesIn, entryIn } from '../times/entries.ts'
import { timesIn } from '../times/rows.ts'
import { queueEmpty } from '../walls/door.ts'
import type { Thread } from '../walls/thread.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { idIn, invitationForm, slotsIn } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'
import { closed, later } from './closed.ts'

// T16: the time of a follow-up stands in two people's calendars, and in the way of other appointments.

let world: World
let server: MailServer
let thread: Thread
beforeAll(async () => {
  server = await openMailServer()
  const post = { smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom: 'Medspil <medspil@lyngsoe.example>' }
  world = await openWorld(morning, undefined, post)
  await world.superuser.query(`update concept set body = jsonb_set(body, '{kinds,lus,followUpDays}', '14')`)
  thread = await closed(world)
})
afterAll(async () => {
  await world.close()
  await server.close()
})
beforeEach(async () => {
  await world.superuser.query('delete from follow_up_time; delete from follow_up; delete from mail')
  await world.superuser.query(`update conversation set status = 'cancelled' where id <> $1`, [thread.id])
})

const times = { 'day-1': '2026-09-15', 'time-1': '13:00', 'day-2': '2026-09-16', 'time-2': '9:00' }

/** Lone has asked, Anders has given two times. */
async function offered(): Promise<Thread> {
  const then = await later(world, thread, '2026-09-08T08:00:00Z')
  await then.participant.post(urls.followUp(thread), { line: '' })
  await then.host.post(urls.followUpTimes(thread), times)
  return then
}
const pick = async ({ participant }: Thread, at = 0) => {
  const time = timesIn(await participant.get(urls.followUp(thread)))[at] ?? ''
  return participant.post(urls.followUpTime(thread), { time })
}
const rowOf = async () =>
  (await world.superuser.query('select id, status, starts_at, calendar_sequence from follow_up')).rows[0]
const taken = 'Du har en anden samtale på det tidspunkt.'

test('T16 it has one uid of its own and a sequence that rises; the entry says »Samtale«, and goes when it is off', async () => {
  const then = await offered()
  await pick(then)
  await queueEmpty(world)
  const before = (await entriesIn(server)).length
  const { id } = await rowOf()
  const own = { uid: `${id}@medspil`, summary: 'Samtale', class: 'PRIVATE', place: null }
  const both = (entry: object) =>
    ['anders', 'lone'].map(to => expect.objectContaining({ to, ...own, ...entry }))
  const since = async (count: number) => (await entriesIn(server)).slice(count)
  const first = { method: 'REQUEST', sequence: 0, starts: '2026-09-15T13:00:00' }
  expect(await since(before - 2)).toEqual(expect.arrayContaining(both(first)))

  const file = await then.host.get(urls.followUpCalendar(thread))
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="samtale.ics"')
  expect(entryIn(file.html, '')).toMatchObject({ ...own, method: 'PUBLISH', starts: '2026-09-15T13:00:00' })
  expect(file.html).not.toMatch(/Anders|Lone|LUS|pfølgning|mailto/)
  expect((await (await world.as('karim')).get(urls.followUpCalendar(thread))).status).toBe(404)

  await then.host.post(urls.followUpOtherTime(thread), {})
  await queueEmpty(world)
  const off = { method: 'CANCEL', sequence: 1, starts: '2026-09-15T13:00:00' }
  expect(await since(before)).toEqual(expect.arrayContaining(both(off)))
  expect((await then.host.get(urls.followUpCalendar(thread))).path).toBe(urls.followUp(thread))

  await pick(then)
  await queueEmpty(world)
  const next = { method: 'REQUEST', sequence: 2, starts: '2026-09-16T09:00:00' }
  expect(await since(before + 2)).toEqual(expect.arrayContaining(both(next)))
  await then.participant.post(urls.followUpLater(thread), { do: 'withdraw' })
  await queueEmpty(world)
  const last = { method: 'CANCEL', sequence: 3, starts: '2026-09-16T09:00:00' }
  expect(await since(before + 4)).toEqual(expect.arrayContaining(both(last)))
  expect(await since(before + 6)).toEqual([])
})

test('T16 asked for in another window already, the line typed here is not lost', async () => {
  const then = await later(world, thread, '2026-09-08T08:00:00Z')
  await then.participant.post(urls.followUp(thread), { line: '' })
  const late = await then.participant.post(urls.followUp(thread), { line: 'Om vagterne i oktober' })
  expect([late.status, late.html.includes('Om vagterne i oktober')]).toEqual([409, true])
  expect(wordsOf(late)).toContain('Denne linje er ikke sendt.')
})

test('T16 either gives up the agreed time in one press; the deadline stands, and the leader is asked for others', async () => {
  const then = await offered()
  await pick(then)
  const page = await then.participant.get(urls.followUp(thread))
  expect(page.html).toContain(`action="${urls.followUpOtherTime(thread)}"`)
  expect(page.html).toContain(`href="${urls.followUpCalendar(thread)}"`)
  const left = wordsOf(await then.participant.post(urls.followUpOtherTime(thread), {}))
  expect(left).toContain('Samtalen skal holdes senest den 22. september')
  expect(left).not.toContain('tirsdag den 15. september')
  expect(timesIn(await then.participant.get(urls.followUp(thread)))).toHaveLength(2)
  expect(await rowOf()).toMatchObject({ status: 'wanted', starts_at: null, calendar_sequence: 1 })
  expect(await mailsAbout(world, thread.id, 'follow-up-off')).toEqual(['Anders Kjær', 'Lone Bach Holm'])
  await then.participant.post(urls.followUpOtherTime(thread), {})
  expect(await mailsAbout(world, thread.id, 'follow-up-off')).toHaveLength(2)
})

test('T16 a calendar’s reply to its time is read out, and changes nothing', async () => {
  const then = await offered()
  await pick(then)
  const { id } = (await world.superuser.query('select id from follow_up')).rows[0]
  const handIn = async (uid: string) => {
    const lines = [
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:${uid}@medspil`,
        'SEQUENCE:0',
      ],
      ...['ATTENDEE;PARTSTAT=DECLINED:mailto:lone@lyngsoe.example', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]
    const body = new FormData()
    body.set('key', crypto.randomUUID())
    body.set('file', new File([lines.join('\r\n')], 'svar.ics', { type: 'text/calendar' }))
    const headers = { 'sec-fetch-site': 'same-origin' }
    const path = urls.followUpCalendarReply(thread)
    const response = await then.host.send(path, { method: 'POST', body, headers })
    return `${response.status} ${wordsOf({ html: await response.text() })}`
  }
  expect(await handIn(id)).toMatch(/^200 .*Kalenderen siger nej til tiden\./)
  expect(await handIn(thread.id)).toMatch(/^422 .*Svaret hører til en anden aftale\./)
  expect(await rowOf()).toMatchObject({ status: 'agreed', calendar_sequence: 0 })
})

test('S0-45 an agreed follow-up keeps other talks away from its time, for both of the two', async () => {
  const then = await offered()
  await pick(then)
  const over = { ...invitationForm, 'day-1': '2026-09-15', 'time-1': '12:00', 'day-2': '2026-09-17' }
  const refused = await then.host.post(urls.planning(world.people.karim), over)
  expect([refused.status, wordsOf(refused).includes(taken)]).toEqual([422, true])
  // Lone holds Birthe's talk: there too the time is hers no more.
  const birthe = await then.participant.post(urls.planning(world.people.birthe), over)
  expect([birthe.status, wordsOf(birthe).includes(taken)]).toEqual([422, true])
})

test('S0-45 a time that one of the two has lost since is greyed, and not taken', async () => {
  const then = await later(world, thread, '2026-09-08T08:00:00Z')
  const over = { ...invitationForm, 'day-1': '2026-09-15', 'time-1': '12:00', 'day-2': '', 'time-2': '' }
  const id = idIn(await then.host.post(urls.planning(world.people.karim), over))
  await then.participant.post(urls.followUp(thread), { line: '' })
  const same = await then.host.post(urls.followUpTimes(thread), times)
  expect([same.status, wordsOf(same).includes('En anden kan stadig vælge')]).toEqual([422, true])
  await world.superuser.query(`update conversation set status = 'cancelled' where id = $1`, [id])
  await then.host.post(urls.followUpTimes(thread), times)
  const [first = '', second = ''] = timesIn(await then.participant.get(urls.followUp(thread)))
  await world.superuser.query(`update conversation set status = 'invited' where id = $1`, [id])
  const karim = await world.as('karim')
  const [slot = ''] = slotsIn(await karim.get(urls.invitation({ id })))
  await karim.post(urls.time({ id }), { slot })

  const shown = await then.participant.get(urls.followUp(thread))
  expect(timesIn(shown)).toEqual([second])
  expect(wordsOf(shown)).toContain('Ikke ledig længere')
  const late = await then.participant.post(urls.followUpTime(thread), { time: first })
  expect([late.status, wordsOf(late).includes('Vælg en anden.')]).toEqual([409, true])
  expect(wordsOf(late)).not.toContain('Karim')
})
