import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteInvited, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'

let world: GentofteWorld
beforeAll(async () => {
  world = await openGentofte()
  await gentofteInvited(world, 'sara')
})
afterAll(() => world.close())

const told = 'Har logget ind for første gang Sara Lund Eskildsen, 2. april 2026 kl. 10.40.'
const shownTo = async (name: 'mette' | 'grethe' | 'sara') =>
  wordsOf(await (await world.as(name)).get(urls.hosted()))

test('walls §4 a first sign-in is shown for a fortnight to whoever holds the talk, and to nobody else', async () => {
  expect(await shownTo('mette')).not.toContain('første gang')
  await world.superuser.query('update person set address_proven_at = app.now() where id = any($1)', [
    [world.people.sara.person, world.people.amal.person],
  ])
  // Amal has no talk yet: nobody is told of her.
  const page = await shownTo('mette')
  expect(page).toContain(told)
  expect(page).not.toContain('Amal Haddad, 2.')
  expect(page).not.toContain('@lyngsoe.example')
  expect(await shownTo('grethe')).not.toContain('første gang')
  expect(await shownTo('sara')).not.toContain('første gang')
  await world.moveTo(new Date('2026-04-16T08:41:00Z'))
  expect(await shownTo('mette')).not.toContain('første gang')
})
