import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { type Shown, type Visitor, wordsOf } from '../world/visitor.ts'
import { fieldIn, filled, startOver, talking } from './talking.ts'

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await talking(world)
})
afterAll(() => world.close())
beforeEach(() => startOver(world))

const plan = () => urls.planDraft({ id: thread.id })
const show = (visitor: Visitor = thread.participant) => visitor.get(plan())

/** Ids of the points with fields, in their order on the page. */
const idsIn = ({ html }: Pick<Shown, 'html'>) =>
  [...html.matchAll(/name="p\.([0-9a-f-]{36})\.version"/g)].map(([, id = '']) => id)

type Point = Partial<Record<'what' | 'goal' | 'how' | 'when' | 'until' | 'support' | 'alone', string>>
const named = (id: string, point: Point) =>
  Object.fromEntries(Object.entries(point).map(([name, text]) => [`p.${id}.${name}`, text]))

/** Adds a point and fills it in. Gives its id. */
async function add(point: Point, visitor: Visitor = thread.participant): Promise<string> {
  const before = idsIn(await show(visitor))
  const added = await visitor.post(urls.points({ id: thread.id }), filled(await show(visitor)))
  const id = idsIn(added).find(each => !before.includes(each)) ?? ''
  await change(id, point, visitor)
  return id
}

const change = async (id: string, point: Point, visitor: Visitor = thread.participant) =>
  visitor.post(plan(), filled(await show(visitor), named(id, point)))

const whats = async () => {
  const shown = await show()
  return idsIn(shown).map(id => fieldIn(shown, `p.${id}.what`))
}

describe('S3-07 the talk ends in a plan', () => {
  test('S3-29 S0-18 the four heads stand in the concept’s own words; it lists no competences, so none is asked for', async () => {
    await add({})
    const shown = await show()
    const words = wordsOf(shown)
    expect(shown.html).not.toMatch(/<select|Kompetence[,:]/)
    for (const head of ['Hvad skal udvikles?', 'Målet for udviklingen?', 'Hvordan?', 'Hvornår?'])
      expect(words).toContain(head)
  })

  test('S3-08 each point says how the host supports it, to each in their own words', async () => {
    await add({ support: 'Sparring hver anden torsdag' })
    const mine = await show()
    expect(wordsOf(mine)).toContain('Sådan støtter Anders dig')
    expect(wordsOf(mine)).toContain('Jeg klarer det selv')
    const host = wordsOf(await show(thread.host))
    expect(host).toContain('Sådan støtter du Lone')
    expect(host).toContain('Sparring hver anden torsdag')
  })

  test('S3-08 »Jeg klarer det selv« is an answer, also beside a line of support', async () => {
    const id = await add({ what: 'Ro', alone: 'yes', support: 'Anders spørger til det i juni.' })
    expect((await show()).html).toMatch(new RegExp(`name="p\\.${id}\\.alone"[^>]* checked`))
    const host = wordsOf(await show(thread.host))
    expect(host).toContain('Lone klarer det selv. Anders spørger til det i juni.')
  })

  test('every field of a point is kept', async () => {
    const point = {
      what: 'Ro',
      goal: 'Mere tid',
      how: 'Sparring',
      when: 'Til efteråret',
      until: '2026-11-01',
      support: 'Tid',
    }
    const id = await add(point)
    const shown = await show()
    for (const [name, text] of Object.entries(point)) expect(fieldIn(shown, `p.${id}.${name}`)).toBe(text)
  })

  test('S0-15 one joint line says what is expected of the next year', async () => {
    await thread.participant.post(plan(), filled(await show(), { 'year.text': 'Et roligere hus' }))
    expect(wordsOf(await show(thread.host))).toContain('Et roligere hus')
    const { rows } = await world.superuser.query(
      'select s.scope from conclusion c join shelf s on s.id = c.shelf_id where c.conversation_id = $1',
      [thread.id],
    )
    expect(rows).toEqual([{ scope: 'plan' }])
  })

  test('a conclusion becomes a point with one tap, once', async () => {
    const relations = urls.topic({ id: thread.id, step: 'relationer' })
    const typed = { 'q7.text': 'Anders ringer før en beslutning', do: 'point.q7' }
    const pressed = await thread.participant.post(
      relations,
      filled(await thread.participant.get(relations), typed),
    )
    expect(pressed.path).toBe(`${relations}#q7`)
    expect(wordsOf(pressed)).toContain('Planen har ét punkt')
    expect(wordsOf(pressed)).toContain('Det står i planen.')
    await thread.participant.post(relations, filled(pressed, { do: 'point.q7' }))
    expect(await whats()).toEqual(['Anders ringer før en beslutning'])
  })

  test('the first point is offered from what was agreed', async () => {
    const relations = urls.topic({ id: thread.id, step: 'relationer' })
    const typed = { 'q8.text': 'MED mødes hver måned' }
    await thread.participant.post(relations, filled(await thread.participant.get(relations), typed))
    expect(wordsOf(await show())).toContain('MED mødes hver måned')
    await thread.participant.post(urls.points({ id: thread.id }), filled(await show(), { from: 'q8' }))
    expect(await whats()).toEqual(['MED mødes hver måned'])
  })
})

