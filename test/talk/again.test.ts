import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { type GentofteWorld, gentofteTalk, openGentofte } from '../world/gentofte.ts'
import { openWorld } from '../world/people.ts'
import { agreed } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'
import { filled } from './talking.ts'

// S0-22, T9: several small talks, one plan, one closing.

let world: GentofteWorld
let id: string
beforeAll(async () => {
  world = await openGentofte()
  id = await gentofteTalk(world, 'sara')
})
afterAll(() => world.close())

const rowOf = async (what: string) =>
  (await world.superuser.query(`select ${what} from conversation where id = $1`, [id])).rows[0]
const at = (day: string) => world.moveTo(new Date(`${day}T11:05:00Z`))
const both = async () => ({ sara: await world.as('sara'), mette: await world.as('mette') })

describe('S0-22 several small talks', () => {
  test('T9 they agree to meet again; what is written stays open, and the calendar’s number rises', async () => {
    await at('2026-04-14')
    const { sara, mette } = await both()
    await mette.post(urls.talk({ id }), {})
    const plan = await sara.get(urls.planDraft({ id }))
    await sara.post(urls.planDraft({ id }), filled(plan, { 'year.text': 'Vi tager det i flere bidder' }))
    const before = await rowOf('calendar_sequence')
    const agreedAgain = await sara.post(urls.meetAgain({ id }), { day: '2026-05-12', time: '13:00' })
    expect(wordsOf(agreedAgain)).toContain('12. maj')
    expect(await rowOf('status, shape, held_on')).toEqual({
      status: 'agreed',
      shape: 'several',
      held_on: null,
    })
    expect((await rowOf('calendar_sequence')).calendar_sequence).toBe(before.calendar_sequence + 1)
    expect(wordsOf(await mette.get(urls.planDraft({ id })))).toContain('Vi tager det i flere bidder')
    expect(wordsOf(await mette.get(urls.talk({ id })))).toContain('Se det, I har skrevet')
  })

  test('between two of them nobody calls it off, puts it off, declines or takes back what was shared', async () => {
    const { sara, mette } = await both()
    await mette.post(urls.callingOff({ id }), { cause: 'mistake' })
    await mette.post(urls.postponement({ id }), {})
    await sara.post(urls.declining({ id }), {})
    await sara.post(urls.postponement({ id }), {})
    expect(await rowOf('status')).toEqual({ status: 'agreed' })
    const page = wordsOf(await mette.get(urls.conversation({ id })))
    expect(page).not.toContain('Aflys')
    expect(wordsOf(await sara.get(urls.planDraft({ id })))).toContain('Vi tager det i flere bidder')
  })

  test('the third is the last: one plan and one closing, and the days before are told', async () => {
    for (const [day, next] of [
      ['2026-05-12', '2026-06-02'],
      ['2026-06-02', undefined],
    ] as const) {
      await at(day)
      const { mette } = await both()
      await mette.post(urls.talk({ id }), {})
      if (next) await mette.post(urls.meetAgain({ id }), { day: next, time: '13:00' })
    }
    const { sara, mette } = await both()
    expect(wordsOf(await sara.get(urls.ending({ id })))).toContain('I har mødtes 14. april og 12. maj.')
    await sara.post(urls.ending({ id }), { do: 'hold' })
    await mette.post(urls.ending({ id }), { do: 'hold' })
    expect(await rowOf('status, held_on::text')).toEqual({ status: 'held', held_on: '2026-06-02' })
    const records = await world.superuser.query(
      'select count(*)::int as n from record where conversation_id = $1',
      [id],
    )
    expect(records.rows).toEqual([{ n: 0 }])
  })

  test.each([
    ['nothing', { day: '', time: '' }, 'Skriv, hvornår I mødes igen.'],
    ['no day of the calendar', { day: '2026-02-30', time: '13:00' }, 'kan ikke læses'],
    ['a time that has passed', { day: '2026-01-12', time: '13:00' }, 'Det tidspunkt er gået.'],
  ])('%s is told, and stands as it was typed', async (_, typed, told) => {
    await world.superuser.query(`update conversation set status = 'talking' where id = $1`, [id])
    const { sara } = await both()
    const answer = await sara.post(urls.meetAgain({ id }), typed)
    expect(answer.status).toBe(422)
    expect(wordsOf(answer)).toContain(told)
    expect(answer.html).toContain(typed.day)
  })
})

test('a concept of one talk does not offer it, and does not take it', async () => {
  const other = await openWorld()
  const talk = await agreed(other)
  await other.moveTo(new Date('2026-04-14T11:05:00Z'))
  const lone = await other.as('lone')
  await lone.post(urls.talk({ id: talk }), {})
  expect(wordsOf(await lone.get(urls.ending({ id: talk })))).not.toContain('mødes igen')
  await lone.post(urls.meetAgain({ id: talk }), { day: '2026-05-12', time: '13:00' })
  const { rows } = await other.superuser.query('select status from conversation where id = $1', [talk])
  expect(rows).toEqual([{ status: 'talking' }])
  await other.close()
})
