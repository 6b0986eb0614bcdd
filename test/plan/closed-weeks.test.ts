import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { closed, later } from './closed.ts'

// »Huset har lukket«: weeks without anybody, inside the fourteen days of a follow-up (T16).

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  await world.superuser.query(`update concept set body = jsonb_set(body, '{kinds,lus,followUpDays}', '14')`)
  thread = await closed(world)
})
beforeEach(() => world.superuser.query('delete from follow_up; delete from closed_weeks'))
afterAll(() => world.close())

const plan = (visitor: Visitor) => visitor.get(urls.plan(thread))

async function asked(at: string): Promise<Thread> {
  const then = await later(world, thread, at)
  await then.participant.post(urls.followUp(thread), { line: '' })
  return then
}

describe('closing weeks inside the fourteen days', () => {
  const close = (from: string, to: string, unit = 'Kløvervangen') =>
    world.superuser.query(
      `insert into closed_weeks select organisation_id, gen_random_uuid(), id, $1, $2 from unit where name = $3 and organisation_id = $4`,
      [from, to, unit, world.organisation],
    )

  test('are asked about at once, with both dates; before and after are one tap each', async () => {
    await close('2026-07-13', '2026-07-26')
    const then = await later(world, thread, '2026-07-06T08:00:00Z')
    const ask = wordsOf(await then.participant.get(urls.followUp(thread)))
    expect(ask).toContain(
      'Huset har lukket i uge 29–30. Vil du have samtalen før eller efter? Før, senest den 12. juli Efter, senest den 3. august',
    )
    await then.participant.post(urls.followUp(thread), { line: '', weeks: 'after' })
    expect(wordsOf(await plan(then.host))).toContain('senest den 3. august')
    await world.superuser.query('delete from follow_up')
    await then.participant.post(urls.followUp(thread), { line: '', weeks: 'before' })
    expect(wordsOf(await plan(then.host))).toContain('senest den 12. juli')
  })

  test('written after the wish they are asked about on the plan, and only once; another house’s ask nobody', async () => {
    const then = await asked('2026-07-06T08:00:00Z')
    await close('2026-07-13', '2026-07-26', 'Engvejen')
    expect(wordsOf(await plan(then.participant))).not.toContain('Huset har lukket i')
    await close('2026-07-07', '2026-07-26')
    const page = wordsOf(await plan(then.participant))
    expect(page).toContain('Huset har lukket i uge 28–30.')
    expect(page).not.toContain('Før, senest')
    await then.participant.post(urls.followUpLater(thread), { weeks: 'after' })
    expect(wordsOf(await plan(then.participant))).not.toContain('Huset har lukket i')
    expect(wordsOf(await plan(then.participant))).toContain('senest den 9. august')
  })

  test('a leader and an administrator write them for their own houses; others read them', async () => {
    const then = await later(world, thread, '2026-07-01T08:00:00Z')
    const page = await then.participant.get(urls.closedWeeks())
    expect(page.html).toContain('Kløvervangen</option>')
    expect(page.html).not.toContain('Engvejen</option>')
    const unit =
      /value="([0-9a-f-]{36})">Kløvervangen/.exec(page.html)?.[1] ??
      /<option value="([^"]+)"[^>]*>Kløvervangen/.exec(page.html)?.[1] ??
      ''
    const bad = await then.participant.post(urls.closedWeeks(), { unit, from: '26/7-2026', to: '13/7-2026' })
    expect([bad.status, wordsOf(bad).includes('Den sidste dag skal ligge efter den første.')]).toEqual([
      422,
      true,
    ])
    await then.participant.post(urls.closedWeeks(), { unit, from: '13/7-2026', to: '26/7-2026' })
    const birthe = await world.as('birthe')
    const read = await birthe.get(urls.closedWeeks())
    expect(wordsOf(read)).toContain('Kløvervangen 13. juli 2026 til 26. juli 2026')
    expect(read.html).not.toContain('<select')
    const { rows } = await world.superuser.query('select id from closed_weeks')
    const karim = await world.as('karim')
    for (const visitor of [birthe, karim]) await visitor.post(urls.closedWeeks(), { remove: rows[0].id })
    await karim.post(urls.closedWeeks(), { unit, from: '1/8-2026', to: '2/8-2026' })
    expect((await world.superuser.query('select 1 from closed_weeks')).rowCount).toBe(1)
    await then.participant.post(urls.closedWeeks(), { remove: rows[0].id })
    expect((await world.superuser.query('select 1 from closed_weeks')).rowCount).toBe(0)
  })

  test('T16 further than a year ahead are refused in words, and a row that long breaks no plan', async () => {
    const then = await asked('2026-07-01T08:00:00Z')
    const page = await then.participant.get(urls.closedWeeks())
    const unit = /<option value="([^"]+)"[^>]*>Kløvervangen/.exec(page.html)?.[1] ?? ''
    const add = (to: string) => then.participant.post(urls.closedWeeks(), { unit, from: '2026-07-06', to })
    const far = await add('2099-12-31')
    expect([far.status, wordsOf(far).includes('Skriv en dag inden for et år.')]).toEqual([422, true])
    expect(far.html).toContain('value="2099-12-31"')
    expect((await add('2027-07-02')).status).toBe(422)
    expect((await add('2027-07-01')).path).toBe(urls.closedWeeks())
    await close('2026-07-06', '2099-12-31')
    for (const visitor of [then.host, then.participant])
      for (const path of [urls.plan(thread), urls.followUp(thread)])
        expect([path, (await visitor.get(path)).status]).not.toContain(500)
  })
})