describe('S3-24 one or more points', () => {
  test('there is no most; from four on it says that fewer are easier to reach', async () => {
    for (const what of ['Et', 'To', 'Tre']) await add({ what })
    expect(wordsOf(await show())).not.toContain('lettere at nå')
    for (const what of ['Fire', 'Fem']) await add({ what })
    expect(wordsOf(await show())).toContain('Planen har fem punkter. Færre punkter er lettere at nå.')
    expect(await whats()).toEqual(['Et', 'To', 'Tre', 'Fire', 'Fem'])
  })

  test('an empty point that is there is taken up before another is made', async () => {
    await add({})
    await thread.participant.post(urls.points({ id: thread.id }), filled(await show()))
    expect(idsIn(await show())).toHaveLength(1)
  })

  test('points are put in order by buttons, and what is typed comes along', async () => {
    const first = await add({ what: 'Et' })
    const second = await add({ what: 'To' })
    const up = urls.point({ id: thread.id, point: second })
    await thread.participant.post(
      up,
      filled(await show(), { ...named(first, { goal: 'Skrevet imens' }), do: 'up' }),
    )
    expect(await whats()).toEqual(['To', 'Et'])
    expect(fieldIn(await show(), `p.${first}.goal`)).toBe('Skrevet imens')
  })

  test('a point goes by a second tap, after its text has been shown', async () => {
    const id = await add({ what: 'Det hele' })
    const asked = await thread.participant.post(
      urls.point({ id: thread.id, point: id }),
      filled(await show(), { do: 'remove' }),
    )
    expect(asked.path).toBe(urls.pointRemoval({ id: thread.id, point: id }))
    expect(wordsOf(asked)).toContain('Det hele')
    expect(await whats()).toEqual(['Det hele'])
    const gone = await thread.participant.post(asked.path, { version: '2', do: 'remove' })
    expect(gone.path).toBe(plan())
    expect(await whats()).toEqual([])
  })

  test('a point that changed since it was shown is shown again, not removed', async () => {
    const id = await add({ what: 'Før' })
    const path = urls.pointRemoval({ id: thread.id, point: id })
    await change(id, { what: 'Efter' })
    const refused = await thread.participant.post(path, { version: '2', do: 'remove' })
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('Punktet er ændret, siden du så det.')
    expect(await whats()).toEqual(['Efter'])
  })

  test('what the other is writing is not removed under their hand', async () => {
    const id = await add({ what: 'Lones punkt' })
    const path = urls.pointRemoval({ id: thread.id, point: id })
    const refused = await thread.host.post(path, { version: '2', do: 'remove' })
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('Lone skriver lige nu. Punktet er ikke fjernet.')
    await thread.host.post(path, { version: '2', do: 'take' })
    expect(await whats()).toEqual([])
  })
})

describe('S3-14 dates', () => {
  test('a date past or more than a year ahead is asked about once, and is kept all the same', async () => {
    for (const [until, asks] of [
      ['2027-11-01', 'Datoen ligger mere end et år fremme.'],
      ['2026-03-01', 'Datoen er gået.'],
    ] as const) {
      const id = await add({ what: until, until })
      await change(id, { until: '' })
      const asked = await change(id, { until })
      expect(wordsOf(asked)).toContain(asks)
      expect(fieldIn(asked, `p.${id}.until`)).toBe(until)
      expect(wordsOf(await change(id, { goal: 'Noget andet' }))).not.toContain(asks)
      expect(wordsOf(await change(id, { until: '2027-04-14' }))).not.toContain('Datoen')
    }
  })

  test('a date may be typed as people write it; what is no date comes back with what to write', async () => {
    const id = await add({ what: 'Ro' })
    await change(id, { until: '1. november 2026' })
    expect(fieldIn(await show(), `p.${id}.until`)).toBe('2026-11-01')
    const refused = await change(id, { until: 'til efteråret', goal: 'Skrevet samtidig' })
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Vi kan ikke læse datoen.')
    expect(fieldIn(refused, `p.${id}.until`)).toBe('til efteråret')
    expect(fieldIn(refused, `p.${id}.goal`)).toBe('Skrevet samtidig')
  })

  test('the script’s save asks too', async () => {
    const id = await add({ what: 'Ro' })
    const answer = await thread.participant.send(plan(), {
      method: 'POST',
      body: new URLSearchParams(filled(await show(), named(id, { until: '2030-01-01' }))),
      headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
    })
    expect((await answer.json()).said).toContain('Datoen ligger mere end et år fremme.')
  })
})

