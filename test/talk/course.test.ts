import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '../../src/db/database.ts'
import { urls } from '../../src/urls.ts'
import { agreed } from '../walls/thread.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { endTalks, fieldIn, filled, onTheDay, talking } from './talking.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => world.moveTo(morning))
afterEach(() => endTalks(world))

const talkOf = async (id: string) => {
  const { rows } = await world.superuser.query(
    'select status, begun_at, held_on::text, begin_proposed_by, end_proposed_by from conversation where id = $1',
    [id],
  )
  return rows[0]
}
const eventsOf = async (id: string) => {
  const { rows } = await world.superuser.query(
    'select what from event where conversation_id = $1 order by at',
    [id],
  )
  return rows.map(row => row.what)
}

describe('T8 the beginning', () => {
  test('S0-10 S0-37 the first page is the frame: three rules, who has shared, and the way in', async () => {
    const { id, participant } = await onTheDay(world)
    const words = wordsOf(await participant.get(urls.talk({ id })))
    expect(words).toContain('Vi taler åbent og lytter hinanden til ende.')
    expect(words).toContain('Tallene er noget at tale ud fra. De bliver aldrig sammenlignet.')
    expect(words).toContain('Lone har ikke delt noget endnu.')
    expect(words).toContain('Anders har ikke delt noget endnu.')
    expect(words).toContain('Når du trykker, begynder den også hos Anders. Begynd samtalen')
  })

  test('on the day either begins, and both stand at the course', async () => {
    const { id, host, participant } = await onTheDay(world)
    const begun = await participant.post(urls.talk({ id }), {})
    const met = await host.post(urls.talk({ id }), {})
    expect([begun.path, met.path]).toEqual([urls.talk({ id }), urls.talk({ id })])
    expect(wordsOf(begun)).toContain('Begynd med')
    expect(await talkOf(id)).toMatchObject({ status: 'talking', begun_at: expect.any(Date) })
    expect(await eventsOf(id)).toContain('talk-begun')
  })

  test('before the day one proposes, twice is once, and the other’s word begins it', async () => {
    const { id, host, participant } = await agreed(world)
    const proposed = await participant.post(urls.talk({ id }), {})
    await participant.post(urls.talk({ id }), {})
    expect(wordsOf(proposed)).toContain('Vi venter på, at Anders siger det samme.')
    expect(wordsOf(proposed)).not.toContain('Når du trykker')
    expect(proposed.html).not.toContain('Begynd samtalen')
    expect(await talkOf(id)).toMatchObject({ status: 'agreed', begun_at: null })
    expect((await eventsOf(id)).filter(what => what === 'begin-proposed')).toHaveLength(1)
    expect(wordsOf(await host.get(urls.talk({ id })))).toContain('Lone vil gerne begynde nu.')
    await host.post(urls.talk({ id }), {})
    expect(await talkOf(id)).toMatchObject({ status: 'talking', begin_proposed_by: null })
  })

  test('before it has begun no topic opens, and nothing is written', async () => {
    const { id, participant } = await onTheDay(world)
    const topic = urls.topic({ id, step: 'strategi' })
    expect((await participant.get(topic)).path).toBe(urls.talk({ id }))
    await participant.post(topic, { 'q3.text': 'For tidligt', 'q3.version': '0', 'q3.shown': '' })
    const { rows } = await world.superuser.query('select 1 from conclusion where conversation_id = $1', [id])
    expect(rows).toEqual([])
  })
})

describe('the course', () => {
  test('S3-23 shows the stretches with their minutes, the topics in them, and the plan', async () => {
    const { id, participant } = await talking(world)
    const words = wordsOf(await participant.get(urls.talk({ id })))
    expect(words).toMatch(/Året, der gik, 10 minutter .* Emner, 40 minutter .* Løn, 5 minutter/)
    expect(words).toContain('Planen har ingen punkter endnu')
    expect(words).toContain('Begynd med Indledende dialog')
  })

  test('the time is said once, in minutes, and can be put away and taken back', async () => {
    const { id, participant } = await talking(world)
    await world.superuser.query(
      `update conversation set begun_at = begun_at - interval '32 minutes' where id = $1`,
      [id],
    )
    const topic = urls.topic({ id, step: 'relationer' })
    const shown = await participant.get(topic)
    expect(wordsOf(shown)).toContain('32 af 75 minutter')
    expect(wordsOf(shown)).toContain('Emner, 17 af 40 min.')
    expect(shown.html).toMatch(/<li[^>]*aria-current="step"[^>]*>(?:(?!<\/li>).)*Emner 40/)
    const hidden = await participant.get(`${topic}?tid=skjul`)
    expect(hidden.path).toBe(topic)
    expect(wordsOf(hidden)).not.toMatch(/\d+ af 75 minutter|af 40 min/)
    expect(wordsOf(await participant.get(`${topic}?tid=vis`))).toContain('32 af 75 minutter')
  })
})

