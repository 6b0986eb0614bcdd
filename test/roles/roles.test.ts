import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { giveDuty } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

// Screen 27, D16: the administrator sets the last day of a duty, and access ends with it.

let world: GentofteWorld
let amal: Visitor
let id: string
beforeAll(async () => {
  world = await openGentofte()
  id = await gentofteTalk(world, 'mette')
  await giveDuty(world, world.people.amal, 'administrator')
  amal = await world.as('amal')
})
afterAll(() => world.close())

const dutyOf = async (duty: string, person: string): Promise<string> =>
  (await world.superuser.query('select id from duty where duty = $1 and person_id = $2', [duty, person]))
    .rows[0].id
const end = (duty: string, last: string) => amal.post(urls.roleEnd({ duty }), { last })

test('S0-08 D16 the chair’s last day is set, can be changed, and cuts access the day after', async () => {
  const { duty } = world.people.grethe
  const list = await amal.get(urls.roles())
  expect(wordsOf(list)).toContain('Grethe Lindqvist Bestyrelsesformand, Solstrålen. Fra den 1. januar 2020.')
  expect(wordsOf(await amal.get(urls.slips()))).toContain('Roller og slutdatoer')
  expect(wordsOf(await end(duty, '30/4-2026'))).toContain('Til og med den 30. april 2026.')
  expect(wordsOf(await end(duty, ''))).not.toContain('Til og med')
  await end(duty, '2026-04-03')
  await world.moveTo(new Date('2026-04-03T08:00:00Z'))
  expect((await (await world.as('grethe')).get(urls.conversation({ id }))).status).toBe(200)
  await world.moveTo(new Date('2026-04-04T08:00:00Z'))
  expect((await (await world.as('grethe')).get(urls.conversation({ id }))).path).toContain(urls.signIn())
  amal = await world.as('amal')
  expect(wordsOf(await amal.get(urls.roles()))).not.toContain('Grethe')
})

test.each([
  ['a day nobody reads', 'til sommer', 'Skriv dag, måned og år'],
  ['a day that has passed', '2026-04-02', 'Dagen er gået.'],
])('%s is told, and what was typed stands there', async (_, last, told) => {
  await giveDuty(world, world.people.sara, 'tr')
  const refused = await end(await dutyOf('tr', world.people.sara.person), last)
  expect([refused.status, wordsOf(refused).includes(told)]).toEqual([422, true])
  expect(refused.html).toContain(`value="${last}"`)
  await world.superuser.query(`delete from duty where duty = 'tr'`)
})

test('the last administrator stays, also when two would end each other at once', async () => {
  const { amal: seat, jonas } = world.people
  const mine = await dutyOf('administrator', seat.person)
  const alone = await end(mine, '2026-05-01')
  expect([alone.status, wordsOf(alone).includes('Så har I ingen administrator.')]).toEqual([422, true])
  await giveDuty(world, jonas, 'administrator')
  const theirs = await dutyOf('administrator', jonas.person)
  const other = await world.as('jonas')
  const last = { last: '2026-05-01' }
  const answers = await Promise.all([
    amal.postOnly(urls.roleEnd({ duty: theirs }), last),
    other.postOnly(urls.roleEnd({ duty: mine }), last),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422])
})

test('nobody else comes to it', async () => {
  const { duty } = world.people.grethe
  for (const name of ['mette', 'sara'] as const) {
    const visitor = await world.as(name)
    expect((await visitor.get(urls.roles())).status).toBe(404)
    expect((await visitor.post(urls.roleEnd({ duty }), { last: '2026-05-01' })).status).toBe(404)
  }
})

test('D16 whoever ends their own role today, and has nothing else here, is out, and it is written down', async () => {
  const { grethe } = world.people
  await giveDuty(world, grethe, 'administrator')
  const duty = await dutyOf('administrator', grethe.person)
  const visitor = await world.as('grethe')
  const left = await visitor.post(urls.roleEnd({ duty }), { last: '2026-04-03' })
  expect([left.status, left.path.includes(urls.signIn())]).toEqual([200, true])
  const { rows } = await world.superuser.query(
    `select d.ends_on::text as "endsOn", e.actor_id as by from duty d join event e on e.ids ->> 'duty' = d.id::text where d.id = $1`,
    [duty],
  )
  expect(rows).toEqual([{ endsOn: '2026-04-04', by: grethe.person }])
})