describe('one writes the plan at a time', () => {
  test('S3-06 the other reads it, and takes it over by the button', async () => {
    const id = await add({ what: 'Lones punkt' })
    const read = await show(thread.host)
    expect(idsIn(read)).toEqual([])
    expect(wordsOf(read)).toContain('Lones punkt')
    const taken = await thread.host.post(urls.pen({ id: thread.id }), filled(read))
    expect(idsIn(taken)).toEqual([id])
  })

  test('a point changed meanwhile is shown beside what was typed, and nothing is lost', async () => {
    const id = await add({ what: 'Fælles punkt' })
    const early = filled(await show(), named(id, { goal: 'Lones mål' }))
    await thread.host.post(urls.pen({ id: thread.id }), filled(await show(thread.host)))
    await change(id, { goal: 'Anders’ mål' }, thread.host)
    const refused = await thread.participant.post(plan(), early)
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('Anders’ mål')
    expect(fieldIn(refused, `p.${id}.goal`)).toBe('Lones mål')
    await thread.participant.post(urls.pen({ id: thread.id }), filled(refused))
    expect(fieldIn(await show(), `p.${id}.goal`)).toBe('Lones mål')
  })

  test('a point removed meanwhile can stand again, with what was typed in it', async () => {
    const id = await add({ what: 'Fjernes' })
    const early = filled(await show(), named(id, { goal: 'Skrevet imens' }))
    await thread.participant.post(urls.pointRemoval({ id: thread.id, point: id }), {
      version: '2',
      do: 'remove',
    })
    const refused = await thread.participant.post(plan(), early)
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('Punktet er fjernet imens.')
    await thread.participant.post(plan(), filled(refused))
    expect(fieldIn(await show(), `p.${id}.goal`)).toBe('Skrevet imens')
  })

  test('an untouched page of a removed point brings nothing back', async () => {
    const id = await add({ what: 'Fjernes' })
    const early = filled(await show())
    await thread.participant.post(urls.pointRemoval({ id: thread.id, point: id }), {
      version: '2',
      do: 'remove',
    })
    expect((await thread.participant.post(plan(), early)).status).toBe(200)
    expect(await whats()).toEqual([])
  })

  test('a button that changes the plan waits while the other writes', async () => {
    const [page, id] = [await show(thread.host), thread.id]
    await add({ what: 'Lones punkt' })
    const refused = await thread.host.post(urls.points({ id }), filled(page))
    expect(refused.status).toBe(409)
    expect(wordsOf(refused)).toContain('Lone skriver lige nu.')
    expect(await whats()).toEqual(['Lones punkt'])
  })

  test('what is too long is told at its field', async () => {
    const id = await add({ what: 'Ro' })
    const refused = await change(id, { how: 'x'.repeat(4001) })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain(`href="#p.${id}.how"`)
    expect(fieldIn(refused, `p.${id}.how`)).toHaveLength(4001)
  })
})

test('points lie under seal, and another’s conversation cannot be reached through an id', async () => {
  const id = await add({ what: 'Hemmeligt punkt' })
  const { rows } = await world.superuser.query('select sealed from plan_point where conversation_id = $1', [
    thread.id,
  ])
  expect(rows[0].sealed.toString('utf8')).not.toContain('Hemmeligt')
  const karim = await world.as('karim')
  for (const path of [plan(), urls.pointRemoval({ id: thread.id, point: id })])
    expect((await karim.get(path)).status).toBe(404)
  expect((await karim.post(urls.pointRemoval({ id: thread.id, point: id }), { version: '2' })).status).toBe(
    404,
  )
  expect(await whats()).toEqual(['Hemmeligt punkt'])
})
