import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOrganisation } from '../../src/domain/organisation/reading.ts'
import { urls } from '../../src/urls.ts'
import { filled, make, openedDoor } from '../setup/door.ts'
import { counted, organisationOf, read } from '../setup/rows.ts'
import { type House, openHouse } from '../world/house.ts'
import { createVisitor, type Visitor, wordsOf } from '../world/visitor.ts'

// The institution of the demo file, from the file to the chair who comes in, beside a municipality of another concept.

const file = readFileSync('demo/gentofte-boernevenner.csv', 'utf8')
const fields = {
  ...filled,
  name: 'Børnehuset Mælkevejen',
  concept: 'gentofte-boernevenner-2016',
  'your-name': 'Jonas Elkjær Toft',
  address: 'jonas.toft@maelkevejen.example',
}

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** In by the way of the door. */
async function enter(address: string): Promise<Visitor> {
  const visitor = createVisitor(house)
  const said = house.terminal.next(new RegExp(`${address.replaceAll('.', '\\.')}: (\\S+)$`))
  await visitor.post(urls.signIn(), { address })
  const [, code = ''] = await said
  await visitor.post(urls.signInCode(), { code })
  return visitor
}

test('the demo file is one institution without a fault: leader, souschef, staff, AMR, TR and a chair', () => {
  const reading = read(file.replaceAll(';', '|'))
  const { units, people, posts, duties } = organisationOf(reading)
  expect(units).toHaveLength(1)
  expect(posts).toHaveLength(23)
  expect(people.filter(({ address }) => address === null)).toHaveLength(3)
  expect(people.filter(({ language }) => language === 'en')).toHaveLength(1)
  expect(duties.map(({ duty }) => duty).toSorted()).toEqual(['amr', 'chair', 'tr'])
  expect(reading.warnings.map(({ rule }) => rule)).toEqual(['no-address'])
  expect(readOrganisation([], counted())).toHaveProperty('faults')
})

test('S0-08 the look-through says that the chair holds the talk of the leader', async () => {
  const visitor = await openedDoor(house)
  const words = wordsOf(await visitor.post(urls.setupPreview(), { ...fields, rows: file }))
  expect(words).toContain('24 personer og 23 stillinger. 2 holder samtaler.')
  expect(words).toContain('Grethe Lyngdal Bang Børnehuset Mælkevejen Lederen af huset')
})

test('S0-01 S0-08 two organisations side by side: each has its own mark, and the chair holds one LUS', async () => {
  await make(await openedDoor(house), file, fields)
  await make(await openedDoor(house))
  const grethe = await enter('grethe.bang@maelkevejen.example')
  const hosted = wordsOf(await grethe.get(urls.hosted()))
  expect(hosted).toContain('Mette Ravnsborg Lind')
  expect(hosted).not.toContain('Jonas Elkjær Toft')
  const anders = await enter('anders.riis@lyngsoe.example')
  const [theirs, others] = [await grethe.get(urls.about()), await anders.get(urls.about())].map(wordsOf)
  expect(theirs).toContain('Et liv i børnenes spor – altid et skridt foran')
  expect(others).toContain('NATURENS RIGE')
  expect(others).not.toContain('børnenes spor')
})
