import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'
import { answer, choose, frozen, minutes } from './frozen.ts'
import { answersTo } from './rows.ts'

// T13: one signs with a code of one's own that is not older than five minutes.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** The six figures that the terminal prints for this address, from here on. */
const codeFor = (name: string) =>
  world.terminal
    .next(new RegExp(`^Kode til ${name}@lyngsoe\\.example: (\\d{6})$`))
    .then(([, code = '']) => code)

const session = (visitor: Visitor) => visitor.cookies.get('__Host-medspil-session') ?? ''

test('five minutes after the last one a choice mails a code, and the right one goes on with the choice already made', async () => {
  const { id, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  const printed = codeFor('lone')
  const asked = await choose(participant, id, 'signed')
  expect(asked.path).toContain(urls.answer({ id, choice: 'skriv-under' }))
  expect(wordsOf(asked)).toContain('Vi har sendt en kode til lone@lyngsoe.example.')
  expect(await answersTo(world, id)).toEqual([])
  const code = await printed
  const before = session(participant)
  const signed = await answer(participant, id, 'signed', { code: `${code.slice(0, 3)} ${code.slice(3)}` })
  expect(wordsOf(signed)).toContain('Du har skrevet under')
  expect(await answersTo(world, id)).toEqual([{ name: 'Lone Bach Holm', choice: 'signed', version: 1 }])

  expect(session(participant)).not.toBe(before)
  const old = createVisitor(world)
  old.cookies.set('__Host-medspil-session', before)
  expect((await old.get(urls.signing({ id }))).path).toContain(urls.signIn())
})

test('a refusal takes a code as the other choices do', async () => {
  const { id, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  expect(wordsOf(await answer(participant, id, 'refused', { code: '' }))).toContain('Skriv koden fra mailen.')
  expect(await answersTo(world, id)).toEqual([])
})

test('a wrong code is told at its field; the remark is still there, and nothing is signed', async () => {
  const { id, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  const printed = codeFor('lone')
  await choose(participant, id, 'signed-with-remark')
  const wrong = Number(await printed) === 111111 ? '222222' : '111111'
  const remark = 'Min bemærkning om punkt 2'
  const refused = await answer(participant, id, 'signed-with-remark', { remark, code: wrong })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('href="#code"')
  expect(refused.html).toContain(remark)
  expect(wordsOf(refused)).toContain('Koden passer ikke.')
  expect(await answersTo(world, id)).toEqual([])
})

test('after five wrong ones the code is worth nothing, and a new one has been sent', async () => {
  const { id, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  const printed = codeFor('lone')
  await choose(participant, id, 'signed')
  const code = await printed
  const wrong = code === '111111' ? '222222' : '111111'
  for (let tries = 0; tries < 5; tries += 1) await answer(participant, id, 'signed', { code: wrong })
  const next = codeFor('lone')
  const spent = await answer(participant, id, 'signed', { code })
  expect(spent.status).toBe(422)
  expect(wordsOf(spent)).toContain('Vi har sendt en ny.')
  expect(wordsOf(await answer(participant, id, 'signed', { code: await next }))).toContain(
    'Du har skrevet under',
  )
})

test('a code older than ten minutes is told, and a new one has been sent', async () => {
  const { id, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  const printed = codeFor('lone')
  await choose(participant, id, 'signed')
  const code = await printed
  await world.moveTo(minutes(17))
  const next = codeFor('lone')
  const refused = await answer(participant, id, 'signed', { code })
  expect(refused.status).toBe(422)
  expect(wordsOf(refused)).toContain('Koden er udløbet, brugt eller fra en anden browser.')
  expect(wordsOf(await answer(participant, id, 'signed', { code: await next }))).toContain(
    'Du har skrevet under',
  )
})

test('a code asked for in another browser does not sign here', async () => {
  const { id, participant } = await frozen(world)
  const elsewhere = await world.as('lone')
  await world.moveTo(minutes(6))
  const printed = codeFor('lone')
  await choose(elsewhere, id, 'signed')
  const code = await printed
  const refused = await answer(participant, id, 'signed', { code })
  expect(refused.status).toBe(422)
  expect(await answersTo(world, id)).toEqual([])
  expect(wordsOf(await answer(elsewhere, id, 'signed', { code }))).toContain('Du har skrevet under')
})

test('a code mailed to the other does not sign for me, and is not used up', async () => {
  const { id, host, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  const printed = codeFor('anders')
  await choose(host, id, 'signed')
  const code = await printed
  participant.cookies.set('__Host-medspil-browser', host.cookies.get('__Host-medspil-browser') ?? '')
  const refused = await answer(participant, id, 'signed', { code })
  expect(refused.status).toBe(422)
  expect(wordsOf(refused)).toContain('Koden passer ikke.')
  expect(wordsOf(await answer(host, id, 'signed', { code }))).toContain('Du har skrevet under')
  expect((await answersTo(world, id)).map(each => each.name)).toEqual(['Anders Kjær'])
})

test('the form sent twice at once signs once, and neither answer is a fault', async () => {
  const { id, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  const printed = codeFor('lone')
  await choose(participant, id, 'signed')
  const fields = { choice: 'signed', version: '1', key: crypto.randomUUID(), code: await printed }
  const both = await Promise.all([1, 2].map(() => participant.postOnly(urls.signatures({ id }), fields)))
  // The later one may find that the session has gone on under its new token, which is the door's to tell.
  const led = both.map(each => each.headers.get('location'))
  expect(led).toContain(urls.signing({ id }))
  expect(led.filter(to => to !== urls.signing({ id }) && !to?.startsWith(urls.signIn()))).toEqual([])
  expect(await answersTo(world, id)).toHaveLength(1)
  expect(wordsOf(await participant.get(urls.signing({ id })))).toContain('Du har skrevet under')
  const again = await participant.postOnly(urls.signatures({ id }), fields)
  expect(again.headers.get('location')).toBe(urls.signing({ id }))
})

test('choosing again sends no second code while the first is good; asking for a new one does, and keeps the remark', async () => {
  const { id, participant } = await frozen(world)
  await world.moveTo(minutes(6))
  const asked = async () =>
    (await world.superuser.query('select count(*)::int as n from code_request')).rows[0].n
  const before = await asked()
  await choose(participant, id, 'signed')
  await choose(participant, id, 'signed-with-remark')
  expect(await asked()).toBe(before + 1)
  const fields = { choice: 'signed-with-remark', version: '1', remark: 'Halvt skrevet', again: 'yes' }
  const page = await participant.post(urls.freshCode({ id }), fields)
  expect(await asked()).toBe(before + 2)
  expect(page.html).toContain('Halvt skrevet')
})
