import { expect, onTestFinished, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type MailServer, mailServer } from '../outside/mail-server.ts'
import { queueEmpty } from '../walls/door.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed } from '../world/thread.ts'
import { entriesIn } from './entries.ts'
import { timesIn } from './rows.ts'

// What arrives in two people's calendars while a talk's time changes, over a real mail server.

/** One working morning; a mail asked for goes at once. */
async function openPost(): Promise<{ world: World; server: MailServer }> {
  const server = await mailServer()
  const world = await openWorld(new Date('2026-04-07T08:00:00Z'), undefined, {
    smtpUrl: `smtp://127.0.0.1:${server.port}`,
    mailFrom: 'Medspil <medspil@lyngsoe.example>',
  })
  onTestFinished(() => world.close())
  return { world, server }
}

test('T3–T7 each change goes to both under one uid, with a sequence that rises', async () => {
  const { world, server } = await openPost()
  const id = await agreed(world)
  await queueEmpty(world)
  const [anders, lone] = [await world.as('anders'), await world.as('lone')]
  const since = async (count: number) => (await entriesIn(server)).slice(count)
  const first = await since(0)
  expect(first).toMatchObject([
    { to: 'anders', method: 'REQUEST', sequence: 0, starts: '2026-04-14T13:00:00' },
  ])

  await anders.post(urls.newTime({ id }), { 'day-1': '2026-04-21', 'time-1': '10:00' })
  const [moved = ''] = timesIn(await lone.get(urls.newTime({ id })))
  await lone.post(urls.timeAnswer({ id }), { time: moved })
  await queueEmpty(world)
  const both = (entry: object) => ['anders', 'lone'].map(to => expect.objectContaining({ to, ...entry }))
  const request = { method: 'REQUEST', sequence: 1, starts: '2026-04-21T10:00:00' }
  expect(await since(1)).toEqual(expect.arrayContaining(both(request)))

  await lone.post(urls.postponement({ id }), {})
  await queueEmpty(world)
  expect(await since(3)).toEqual(
    expect.arrayContaining(both({ method: 'CANCEL', sequence: 2, starts: '2026-04-21T10:00:00' })),
  )

  await lone.post(urls.newTime({ id }), { 'day-1': '2026-04-28', 'time-1': '09:00' })
  const [found = ''] = timesIn(await anders.get(urls.newTime({ id })))
  await anders.post(urls.timeAnswer({ id }), { time: found })
  await queueEmpty(world)
  expect(await since(5)).toEqual(
    expect.arrayContaining(both({ method: 'REQUEST', sequence: 3, starts: '2026-04-28T09:00:00' })),
  )

  await anders.post(urls.callingOff({ id }), { cause: 'double' })
  await queueEmpty(world)
  const last = await since(7)
  expect(last).toHaveLength(2)
  expect(last).toEqual(
    expect.arrayContaining(both({ method: 'CANCEL', sequence: 4, starts: '2026-04-28T09:00:00' })),
  )
  for (const entry of await since(0))
    expect(entry).toMatchObject({ uid: `${id}@medspil`, summary: 'Samtale', class: 'PRIVATE' })
}, 60_000)

test('a calendar’s reply is read out, and changes nothing', async () => {
  const { world } = await openPost()
  const id = await agreed(world)
  const anders = await world.as('anders')
  const reply = (uid: string, answer: string, sequence = 0) =>
    [
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:${uid}`,
        `SEQUENCE:${sequence}`,
      ],
      ...[`ATTENDEE;PARTSTAT=${answer}:mailto:lone@lyngsoe.example`, 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n')
  const handIn = async (text: string) => {
    const body = new FormData()
    body.set('key', crypto.randomUUID())
    body.set('file', new File([text], 'svar.ics', { type: 'text/calendar' }))
    const headers = { 'sec-fetch-site': 'same-origin' }
    const response = await anders.send(urls.calendarReply({ id }), { method: 'POST', body, headers })
    return `${response.status} ${await response.text()}`
  }
  const own = `${id}@medspil`
  expect(await handIn(reply(own, 'DECLINED'))).toMatch(/^200 [\s\S]*Kalenderen siger nej til tiden\./)
  expect(await handIn(reply(own, 'ACCEPTED'))).toMatch(/^200 [\s\S]*Kalenderen siger ja til tiden\./)
  expect(await handIn(reply(own, 'TENTATIVE'))).toMatch(/^200 [\s\S]*Kalenderen siger måske\./)
  expect(await handIn(reply('anden@medspil', 'DECLINED'))).toMatch(/^422 [\s\S]*hører til en anden aftale/)
  expect(await handIn('Kære Anders')).toMatch(/^422 [\s\S]*ikke et svar fra en kalender/)
  expect(await handIn('')).toMatch(/^422 [\s\S]*Vælg en fil, der ender på \.ics/)
  await world.superuser.query('update conversation set calendar_sequence = 2 where id = $1', [id])
  expect(await handIn(reply(own, 'DECLINED', 1))).toMatch(/^422 [\s\S]*Svaret gælder en tidligere tid/)
  const { rows } = await world.superuser.query('select status, starts_at from conversation where id = $1', [
    id,
  ])
  expect(rows).toEqual([{ status: 'agreed', starts_at: new Date('2026-04-14T11:00:00Z') }])
}, 60_000)
