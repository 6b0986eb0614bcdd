import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { points } from '../closing/held.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { boxIn, closed, later } from './closed.ts'

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await closed(world)
})
beforeEach(async () => {
  await world.superuser.query(`delete from point_mark; update conversation set status = 'closed'`)
  thread = await later(world, thread, '2026-04-14T12:40:00Z')
})
afterAll(() => world.close())

const open = (visitor: Visitor) => visitor.get(urls.plan(thread))

/** Presses the box that says this, as it stands on that page. */
async function press(visitor: Visitor, label: string, path = urls.plan(thread)) {
  const box = boxIn((await visitor.get(path)).html, label)
  return visitor.post(box.path, box.fields)
}

const first = 'At lede gennem forandring'
const second = 'Tid til egen ledelse'

describe('screen 20, Min plan', () => {
  test('after the closing, home and the conversation lead to it', async () => {
    const home = await thread.participant.get(urls.home())
    expect(home.html).toMatch(new RegExp(`href="${urls.plan(thread)}" class="button primary"`))
    const talk = await thread.participant.get(urls.conversation(thread))
    expect(talk.html).toContain(`href="${urls.plan(thread)}"`)
    expect(wordsOf(talk)).toContain('Min plan')
    expect((await thread.participant.get(urls.signing(thread))).html).toContain(urls.plan(thread))
  })

  test('the talk’s own page asks nobody to close what is closed', async () => {
    const talk = wordsOf(await thread.participant.get(urls.planDraft(thread)))
    expect(talk).toContain('Samtalen er lukket. Læs samtalearket')
    expect(talk).not.toContain('luk samtalen')
  })

  test('the points stand there with their dates and what the leader promised; the host reads it as the host', async () => {
    const mine = wordsOf(await open(thread.participant))
    expect(mine).toContain('Min plan Aftalt med Anders den 14. april 2026')
    expect(mine).toContain(
      `${first} Senest den 1. november 2026 Sådan støtter Anders dig: ${points[0]?.support}`,
    )
    expect(mine).toContain(`${second} Fra den 1. maj 2026`)
    expect(mine).toContain('Intet af det haster lige nu.')
    const theirs = wordsOf(await open(thread.host))
    expect(theirs).toContain('Planen med Lone')
    expect(theirs).toContain(`Det har du lovet: ${points[0]?.support}`)
    expect(theirs).not.toContain('tidligere år')
  })

  test('T25 the day it goes stands beside it, for both', async () => {
    for (const who of [thread.participant, thread.host])
      expect(wordsOf(await open(who))).toContain('Slettes 14. april 2029')
  })

  test('S0-43 either ticks, both see who and which day, and either takes it back', async () => {
    await press(thread.participant, `Markér som udført: ${first}`)
    expect(wordsOf(await open(thread.participant))).toContain('Gjort den 14. april. Du satte hak.')
    expect(wordsOf(await open(thread.host))).toContain('Gjort den 14. april. Lone satte hak.')
    await press(thread.host, `Tag hakket af: ${first}`)
    expect(wordsOf(await open(thread.participant))).not.toContain('Gjort den')
  })

  test('a point that is no longer relevant is put aside, stays, and is taken up again', async () => {
    await press(thread.host, `Drop: ${second}`)
    expect(wordsOf(await open(thread.participant))).toContain(`${second} Droppet den 14. april af Anders.`)
    await press(thread.participant, `Tag op igen: ${second}`)
    expect(wordsOf(await open(thread.host))).not.toContain('Droppet')
  })

  test('with nothing left to do it says so, calmly', async () => {
    await press(thread.participant, `Markér som udført: ${first}`)
    await press(thread.participant, `Markér som udført: ${second}`)
    expect(wordsOf(await open(thread.participant))).toContain(
      'Alle punkter er gjort Der er ikke flere punkter i gang.',
    )
  })

  test('past its date it is said in words', async () => {
    const then = await later(world, thread, '2026-11-03T09:00:00Z')
    expect(wordsOf(await then.participant.get(urls.plan(thread)))).toContain(
      'Over datoen, den 1. november 2026',
    )
  })

  test('a tick on a page the other has overtaken changes nothing and shows how it stands: 409', async () => {
    const page = (await open(thread.participant)).html
    const drop = boxIn(page, `Drop: ${first}`)
    await press(thread.host, `Markér som udført: ${first}`)
    const shown = await thread.participant.post(drop.path, drop.fields)
    expect(shown.status).toBe(409)
    expect(wordsOf(shown)).toContain('Den anden har ændret punktet imens. Sådan står det nu.')
    expect(wordsOf(shown)).toContain('Gjort den 14. april. Anders satte hak.')
  })

  test('both tick at once: one tick, by whoever came first; a point that is not there is nothing', async () => {
    const box = boxIn((await open(thread.participant)).html, `Markér som udført: ${first}`)
    const hosts = boxIn((await open(thread.host)).html, `Markér som udført: ${first}`)
    await thread.host.post(hosts.path, hosts.fields)
    const shown = await thread.participant.post(box.path, box.fields)
    expect(shown.status).toBe(200)
    expect(wordsOf(shown)).toContain('Anders satte hak.')
    expect(
      (await thread.participant.post(box.path, { ...box.fields, key: 'another-key', point: '7' })).status,
    ).toBe(404)
    expect(
      (await thread.participant.post(box.path, { ...box.fields, key: 'a-third-key', state: 'x' })).status,
    ).toBe(200)
  })

  test('the record, its fingerprint and the papers never change by it', async () => {
    const kept = async () =>
      (
        await world.superuser.query(
          `select md5(string_agg(r::text, '|' order by version)) as print from record r`,
        )
      ).rows
    const before = await kept()
    await press(thread.participant, `Markér som udført: ${first}`)
    await press(thread.host, `Drop: ${second}`)
    expect(await kept()).toEqual(before)
    expect(wordsOf(await thread.participant.get(urls.signing(thread)))).not.toContain('satte hak')
  })

  test('S0-51 a concept without follow-ups has no such button and takes no such wish', async () => {
    expect((await open(thread.participant)).html).not.toContain(urls.followUp(thread))
    expect((await thread.participant.get(urls.home())).html).not.toContain(urls.followUp(thread))
    expect((await thread.participant.get(urls.followUp(thread))).path).toBe(urls.plan(thread))
    await thread.participant.post(urls.followUp(thread), { line: '' })
    expect((await world.superuser.query('select 1 from follow_up')).rowCount).toBe(0)
  })

  test('before the closing there is no plan page yet: one is led to the conversation', async () => {
    await world.superuser.query(`update conversation set status = 'held' where id = $1`, [thread.id])
    expect((await open(thread.participant)).path).toBe(urls.conversation(thread))
  })

  test('a mark is sealed: nothing in its row says which way it went', async () => {
    await press(thread.participant, `Markér som udført: ${first}`)
    await press(thread.participant, `Drop: ${second}`)
    const { rows } = await world.superuser.query(
      'select length(sealed) as length, point from point_mark order by point',
    )
    expect(rows.map(row => row.length)).toEqual([rows[0].length, rows[0].length])
    await world.superuser.query(
      `update point_mark set sealed = (select sealed from point_mark where point = 1) where point = 0`,
    )
    expect(wordsOf(await open(thread.participant))).toContain('Teksten kan ikke åbnes')
    world.terminal.lines.length = 0
  })
})

