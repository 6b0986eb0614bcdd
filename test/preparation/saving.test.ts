import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { unescaped } from '../setup/door.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, relations, typed } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

let world: World
let id: string
let step: string
let lone: Visitor
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.superuser.query(`update conversation set status = 'cancelled'`)
  id = await agreed(world)
  step = urls.step({ id, step: 'relationer' })
  lone = await world.as('lone')
})

type Answers = Parameters<typeof typed>[1]
type Page = { key: string; turn?: number }
/** Saves as our script does. */
async function autosave(page: Page, answers: Answers, visitor = lone, questions = relations) {
  const body = new URLSearchParams({
    ...typed(questions, answers),
    key: page.key,
    turn: String(page.turn ?? 1),
  })
  const headers = { 'sec-fetch-site': 'same-origin', accept: 'application/json' }
  const response = await visitor.send(step, { method: 'POST', body, headers })
  return { status: response.status, ...(await response.json()) }
}

const openPage = (): Page => ({ key: crypto.randomUUID() })

/** What stands in the fields of question 7, and below it what came from elsewhere. */
async function shown(visitor = lone) {
  const { html } = await visitor.get(step)
  const field = (name: string) =>
    unescaped(new RegExp(`<textarea[^>]* name="q7\\.${name}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '')
  const others = [...html.matchAll(/<p class="written">([^<]*)<\/p>/g)].map(([, text = '']) =>
    unescaped(text),
  )
  const choices = [...html.matchAll(/name="q7\.pick" value="([^"]*)"/g)].map(([, value = '']) => value)
  return { keywords: field('keywords'), note: field('note'), others, choices }
}

describe('saving while one writes', () => {
  test('answers what it saved, when, and the versions to go on from', async () => {
    const answer = await autosave(openPage(), { q7: { score: '5', keywords: 'Torsdagsmøderne virker.' } })
    expect(answer).toEqual({ status: 200, said: 'Gemt kl.\u00a010.40', versions: { q7: 1, q8: 0, q9: 0 } })
    expect((await shown()).keywords).toBe('Torsdagsmøderne virker.')
    expect((await lone.get(step)).html).toContain('<span class="save-text">Gemt kl.\u00a010.40</span>')
  })

  test('is in English for who reads English', async () => {
    lone.cookies.set('__Host-medspil-language', 'en')
    expect((await autosave(openPage(), {})).said).toBe('Saved at\u00a010.40')
  })

  test('writes nothing when nothing is new', async () => {
    const page = openPage()
    for (let turn = 1; turn <= 3; turn++)
      await autosave({ ...page, turn }, { q7: { keywords: 'Det samme.', version: turn === 1 ? 0 : 1 } })
    const { rows } = await world.superuser.query(
      'select version from answer where conversation_id = $1 and question = $2',
      [id, 'q7'],
    )
    expect(rows).toEqual([{ version: 1 }])
  })

  test('is one event a sitting, not one a save', async () => {
    const events = async () =>
      (
        await world.superuser.query(
          `select count(*)::int as n from event where conversation_id = $1 and what = 'preparation-written'`,
          [id],
        )
      ).rows[0].n
    for (const keywords of ['Et', 'Et ord', 'Et ord mere']) await autosave(openPage(), { q7: { keywords } })
    expect(await events()).toBe(1)
    await world.moveTo(new Date(morning.getTime() + 31 * 60_000))
    lone = await world.as('lone')
    await autosave(openPage(), { q8: { keywords: 'Efter en pause' } })
    expect(await events()).toBe(2)
    await world.moveTo(morning)
  })

  test('keeps a first empty line, spaces within, and every letter of the world; takes out what no eye sees', async () => {
    const text = '\n  Først æøå, så 😀 og مرحبا\tog\u0000 «slut»\u202E'
    await autosave(openPage(), { q7: { keywords: text } })
    expect((await lone.get(step)).html).toContain('>\n\n  Først æøå, så 😀 og مرحبا\tog «slut»</textarea>')
  })

  test('of too long a text keeps nothing of it, says which, and shows it again when a button is pressed', async () => {
    const keywords = 'ord '.repeat(1001)
    const refused = await autosave(openPage(), { q7: { keywords } })
    expect(refused).toEqual({ status: 422, said: 'Ikke gemt. Et af felterne er for langt.' })
    const page = await lone.post(step, {
      ...typed(relations, { q7: { keywords, note: 'Min note' } }),
      do: 'next',
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('<a href="#q7.keywords">Det er for langt. Her er plads til 4.000 tegn.</a>')
    expect(page.html).toContain(`>${keywords.trimEnd()}</textarea>`)
    expect(page.html).toContain('>Min note</textarea>')
    expect((await shown()).keywords).toBe('')
  })

  test('of 4.000 characters is kept, counted as people count', async () => {
    const keywords = '😀å'.repeat(2000)
    expect((await autosave(openPage(), { q7: { keywords } })).status).toBe(200)
    expect((await shown()).keywords).toBe(keywords)
  })

  test('is for the questions of this step alone', async () => {
    const sent = {
      ...typed(relations, { q7: { keywords: 'Her' } }),
      ...typed(['q1', 'q99'], { q1: { keywords: 'Dér' } }),
    }
    await lone.post(step, { ...sent, do: 'save' })
    const { rows } = await world.superuser.query('select question from answer where conversation_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ question: 'q7' }])
  })
})

describe('what cannot be read is not saved, and says what to do', () => {
  const send = (init: RequestInit) =>
    lone.send(step, {
      method: 'POST',
      ...init,
      headers: { 'sec-fetch-site': 'same-origin', ...init.headers },
    })
  const plain = { 'content-type': 'application/x-www-form-urlencoded' }

  test('a form without its key: 400', async () => {
    const response = await send({ body: new URLSearchParams(typed(relations, { q7: { keywords: 'x' } })) })
    expect([response.status, wordsOf({ html: await response.text() })]).toEqual([
      400,
      expect.stringContaining('Vi kunne ikke læse det'),
    ])
  })

  test('letters that are no letters: 400', async () => {
    const response = await send({ body: `key=${crypto.randomUUID()}&q7.keywords=%C3%28`, headers: plain })
    expect(response.status).toBe(400)
  })

  test('five megabytes: 413, before they are all read', async () => {
    const response = await send({ body: `key=x&q7.keywords=${'x'.repeat(5_000_000)}`, headers: plain })
    expect([response.status, wordsOf({ html: await response.text() })]).toEqual([
      413,
      expect.stringContaining('Det er for stort'),
    ])
  })

  test('a field twice, or a question’s field missing: nothing is written over', async () => {
    await autosave(openPage(), { q7: { keywords: 'Står her.' } })
    const twice = `key=${crypto.randomUUID()}&q7.keywords=a&q7.keywords=b`
    expect((await send({ body: twice, headers: plain })).status).toBe(400)
    const { 'q7.keywords': _, ...rest } = typed(relations, { q7: { version: 1 } })
    expect((await lone.post(step, { ...rest, do: 'save' })).status).toBe(422)
    expect((await shown()).keywords).toBe('Står her.')
  })
})

test('a step that is not, a talk of others, an id that is none: 404', async () => {
  expect((await lone.get(urls.step({ id, step: 'findes-ikke' }))).status).toBe(404)
  expect((await lone.post(urls.step({ id, step: 'findes-ikke' }), typed(relations, {}))).status).toBe(404)
  for (const name of ['karim', 'birthe', 'eva'] as const) {
    const visitor = await world.as(name)
    expect((await visitor.get(step)).status).toBe(404)
    expect((await visitor.post(step, typed(relations, {}))).status).toBe(404)
  }
  expect((await lone.get(urls.step({ id: 'x', step: 'relationer' }))).status).toBe(404)
})

describe('two pages open at the same question', () => {
  const phone = openPage
  const computer = openPage

  test('keep both texts, and the second is told', async () => {
    await autosave(phone(), { q7: { keywords: 'Fra telefonen' } })
    expect(await autosave(computer(), { q7: { keywords: 'Fra computeren' } })).toEqual({
      status: 409,
      bothSaved: true,
      said: 'Du har også skrevet her på en anden enhed. Begge tekster er gemt.',
      versions: { q8: 0, q9: 0 },
    })
    expect(await shown()).toMatchObject({
      keywords: 'Fra telefonen',
      others: ['Fra computeren'],
      choices: ['field', 'other-0', 'all'],
    })
  })

  test('never write over each other, however long both go on', async () => {
    const [one, two] = [phone(), computer()]
    await autosave({ ...one, turn: 1 }, { q7: { keywords: 'A' } })
    await autosave({ ...two, turn: 1 }, { q7: { keywords: 'B' } })
    await autosave({ ...two, turn: 2 }, { q7: { keywords: 'B og mere' } })
    await autosave({ ...one, turn: 2 }, { q7: { keywords: 'A og mere', version: 1 } })
    await autosave({ ...two, turn: 3 }, { q7: { keywords: 'B og endnu mere' } })
    expect(await shown()).toMatchObject({ keywords: 'A og mere', others: ['B og endnu mere'] })
  })

  test('a page that never saw a text is not told its version, and so cannot write over it', async () => {
    const [one, two] = [phone(), computer()]
    await autosave(one, { q7: { keywords: 'Skrevet på telefonen' } })
    const other = await autosave({ ...two, turn: 1 }, { q8: { keywords: 'Skrevet på computeren' } })
    expect(other).toMatchObject({ status: 200, versions: { q8: 1, q9: 0 } })
    expect(other.versions).not.toHaveProperty('q7')
    await autosave(
      { ...two, turn: 2 },
      { q7: { keywords: 'Nu også her' }, q8: { keywords: 'Skrevet på computeren', version: 1 } },
    )
    expect(await shown()).toMatchObject({ keywords: 'Skrevet på telefonen', others: ['Nu også her'] })
  })

  test('a save whose answer was lost on the way is nobody else’s', async () => {
    const page = phone()
    await autosave({ ...page, turn: 1 }, { q7: { keywords: 'Først' } })
    const again = await autosave({ ...page, turn: 2 }, { q7: { keywords: 'Først og så mere' } })
    expect(again.status).toBe(200)
    expect(await shown()).toMatchObject({ keywords: 'Først og så mere', others: [] })
  })

  test('an earlier save that comes in late does not take the later one’s place', async () => {
    const page = phone()
    await autosave({ ...page, turn: 2 }, { q7: { keywords: 'Senest' } })
    const late = await autosave({ ...page, turn: 1 }, { q7: { keywords: 'Tidligst' } })
    expect(late.versions).not.toHaveProperty('q7')
    expect(await shown()).toMatchObject({ keywords: 'Senest', others: [] })
  })

  const choices: [string, string, { keywords: string; note: string }][] = [
    ['field', 'what is in the field', { keywords: 'Rettet i feltet', note: 'n1' }],
    ['other-0', 'the other text', { keywords: 'Fra computeren', note: 'n2' }],
    ['all', 'both, one after the other', { keywords: 'Rettet i feltet\nFra computeren', note: 'n1\nn2' }],
  ]
  test.each(choices)('and their writer chooses (%s): %s', async (pick, _, chosen) => {
    await autosave(phone(), { q7: { score: '5', keywords: 'Fra telefonen', note: 'n1' } })
    const stale = await lone.post(step, {
      ...typed(relations, { q7: { score: '2', keywords: 'Fra computeren', note: 'n2' } }),
      do: 'next',
    })
    expect(stale.status).toBe(409)
    expect(wordsOf(stale)).toContain('Du har skrevet flere steder')
    expect(wordsOf(stale)).toContain('Tal: 2 Fra computeren Note kun for dig n2')
    const field = { score: '5', keywords: 'Rettet i feltet', note: 'n1', version: 2 }
    const went = await lone.post(step, { ...typed(relations, { q7: field }), 'q7.pick': pick, do: 'next' })
    expect(went.path).toBe(urls.step({ id, step: 'samarbejde' }))
    expect(await shown()).toEqual({ ...chosen, others: [], choices: [] })
  })

  test('three texts: each can be chosen by itself', async () => {
    for (const text of ['Først', 'Anden', 'Tredje']) await autosave(openPage(), { q7: { keywords: text } })
    expect((await shown()).others).toEqual(['Anden', 'Tredje'])
    await lone.post(step, {
      ...typed(relations, { q7: { keywords: 'Først', version: 3 } }),
      'q7.pick': 'other-0',
      do: 'save',
    })
    expect(await shown()).toMatchObject({ keywords: 'Anden', others: [] })
  })

  test('fifty saves at once lose nothing: one stands in the field and forty-nine beside it', async () => {
    const texts = Array.from({ length: 50 }, (_, n) => `Tekst ${n}`)
    await Promise.all(texts.map(keywords => autosave(openPage(), { q7: { keywords } })))
    const { keywords, others } = await shown()
    expect([keywords, ...others].toSorted()).toEqual(texts.toSorted())
  }, 40_000)
})

describe('once the talk is held', () => {
  test('preparation is closed: read, not written, also by a page that was open', async () => {
    await autosave(openPage(), { q7: { keywords: 'Fra før' } })
    await world.superuser.query(
      `update conversation set status = 'held', held_on = '2026-04-02' where id = $1`,
      [id],
    )
    expect(await autosave(openPage(), { q7: { keywords: 'For sent', version: 1 } })).toEqual({
      status: 422,
      said: 'Samtalen er holdt, så forberedelsen er lukket. Den er stadig kun din.',
    })
    const late = await lone.post(step, {
      ...typed(relations, { q7: { keywords: 'For sent', version: 1 } }),
      do: 'next',
    })
    expect(late.status).toBe(409)
    expect(wordsOf(late)).toContain('Kopiér det, hvis du vil bruge det. For sent')
    expect(wordsOf(await lone.get(step))).toContain('Fra før')
  })
})
