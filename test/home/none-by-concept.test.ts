import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, openGentofte } from '../world/gentofte.ts'
import { addHosting, addPerson, giveDuty, signIn } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// Where a board's chair holds the LUS (S0-08), whoever leads a house's leader from above has no talk to hold.

let world: GentofteWorld
let chief: Visitor
beforeAll(async () => {
  world = await openGentofte()
  const office = randomUUID()
  await world.superuser.query('insert into unit (organisation_id, id, name) values ($1, $2, $3)', [
    world.organisation,
    office,
    'Børn og unge',
  ])
  const org = { id: world.organisation, units: { ...world.units, 'Børn og unge': office } }
  const seat = await addPerson(world, org, 'Hanne Toft', 'Børn og unge', 'Dagtilbudschef')
  await addHosting(world, org, seat, world.people.mette)
  await giveDuty(world, seat, 'administrator')
  chief = await signIn(world, world.organisation, seat)
})
afterAll(() => world.close())

test('Min side leads them to what is theirs to do, and not to an empty list', async () => {
  const { html } = await chief.get(urls.home())
  expect(html).toContain(`href="${urls.slips()}" class="button primary"`)
  expect(html).not.toContain('Se mine samtaler')
})

test('Mine samtaler says that it is the concept, and nothing that waits to be entered', async () => {
  const shown = await chief.get(urls.hosted())
  expect(wordsOf(shown)).toContain(
    'Du holder ingen samtaler Jeres koncept giver dig ingen samtale med dem, du er leder for.',
  )
  expect(shown.html).toContain(`href="${urls.about()}"`)
})
