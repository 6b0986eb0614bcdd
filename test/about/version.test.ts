import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteInvited, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { wordsOf } from '../world/visitor.ts'

let world: GentofteWorld
beforeAll(async () => {
  world = await openGentofte()
})
afterAll(() => world.close())

/** A second version of the concept, in which one question has another wording. */
async function publishSecond(question: string) {
  const id = randomUUID()
  const version = [world.organisation, id, question]
  await world.superuser.query(
    `insert into concept select organisation_id, $2, name, 2,
       jsonb_set(jsonb_set(body, '{version}', '2'), '{kinds,mus,sections,0,questions,0,text,da}', to_jsonb($3::text)), published_at
       from concept where organisation_id = $1`,
    version,
  )
  await world.superuser.query(
    'update organisation set concept_id = $2 where organisation_id = $1',
    version.slice(0, 2),
  )
}

test('S0-05 an open conversation keeps its version and says so; the next one has the new', async () => {
  const id = await gentofteTalk(world, 'sara')
  const sara = await world.as('sara')
  const said = 'Denne samtale følger Gentofte Børnevenner MUS, LUS og GRUS 2016, udgave 1.'
  expect(wordsOf(await sara.get(urls.conversation({ id })))).not.toContain(said)
  await publishSecond('I hverdagen: Hvad vil du fortælle?')

  const shown = wordsOf(await sara.get(urls.conversation({ id })))
  expect(shown).toContain(said)
  expect(shown).toContain('Nye samtaler følger Gentofte Børnevenner MUS, LUS og GRUS 2016, udgave 2.')
  expect(wordsOf(await sara.get(urls.step({ id, step: 'kort' })))).toContain(
    'Hvad er vigtigt for dig lige nu',
  )

  const next = await gentofteInvited(world, 'amal')
  const amal = await world.as('amal')
  expect(wordsOf(await amal.get(urls.conversation({ id: next })))).not.toContain('Denne samtale følger')
  expect(wordsOf(await amal.get(urls.step({ id: next, step: 'kort' })))).toContain('Hvad vil du fortælle?')
})

test('D2 the pages of the form say that it is a draft', async () => {
  const id = await gentofteInvited(world, 'jonas')
  const jonas = await world.as('jonas')
  for (const path of [urls.preparation({ id }), urls.step({ id, step: 'trivsel' })])
    expect(wordsOf(await jonas.get(path)), path).toContain('Spørgsmålene er et udkast')
})
