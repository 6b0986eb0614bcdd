import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeConclusion } from '../../src/db/conclusions.ts'
import { findRecord } from '../../src/db/records.ts'
import { emptyPoint } from '../../src/domain/point.ts'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { as, held, points } from './held.ts'
import { eventsOf, mailsAbout, meeting, statusOf, versionsOf } from './rows.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('T11 the one who freezes reads on, the other is told by mail, and both read the same text', async () => {
  const { id, host, participant } = await held(world)
  expect(wordsOf(await participant.get(urls.freezing({ id })))).toContain('Lås teksten')
  const frozen = await host.post(urls.freezing({ id }), {})
  expect(frozen.path).toBe(urls.signing({ id }))
  expect(await statusOf(world, id)).toBe('closing')
  expect(await mailsAbout(world, id, 'to-sign')).toEqual(['Lone Bach Holm'])
  expect(await eventsOf(world, id)).toContain('text-frozen')
  const [one, other] = [wordsOf(frozen), wordsOf(await participant.get(urls.signing({ id })))]
  expect(one.replaceAll('Lone ser', 'X ser').replaceAll('med Lone', 'med X')).toContain(
    'Fælles. X ser den samme side.',
  )
  const text = (words: string) =>
    words
      .slice(words.indexOf('Hvad forventer vi'), words.indexOf('Hvordan vil du lukke'))
      .replaceAll(/Sådan støtter (?:Anders dig|du Lone)/g, 'Støtte')
      .replaceAll(/(?:Jeg|Lone) klarer det selv/g, 'Alene')
  expect(text(one).length).toBeGreaterThan(500)
  expect(text(one)).toBe(text(other))
})

test('S0-20 S3-24 without a point that says what, the page says so and nothing is frozen', async () => {
  const { id, host } = await held(world, { points: [{ ...emptyPoint, goal: 'Et mål' }] })
  const before = await host.get(urls.freezing({ id }))
  expect(wordsOf(before)).toContain('Der er ikke noget punkt endnu')
  expect(before.html).toContain(`href="${urls.planDraft({ id })}"`)
  const refused = await host.post(urls.freezing({ id }), { gaps: 'seen' })
  expect([refused.status, await statusOf(world, id)]).toEqual([422, 'held'])
  expect(await versionsOf(world, id)).toEqual([])
})

test('S0-20 S3-24 open fields are asked about once, by head and number, and may stay open', async () => {
  const { id, participant } = await held(world, {
    points: [...points, { ...emptyPoint, what: 'Et punkt', how: 'Øve' }],
  })
  const asked = await participant.post(urls.freezing({ id }), {})
  expect(asked.status).toBe(422)
  const words = wordsOf(asked)
  expect(words).toContain('Det her står åbent Punkt 3: Målet for udviklingen?')
  expect(words).toContain('Punkt 3: Hvornår?')
  expect(words).toContain('Punkt 3: Støtten')
  expect(words).not.toContain('Hvordan mangler')
  expect(words).toContain('Ret planen')
  expect(asked.html).toContain('name="gaps" value="seen"')
  const frozen = await participant.post(urls.freezing({ id }), { gaps: 'seen' })
  expect(frozen.path).toBe(urls.signing({ id }))
  expect(wordsOf(frozen)).toContain('Ikke aftalt')
})

test('S3-14 a date past, or an end before the beginning, is asked about once, and may stand', async () => {
  const full = { ...emptyPoint, what: 'Et punkt', goal: 'Et mål', how: 'Øve', support: 'Tid' }
  const { id, participant } = await held(world, {
    points: [
      { ...full, when: 'Fra 1. december', until: '2026-10-01' },
      { ...full, when: 'Straks', until: '2026-03-01' },
      { ...full, when: 'Fra 1. april', until: '2026-10-01' },
    ],
  })
  const asked = await participant.post(urls.freezing({ id }), {})
  expect(asked.status).toBe(422)
  expect(wordsOf(asked)).toContain(
    'Se lige på det her Punkt 1 slutter, før det begynder Datoen i punkt 2 er gået Mener I det',
  )
  const frozen = await participant.post(urls.freezing({ id }), { gaps: 'seen' })
  expect(frozen.path).toBe(urls.signing({ id }))
})

test('two tabs freeze once, and the second lands where the first did', async () => {
  const { id, host, participant } = await held(world)
  const freeze = (who: Visitor) => () => who.post(urls.freezing({ id }), {})
  const both = await meeting(world, id, [freeze(host), freeze(participant)])
  expect(both.map(each => each.path)).toEqual([urls.signing({ id }), urls.signing({ id })])
  expect(await versionsOf(world, id)).toEqual([{ version: 1, voided: false }])
  const again = await host.get(urls.freezing({ id }))
  expect(again.path).toBe(urls.signing({ id }))
})

test('a frozen text takes no more words', async () => {
  const { id, host } = await held(world)
  await host.post(urls.freezing({ id }), {})
  const late = as(world, host, id, (tx, talk) =>
    writeConclusion(
      tx,
      world.deps.keys,
      world.deps.random,
      talk,
      'q1',
      { text: 'Sent', version: 2 },
      world.deps.clock.now(),
    ),
  )
  await expect(late).rejects.toMatchObject({ code: 'P0409' })
})

test('before it is held there is nothing to freeze, and nobody else finds the page', async () => {
  const { id, host } = await held(world)
  await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
  expect((await host.get(urls.freezing({ id }))).path).toBe(urls.conversation({ id }))
  expect((await host.post(urls.freezing({ id }), {})).path).toBe(urls.conversation({ id }))
  expect(await versionsOf(world, id)).toEqual([])
  for (const name of ['karim', 'birthe', 'eva'] as const) {
    const stranger = await world.as(name)
    expect((await stranger.get(urls.freezing({ id }))).status).toBe(404)
    expect((await stranger.post(urls.freezing({ id }), {})).status).toBe(404)
    expect((await stranger.get(urls.signing({ id }))).status).toBe(404)
  }
})

test('a text altered in the database is not shown, and its words are in no answer and no log', async () => {
  const { id, host } = await held(world)
  await host.post(urls.freezing({ id }), {})
  await world.superuser.query(`update record set plan_hash = sha256('another') where conversation_id = $1`, [
    id,
  ])
  const shown = await host.get(urls.signing({ id }))
  expect([500, 409]).toContain(shown.status)
  expect(shown.html).not.toContain('At lede gennem forandring')
  expect(world.terminal.lines.join('\n')).not.toContain('At lede gennem forandring')
})

test('what the concept becomes changes nothing in a frozen text', async () => {
  const { id, host } = await held(world)
  await host.post(urls.freezing({ id }), {})
  const record = await as(world, host, id, (tx, talk) => findRecord(tx, world.deps.keys, 'pages', talk))
  expect(record?.talk?.title.da).toBe('Leder udviklingssamtale - LUS')
  expect(record?.talk?.bands.flatMap(band => band.sections).length).toBeGreaterThan(5)
  expect(record?.plan?.statement.da).toBe('Jeg har læst planen. Den svarer til det, vi aftalte.')
})