describe('T10 the end', () => {
  test('one says it is held, the other confirms, and the way on is the lock', async () => {
    const { id, host, participant } = await talking(world)
    const asked = await participant.get(urls.ending({ id }))
    expect(wordsOf(asked)).toContain('Er der noget, vi ikke fik sagt?')
    const proposed = await participant.post(urls.ending({ id }), { do: 'hold' })
    await participant.post(urls.ending({ id }), { do: 'hold' })
    expect(wordsOf(proposed)).toContain('Vi venter på, at Anders siger det samme.')
    expect(await talkOf(id)).toMatchObject({ status: 'talking', end_proposed_by: world.people.lone.person })
    const topic = urls.topic({ id, step: 'loen' })
    expect(wordsOf(await host.get(topic))).toContain('Lone siger, at samtalen er holdt.')
    const held = await host.post(urls.ending({ id }), { do: 'hold' })
    expect(await talkOf(id)).toMatchObject({ status: 'held', held_on: '2026-04-14', end_proposed_by: null })
    expect(held.html).toContain(`href="${urls.freezing({ id })}"`)
    expect((await eventsOf(id)).filter(what => what === 'end-proposed')).toHaveLength(1)
    expect(await eventsOf(id)).toContain('talk-held')
  })

  test('»Ikke endnu« goes on talking, from either', async () => {
    const { id, host, participant } = await talking(world)
    await participant.post(urls.ending({ id }), { do: 'hold' })
    const on = await host.post(urls.ending({ id }), { do: 'not-yet' })
    expect(on.path).toBe(urls.talk({ id }))
    expect(await talkOf(id)).toMatchObject({ status: 'talking', end_proposed_by: null })
    await host.post(urls.ending({ id }), { do: 'hold' })
    expect(await talkOf(id)).toMatchObject({ status: 'talking' })
  })

  test('after it both can still write, until the text is frozen', async () => {
    const { id, host, participant } = await talking(world)
    await participant.post(urls.ending({ id }), { do: 'hold' })
    await host.post(urls.ending({ id }), { do: 'hold' })
    const topic = urls.topic({ id, step: 'relationer' })
    await participant.post(topic, filled(await participant.get(topic), { 'q7.text': 'Skrevet bagefter' }))
    expect(fieldIn(await participant.get(topic), 'q7.text')).toBe('Skrevet bagefter')
  })
})

describe('frozen text', () => {
  const frozen = async () => {
    const thread = await talking(world)
    const { id, participant } = thread
    const topic = urls.topic({ id, step: 'relationer' })
    await participant.post(topic, filled(await participant.get(topic), { 'q7.text': 'Aftalt' }))
    const early = filled(await participant.get(topic), {
      'q7.text': 'Skrevet imens',
      'q7.tick.keywords': 'yes',
    })
    await world.superuser.query(
      `update conversation set status = 'closing', held_on = '2026-04-14' where id = $1`,
      [id],
    )
    return { ...thread, topic, early }
  }

  test('is shown without a field, with the way to the signing', async () => {
    const { id, participant, topic } = await frozen()
    const shown = await participant.get(topic)
    expect(fieldIn(shown, 'q7.text')).toBeUndefined()
    expect(wordsOf(shown)).toContain('Aftalt')
    expect(shown.html).toContain(`href="${urls.signing({ id })}"`)
    expect((await participant.get(urls.planDraft({ id }))).html).not.toContain('<textarea')
  })

  test('is refused by the rule, and what was typed meanwhile can be copied', async () => {
    const { id, participant, topic, early } = await frozen()
    const refused = await participant.post(topic, early)
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('Teksten blev låst imens.')
    expect(wordsOf(refused)).toContain('Skrevet imens')
    const plan = await participant.post(urls.planDraft({ id }), {
      'year.text': 'Skrevet i planen',
      'year.version': '0',
      'year.shown': '',
    })
    expect(wordsOf(plan)).toContain('Skrevet i planen')
    const { rows } = await world.superuser.query(
      `select (select count(*)::int from conclusion where conversation_id = $1) as lines,
        (select count(*)::int from tick where conversation_id = $1) as ticks`,
      [id],
    )
    expect(rows).toEqual([{ lines: 1, ticks: 0 }])
  })

  test('is refused by the database too, whoever asks', async () => {
    const { id, participant } = await frozen()
    const session = participant.cookies.get('__Host-medspil-session') ?? ''
    const writes = [
      ['update conclusion set version = 9 where conversation_id = $1', [id]],
      ['delete from plan_point where conversation_id = $1 returning 1', [id]],
      [
        `insert into plan_point (organisation_id, conversation_id, id, shelf_id, position, version, sealed, saved_by, saved_at)
         select organisation_id, $1, gen_random_uuid(), shelf_id, 1, 1, sealed, saved_by, saved_at from conclusion where conversation_id = $1`,
        [id],
      ],
      [
        `insert into tick (organisation_id, conversation_id, person_id, question, shelf_id, version, sealed)
         select organisation_id, $1, $2, 'q7', shelf_id, 1, sealed from conclusion where conversation_id = $1`,
        [id, world.people.lone.person],
      ],
    ] as const
    for (const [sql, values] of writes) {
      const attempt = transaction(world.deps.db.party, { session }, tx => tx.query(sql, [...values]))
      const isDelete = sql.startsWith('delete')
      if (isDelete) expect((await attempt).rowCount).toBe(0)
      else await expect(attempt).rejects.toMatchObject({ code: 'P0409', message: 'frozen' })
    }
  })
})
