import { afterAll, beforeAll, expect, test } from 'vitest'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteInvited, openGentofte } from '../world/gentofte.ts'
import { giveDuty } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { codeAt, give, newBrowser } from './giving.ts'

let world: GentofteWorld
beforeAll(async () => {
  world = await openGentofte()
  await gentofteInvited(world, 'sara')
})
afterAll(() => world.close())

const shownTo = async (name: 'mette' | 'grethe' | 'sara') =>
  wordsOf(await (await world.as(name)).get(urls.hosted()))

/** By the door: the address, the code, and in. */
async function comeIn(address: string) {
  const visitor = newBrowser(world)
  const code = await codeAt(world, visitor, urls.signIn(), address)
  expect((await visitor.post(urls.signInCode(), { code: code ?? '' })).path).toBe(urls.home())
}

test('walls §4 a first sign-in is shown for a fortnight to whoever holds the talk, and to nobody else', async () => {
  expect(await shownTo('mette')).not.toContain('første gang')
  await comeIn(world.people.sara.address)
  // Amal has no talk yet: nobody is told of her.
  await comeIn(world.people.amal.address)
  const page = await shownTo('mette')
  expect(page).toContain('Har logget ind for første gang Sara Lund Eskildsen, 2. april 2026 kl. 10.40.')
  expect(page).not.toContain('Amal Haddad, 2.')
  expect(page).not.toContain('@lyngsoe.example')
  expect(await shownTo('grethe')).not.toContain('første gang')
  expect(await shownTo('sara')).not.toContain('første gang')
  await world.moveTo(new Date('2026-04-16T08:41:00Z'))
  await comeIn(world.people.sara.address)
  expect(await shownTo('mette')).not.toContain('første gang')
})

test('walls §4 and so is the first one with an address that was changed', async () => {
  await giveDuty(world, world.people.jonas, 'administrator')
  await give(world, await world.as('jonas'), world.people.sara, 'sara.ny@lyngsoe.example')
  await world.moveTo(new Date('2026-04-19T08:42:00Z'))
  await runRound(world.deps)
  expect(await shownTo('mette')).not.toContain('første gang')
  await comeIn('sara.ny@lyngsoe.example')
  expect(await shownTo('mette')).toContain('Sara Lund Eskildsen, 19. april 2026 kl. 10.42.')
})
