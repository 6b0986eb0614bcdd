import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type MailServer, openMailServer } from '../outside/mail-server.ts'
import { entriesIn, entryIn } from '../times/entries.ts'
import { mailsOf, talkOf } from '../times/rows.ts'
import { queueEmpty } from '../walls/door.ts'
import { openWorld, type World } from '../world/people.ts'
import { invited, slotsIn } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'

// »Aftaler vi senere«: the host writes the place when it is known.

let world: World
let server: MailServer
let id: string
beforeAll(async () => {
  server = await openMailServer()
  const post = { smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom: 'Medspil <medspil@lyngsoe.example>' }
  world = await openWorld(new Date('2026-04-07T08:00:00Z'), undefined, post)
  id = await invited(world, { where: 'later', place: '' })
})
afterAll(async () => {
  await world.close()
  await server.close()
})

const write = async (place: string, name: 'anders' | 'lone' = 'anders') =>
  (await world.as(name)).post(urls.place({ id }), { place })
const page = async (name: 'anders' | 'lone') => (await world.as(name)).get(urls.conversation({ id }))

test('S0-31 before a time is agreed the place is told to the other, and no calendar hears of it', async () => {
  expect(wordsOf(await page('anders'))).toContain('Stedet aftaler I senere. Skriv, hvor I mødes')
  const letter = async () => wordsOf(await (await world.as('anders')).get(urls.invitation({ id })))
  expect(await letter()).toContain('Stedet aftaler I senere.')
  const written = await write('  Rådhuset,\n lokale 4 ')
  expect(wordsOf(written)).toContain('Sted: Rådhuset, lokale 4.')
  expect(await letter()).toContain('Rådhuset, lokale 4')
  expect(await talkOf(world, id)).toMatchObject({ place: 'Rådhuset, lokale 4', calendar_sequence: 0 })
  expect(await mailsOf(world, id)).toEqual(['invitation to Lone', 'place-set to Lone'])
})

test('S0-31 once a time is agreed the calendars of both get the place, with a sequence that has risen', async () => {
  const lone = await world.as('lone')
  const [slot = ''] = slotsIn(await lone.get(urls.invitation({ id })))
  await lone.post(urls.time({ id }), { slot })
  await queueEmpty(world)
  const before = (await entriesIn(server)).length
  const written = await write('Mødelokalet på 1. sal')
  expect(wordsOf(written)).toContain('Skift sted')
  expect((await mailsOf(world, id)).slice(-2)).toEqual(['place-set to Anders', 'place-set to Lone'])
  await queueEmpty(world)
  const entry = { uid: `${id}@medspil`, sequence: 1, place: 'Mødelokalet på 1. sal', method: 'REQUEST' }
  const told = ['anders', 'lone'].map(to => expect.objectContaining({ to, ...entry }))
  expect((await entriesIn(server)).slice(before)).toEqual(expect.arrayContaining(told))
  const file = await lone.get(urls.calendar({ id }))
  expect(entryIn(file.html, '')).toMatchObject({ sequence: 1, place: 'Mødelokalet på 1. sal' })
})

test('S0-31 the same place again changes nothing; none, or one too long, is told and stands as it was typed', async () => {
  await write('Mødelokalet på 1. sal')
  const none = await write(' ')
  expect([none.status, wordsOf(none).includes('Skriv, hvor I mødes.')]).toEqual([422, true])
  const long = await write('Lokale '.repeat(20))
  expect([long.status, wordsOf(long).includes('Skriv højst 120 tegn.')]).toEqual([422, true])
  expect(long.html).toContain('Lokale Lokale')
  expect(await talkOf(world, id)).toMatchObject({ place: 'Mødelokalet på 1. sal', calendar_sequence: 1 })
})

test('S0-31 the place is the host’s alone to write, and not once the talk has begun', async () => {
  expect((await page('lone')).html).not.toContain(urls.place({ id }))
  await write('Hos mig', 'lone')
  await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
  expect((await page('anders')).html).not.toContain(urls.place({ id }))
  await write('Hos mig')
  expect(await talkOf(world, id)).toMatchObject({ place: 'Mødelokalet på 1. sal', calendar_sequence: 1 })
})
