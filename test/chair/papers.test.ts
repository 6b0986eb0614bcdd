import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { textOf } from '../documents/poppler.ts'
import { filled } from '../talk/talking.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { closeBegun } from '../world/gentofte-closed.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// A MUS and a LUS without numbers and without signatures, from the day itself to the two papers.

let world: GentofteWorld
beforeAll(async () => {
  world = await openGentofte()
})
afterAll(() => world.close())

const day = new Date('2026-04-14T11:05:00Z')

async function conclude(id: string, host: Visitor) {
  const topic = urls.topic({ id, step: 'samarbejde' })
  const [joint = ''] = Object.keys(filled(await host.get(topic))).filter(name => name.endsWith('.text'))
  await host.post(topic, filled(await host.get(topic), { [joint]: 'Vi taler sammen hver torsdag.' }))
}

/** Held with one conclusion, or none, and one point, locked, and confirmed by a tap of each. */
async function close(id: string, host: Visitor, participant: Visitor, topics: boolean) {
  await host.post(urls.talk({ id }), {})
  if (topics) await conclude(id, host)
  await closeBegun(id, host, participant)
}

/** A paper's words, once it has been drawn. */
async function paper(visitor: Visitor, id: string, part: 'record' | 'plan') {
  const fetched = () => visitor.send(urls.document({ id, part }))
  const kind = async () => (await fetched()).headers.get('content-type')
  await expect.poll(kind, { timeout: 15_000, interval: 100 }).toBe('application/pdf')
  const bytes = new Uint8Array(await (await fetched()).arrayBuffer())
  return (await textOf(bytes)).replaceAll(/\s+/g, ' ')
}

test.each([
  [
    'mette',
    'sara',
    'Medarbejderudviklingssamtale (MUS) 2016',
    'MUS',
    'Leder Medarbejder Mette Holm Dahl Sara',
  ],
  [
    'grethe',
    'mette',
    'Lederudviklingssamtale (LUS) 2016',
    'LUS',
    'Bestyrelsesformand Leder Grethe Lindqvist Mette',
  ],
] as const)(
  'D11 D13 S0-20 %s and %s close by a tap each, and both papers say %s',
  async (host, led, title, label, hosts) => {
    await world.moveTo(new Date('2026-04-02T08:40:00Z'))
    const id = await gentofteTalk(world, led)
    await world.moveTo(day)
    const [leader, participant] = [await world.as(host), await world.as(led)]
    await close(id, leader, participant, true)
    expect(wordsOf(await participant.get(urls.signing({ id })))).toContain('I er færdige')
    const record = await paper(participant, id, 'record')
    expect(record).toContain(title)
    expect(record).toContain('Vi taler sammen hver torsdag.')
    expect(record).toContain('Hvordan fungerer vores samarbejde?')
    expect(record).not.toMatch(/1-6|score|Hvad giver balance/i)
    const plan = await paper(leader, id, 'plan')
    expect(plan).toContain('Udviklingsplan')
    expect(plan).toContain('Sprog i garderoben')
    expect(plan).toContain(`Aftalt ved ${label}`)
    expect(plan).toContain(hosts)
    expect(plan).not.toMatch(/[Uu]nderskr|engangskode/)
  },
)

test('S0-54 a talk is held and closed with no question answered: themes and plan alone', async () => {
  await world.moveTo(new Date('2026-04-02T08:40:00Z'))
  const id = await gentofteTalk(world, 'amal')
  await world.moveTo(new Date('2026-04-15T11:05:00Z'))
  const [mette, amal] = [await world.as('mette'), await world.as('amal')]
  await close(id, mette, amal, false)
  expect(wordsOf(await amal.get(urls.signing({ id })))).toContain('I er færdige')
  expect(await paper(amal, id, 'record')).not.toContain('?')
  expect(await paper(amal, id, 'plan')).toContain('Sprog i garderoben')
})
