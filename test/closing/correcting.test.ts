import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { answer, choose, frozen } from './frozen.ts'
import { held } from './held.ts'
import { answersTo, statusOf, versionsOf } from './rows.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('T12 the text opens again, what was signed counts no longer, and the next version is read anew', async () => {
  const { id, host, participant } = await frozen(world)
  await answer(host, id, 'signed')
  const opened = await participant.postOnly(urls.correction({ id }), { version: '1' })
  expect(opened.headers.get('location')).toBe(urls.planDraft({ id }))
  expect(await statusOf(world, id)).toBe('held')
  expect(await versionsOf(world, id)).toEqual([{ version: 1, voided: true }])
  expect(await answersTo(world, id)).toHaveLength(1)
  expect((await host.get(urls.signing({ id }))).path).toBe(urls.conversation({ id }))

  await participant.post(urls.freezing({ id }), {})
  expect(await versionsOf(world, id)).toEqual([
    { version: 1, voided: true },
    { version: 2, voided: false },
  ])
  expect(wordsOf(await host.get(urls.signing({ id })))).toContain('Hvordan vil du lukke samtalen?')
  await answer(host, id, 'signed', { version: '2' })
  await answer(participant, id, 'signed', { version: '2' })
  expect(await statusOf(world, id)).toBe('closed')
})

test('T12 everywhere it is said till when one may correct, and what becomes of the signatures', async () => {
  const { id, host, participant } = await held(world)
  const till = 'indtil I begge har lukket samtalen.'
  expect(wordsOf(await host.get(urls.planDraft({ id })))).toContain(till)
  expect(wordsOf(await host.get(urls.freezing({ id })))).toContain(till)
  await host.post(urls.freezing({ id }), {})
  expect(wordsOf(await participant.get(urls.signing({ id })))).toContain(
    'Underskrifter fra før gælder ikke længere.',
  )
})

test('S3-08 the frozen plan says to each how the host supports', async () => {
  const { id, host, participant } = await frozen(world)
  const [ours, theirs] = [
    wordsOf(await host.get(urls.signing({ id }))),
    wordsOf(await participant.get(urls.signing({ id }))),
  ]
  expect(ours).toContain('Sådan støtter du Lone')
  expect(ours).toContain('Lone klarer det selv.')
  expect(theirs).toContain('Sådan støtter Anders dig')
  expect(theirs).toContain('Jeg klarer det selv.')
  expect(ours).toContain('Løn er ikke taget med i arket.')
})

test('an answer to the old text is refused with the new one, and a remark already written is kept', async () => {
  const { id, host, participant } = await frozen(world)
  await participant.postOnly(urls.correction({ id }), { version: '1' })
  const meanwhile = await answer(host, id, 'signed-with-remark', { remark: 'Skrevet til den gamle' })
  expect(meanwhile.status).toBe(409)
  expect(wordsOf(meanwhile)).toContain('Teksten bliver rettet lige nu.')
  expect(meanwhile.html).toContain('Skrevet til den gamle')
  expect(wordsOf(meanwhile)).toContain('At lede gennem forandring')
  await participant.post(urls.freezing({ id }), {})

  const stale = await answer(host, id, 'signed')
  expect(stale.status).toBe(409)
  expect(wordsOf(stale)).toContain('Teksten er rettet, siden du åbnede den.')
  expect(stale.html).toContain('name="version" value="2"')
  const kept = await answer(host, id, 'signed-with-remark', { remark: 'Skrevet til den gamle' })
  expect(kept.status).toBe(409)
  expect(kept.html).toContain('Skrevet til den gamle')
  expect(kept.html).toContain('name="version" value="2"')
  expect((await choose(host, id, 'signed')).status).toBe(409)
  expect((await host.post(urls.correction({ id }), { version: '1' })).status).toBe(409)
  expect(await answersTo(world, id)).toEqual([])
  expect(await statusOf(world, id)).toBe('closing')
})

test('the page of a choice made for the old text leads back to the new one', async () => {
  const { id, host, participant } = await frozen(world)
  const page = `${urls.answer({ id, choice: 'skriv-under' })}?tekst=1`
  expect(wordsOf(await host.get(page))).toContain('Jeg har læst planen.')
  await participant.postOnly(urls.correction({ id }), { version: '1' })
  await participant.post(urls.freezing({ id }), {})
  expect((await host.get(page)).path).toBe(urls.signing({ id }))
})