describe('S0-32, S0-50 »Det har du lovet«', () => {
  const promise = points[0]?.support ?? ''
  const mine = (visitor: Visitor) => visitor.get(urls.promises())

  test('the host’s promises stand across people with their date; »Jeg klarer det selv« is none', async () => {
    const shown = wordsOf(await mine(thread.host))
    expect(shown).toContain(`${promise} Lone, 1. november 2026 Til punktet »${first}«`)
    expect(shown).not.toContain('Jeg klarer det selv')
    expect(wordsOf(await thread.host.get(urls.hosted()))).toContain(`Det har du lovet Kun du og den`)
  })

  test('M18 a promise’s text is never on another’s page: not the participant’s, nor another leader’s', async () => {
    for (const visitor of [
      thread.participant,
      await world.as('karim'),
      await world.as('birthe'),
      await world.as('eva'),
    ])
      for (const path of [urls.promises(), urls.hosted(), urls.home(), urls.plans()])
        expect((await visitor.get(path)).html).not.toContain(promise)
    expect((await (await world.as('karim')).get(urls.plan(thread))).status).toBe(404)
  })

  test('a tick keeps it, says when, and can be taken off; the participant sees that it is kept', async () => {
    await press(thread.host, `Sæt hak ved ${promise}`, urls.promises())
    expect(wordsOf(await mine(thread.host))).toContain('Lone, holdt den 14. april')
    expect(wordsOf(await open(thread.participant))).toContain(`${promise} Holdt den 14. april`)
    await press(thread.host, `Tag hakket af ved ${promise}`, urls.promises())
    expect(wordsOf(await mine(thread.host))).not.toContain('holdt den')
  })

  test('past its date it comes with its date in words; a point that is done needs no support more', async () => {
    const then = await later(world, thread, '2026-11-03T09:00:00Z')
    expect(wordsOf(await mine(then.host))).toContain('Lone, datoen var den 1. november 2026')
    await press(then.participant, `Markér som udført: ${first}`)
    expect(wordsOf(await mine(then.host))).toContain('Du har ikke lovet noget, der mangler')
  })

  test('the one it was promised to cannot tick it', async () => {
    const box = boxIn((await mine(thread.host)).html, 'Sæt hak ved')
    await thread.participant.post(box.path, box.fields)
    expect(wordsOf(await mine(thread.host))).not.toContain('holdt den')
    const { rows } = await world.superuser.query('select count(*)::int as n from point_mark')
    expect(rows).toEqual([{ n: 0 }])
  })
})
