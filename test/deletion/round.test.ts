import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { inRound } from '../../src/db/rounds.ts'
import { readDestroyed } from '../../src/trust/destroyed.ts'
import { urls } from '../../src/urls.ts'
import { eventsOf } from '../closing/rows.ts'
import { proofOf, refusal } from '../walls/proof.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { alive, all, closed, closedAgainAndAgain, orphans, roundAt } from './shelves.ts'

// T25: each text on its own day, by a round, and by nothing else.

let world: World
let thread: Thread
let again: () => Promise<Thread>
beforeAll(async () => {
  world = await openWorld()
  again = await closedAgainAndAgain(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  thread = await again()
})

const days = async () => {
  const { rows } = await world.superuser.query<{ scope: string; day: string }>(
    `select distinct scope, destroy_after::text as day from shelf where conversation_id = $1`,
    [thread.id],
  )
  return Object.fromEntries(rows.map(({ scope, day }) => [scope, day]))
}
const pageOf = async () => (await world.as('lone')).get(urls.signing(thread))
const leave = (on: string | null) =>
  world.superuser.query('update post set ends_on = $2 where person_id = $1', [world.people.lone.person, on])

describe('T25 M21 on the day before all is there, and on the day it is gone:', () => {
  test.each([
    ['own', '2026-05-13T21:59:00Z', '2026-05-13T22:01:00Z', ['plan', 'talk']],
    ['talk', '2028-04-13T21:59:00Z', '2028-04-13T22:01:00Z', ['plan']],
    ['plan', '2029-04-13T21:59:00Z', '2029-04-13T22:01:00Z', []],
  ])('%s', async (layer, before, after, left) => {
    await roundAt(world, before)
    const there = await alive(world, thread)
    expect(there.some(shelf => shelf.startsWith(layer))).toBe(true)
    await roundAt(world, after)
    expect(await alive(world, thread)).toEqual(left)
    expect(await orphans(world)).toEqual([])
    const { destroyed } = await readDestroyed(world.deps.destroyedLog)
    expect(destroyed.at(-1)?.on).toBe(after < '2027' ? '2026-05-14' : `${after.slice(0, 4)}-04-14`)
  })

  test.each([
    ['2026-03-10', '2026-04-08T21:59:00Z', '2026-04-08T22:01:00Z'],
    ['2026-10-10', '2026-11-08T22:59:00Z', '2026-11-08T23:01:00Z'],
  ])('thirty local days from %s, across the change of summer time', async (closedOn, before, after) => {
    await world.superuser.query(
      `update shelf set destroy_after = app.last_day(organisation_id, scope, 'closed', $2), at_latest = app.last_day(organisation_id, scope, 'closed', $2)
       where conversation_id = $1`,
      [thread.id, closedOn],
    )
    await roundAt(world, before)
    expect(await alive(world, thread)).toEqual(all)
    await roundAt(world, after)
    expect(await alive(world, thread)).toEqual(['plan', 'talk'])
  })
})

test('each layer alone: the others’ texts and pages stay, and what is left still verifies', async () => {
  await roundAt(world, '2026-05-14T08:00:00Z')
  const lone = await world.as('lone')
  const pages = [
    urls.preparation(thread),
    urls.step({ id: thread.id, step: 'indledning' }),
    urls.crib(thread),
  ]
  for (const page of [...pages, urls.topic({ id: thread.id, step: 'indledning' })])
    expect([page, (await lone.get(page)).status]).toEqual([page, 200])
  expect(wordsOf(await lone.get(urls.preparation(thread)))).toContain('er slettet, som det var lovet.')
  const done = wordsOf(await lone.get(urls.signing(thread)))
  expect(done).toContain('At se personalet lykkes')
  await roundAt(world, '2028-04-14T08:00:00Z')
  const later = wordsOf(await pageOf())
  expect(later).toContain('Samtalearket er slettet.')
  expect(later).toContain('At lede gennem forandring')
  expect(later).toContain('rørdrum')
  await roundAt(world, '2029-04-14T08:00:00Z')
  const last = wordsOf(await pageOf())
  expect(last).toContain('Planen og samtalearket er slettet, som det var lovet.')
  expect(last).not.toContain('rørdrum')
})

test('what stays is the count: who, when, how it ended and a trace of each deletion; no place, no step, no reading', async () => {
  await world.superuser.query(
    `insert into reading select organisation_id, gen_random_uuid(), conversation_id, $2, $3, 'preparation', '2026-04-14' from party
     where conversation_id = $1 and role = 'host'`,
    [thread.id, world.people.anders.person, world.people.lone.person],
  )
  const readings = async () => (await world.superuser.query('select 1 from reading')).rowCount
  await roundAt(world, '2028-04-13T08:00:00Z')
  expect(await readings()).toBe(1)
  await roundAt(world, '2028-04-14T08:00:00Z')
  expect(await readings()).toBe(0)
  await roundAt(world, '2029-04-14T08:00:00Z')
  const { rows } = await world.superuser.query(
    'select status, held_on::text as held, place from conversation where id = $1',
    [thread.id],
  )
  expect(rows).toEqual([{ status: 'ended', held: '2026-04-14', place: null }])
  const { rows: steps } = await world.superuser.query(
    'select distinct finished_steps as steps, last_saved_at as saved from preparation where conversation_id = $1',
    [thread.id],
  )
  expect(steps).toEqual([{ steps: [], saved: null }])
  expect((await eventsOf(world, thread.id)).filter(what => what === 'text-deleted')).toHaveLength(4)
})

describe('a day comes nearer', () => {
  test('with next year’s plan closed the talk’s texts have 14 days left, and the plan keeps its day', async () => {
    await world.moveTo(new Date('2027-04-20T08:00:00Z'))
    const next = randomUUID()
    await world.superuser.query(
      `insert into conversation (organisation_id, id, kind, concept_id, unit_id, status, minutes, held_on)
       select organisation_id, $2, kind, concept_id, unit_id, 'closing', 60, '2027-04-20' from conversation where id = $1`,
      [thread.id, next],
    )
    await world.superuser.query(
      `insert into party select organisation_id, $2, person_id, role, post_id, duty_id, '2027-04-01', null from party where conversation_id = $1`,
      [thread.id, next],
    )
    const of = { own: '2026-05-14', talk: '2028-04-14', plan: '2029-04-14' }
    expect(await days()).toEqual(of)
    await world.superuser.query(
      `update conversation set status = 'closed', closed_at = app.now() where id = $1`,
      [next],
    )
    expect(await days()).toEqual({ ...of, talk: '2027-05-04' })
    await roundAt(world, '2027-05-04T08:00:00Z')
    expect(await alive(world, thread)).toEqual(['plan'])
  })

  test('when the participant has left, plan and talk go six months later; back again, they keep their days', async () => {
    await leave('2026-06-01')
    await roundAt(world, '2026-06-02T08:00:00Z')
    expect(await days()).toMatchObject({ talk: '2026-12-01', plan: '2026-12-01' })
    await leave(null)
    await roundAt(world, '2026-06-03T08:00:00Z')
    expect(await days()).toMatchObject({ talk: '2028-04-14', plan: '2029-04-14' })
    await leave('2026-06-01')
    await roundAt(world, '2026-11-30T12:00:00Z')
    expect(await days()).toMatchObject({ plan: '2026-12-14' })
    await roundAt(world, '2026-12-13T12:00:00Z')
    expect(await alive(world, thread)).toEqual(['plan', 'talk'])
    await roundAt(world, '2026-12-14T12:00:00Z')
    expect(await alive(world, thread)).toEqual([])
  })

  test('own notes of one who has left go after thirty days, the other’s stay theirs', async () => {
    await world.superuser.query(`update conversation set status = 'held' where id = $1`, [thread.id])
    await leave('2026-05-01')
    await roundAt(world, '2026-05-30T12:00:00Z')
    expect(await alive(world, thread)).toEqual(all)
    await roundAt(world, '2026-06-13T12:00:00Z')
    expect(await alive(world, thread)).toEqual(['own Anders', 'plan', 'talk'])
  })

  test('a talk that never came to an end is not kept for ever', async () => {
    await world.superuser.query(`update conversation set status = 'held' where id = $1`, [thread.id])
    await roundAt(world, '2028-04-13T12:00:00Z')
    expect(await alive(world, thread)).toEqual(all)
    await roundAt(world, '2028-04-27T12:00:00Z')
    expect(await alive(world, thread)).toEqual([])
  })
})

test('T6 T7 of a cancelled talk nothing is kept longer than thirty days; opened again, it is kept', async () => {
  const status = (to: string) =>
    world.superuser.query('update conversation set status = $2 where id = $1', [thread.id, to])
  await status('held')
  expect(await days()).toEqual({ own: null, talk: null, plan: null })
  await status('cancelled')
  expect(await days()).toEqual({ own: '2026-05-14', talk: '2026-05-14', plan: '2026-05-14' })
  await status('held')
  await roundAt(world, '2026-05-20T12:00:00Z')
  expect(await alive(world, thread)).toEqual(all)
})

test('an organisation that has shortened its periods keeps less from then on, never what is dated', async () => {
  await world.superuser.query('update organisation set own_days = 10')
  expect(await days()).toMatchObject({ own: '2026-05-14' })
  thread = await closed(world)
  expect(await days()).toMatchObject({ own: '2026-04-24' })
  for (const wrong of ['own_days = 31', 'talk_months = 25', 'plan_months = -1', 'left_months = 7'])
    await expect(world.superuser.query(`update organisation set ${wrong}`)).rejects.toThrow('check')
})

describe('nobody else destroys', () => {
  const call = async (name: string) => {
    const { rows } = await world.superuser.query(
      `select organisation_id, id from shelf where conversation_id = $1 and scope = 'plan'`,
      [thread.id],
    )
    return `select app.${name}('${rows[0].organisation_id}', '${rows[0].id}')`
  }

  test('a shelf whose day has not come is refused, also within a round', async () => {
    const destroy = await call('destroy_due_shelf')
    const refused = inRound(world.deps.db.jobs, world.deps.clock.now(), async round => {
      await round.as('deletion', tx => tx.query(destroy))
    })
    await expect(refused).rejects.toMatchObject({ code: 'P0403', message: 'not-due' })
    expect(await alive(world, thread)).toEqual(all)
  })

  test('no role may outside a round, and only the jobs’ may in one', async () => {
    const due = await call('destroy_due_shelf')
    expect(await refusal(world.deps.db.jobs, {}, due)).toBe('P0403')
    const erase = `select app.erase_shelves('{}', now())`
    const party = proofOf(thread.host)
    for (const work of [due, erase, 'select app.prepare_deletions()', 'select app.due_shelves(1)'])
      expect([work, await refusal(world.deps.db.party, party, work)]).toEqual([work, '42501'])
    expect(await refusal(world.deps.db.jobs, {}, erase)).toBe('42501')
  })

  test('a party cannot say or change the day of a shelf', async () => {
    const mine = proofOf(thread.host)
    const change = `update shelf set destroy_after = '2026-04-01'`
    expect(await refusal(world.deps.db.party, mine, change)).toBe('42501')
    const { organisation, people } = world
    const dated = await transaction(world.deps.db.party, mine, async tx => {
      await tx.query('savepoint before')
      const { rows } = await tx.query(
        `insert into shelf (organisation_id, id, conversation_id, scope, person_id, epoch, wrapped, destroy_after)
         values ($1, gen_random_uuid(), $2, 'part', $3, 1, '\\x01', '2099-01-01') returning destroy_after::text as day`,
        [organisation, thread.id, people.anders.person],
      )
      await tx.query('rollback to before')
      return rows
    })
    expect(dated).toEqual([{ day: '2028-04-14' }])
  })
})
