import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/domain/concept.ts'
import { urls } from '../../src/urls.ts'
import { lusForm } from '../concept/lus-2019.ts'
import { openWorld, type World } from '../world/people.ts'
import { agreed, relations, typed } from '../world/thread.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'

let world: World
let id: string
let lone: Visitor
let anders: Visitor
beforeAll(async () => {
  world = await openWorld()
  id = await agreed(world)
  lone = await world.as('lone')
  anders = await world.as('anders')
})
afterAll(() => world.close())

const form = lusForm()
const pageOf = async (visitor: Visitor, step: string) => (await visitor.get(urls.step({ id, step }))).html

/** The scores one can choose on the page, by question. */
const scoresIn = (html: string): Record<string, string> => {
  const inputs = [
    ...html.matchAll(/<input[^>]*type="radio"[^>]*name="(q\d+)\.score"[^>]*value(?:="(\d?)")?[^>]*>/g),
  ]
  const byQuestion: Record<string, string> = {}
  for (const [, question = '', value = ''] of inputs)
    byQuestion[question] = `${byQuestion[question] ?? ''}${value || '-'}`
  return byQuestion
}

const savedIn = (html: string, question: string) => ({
  score: new RegExp(`name="${question}\\.score" value="(\\d?)" checked`).exec(html)?.[1] ?? '',
  version: new RegExp(`name="${question}\\.version" value="(\\d+)"`).exec(html)?.[1],
})

describe('the nine steps', () => {
  test('M4 ask the twenty-one questions in their order, one to three at a time, each in the source’s own words', async () => {
    const list = wordsOf(await lone.get(urls.preparation({ id })))
    expect(form.steps.length).toBe(9)
    const asked: string[] = []
    for (const step of form.steps) {
      expect(list).toContain(step.title.da)
      const html = await pageOf(lone, step.slug)
      const questions = [...html.matchAll(/<h2 class="question-text">([^<]*)<\/h2>/g)].map(
        ([, text = '']) => text,
      )
      expect(questions.length).toBeGreaterThanOrEqual(1)
      expect(questions.length).toBeLessThanOrEqual(3)
      asked.push(...questions)
    }
    expect(asked).toEqual(questionsOf(form).map(question => question.text.da))
  })

  test('S3-25 ask for comments alone in the first two questions', async () => {
    const html = await pageOf(lone, 'indledning')
    expect(html).toContain('name="q1.keywords"')
    expect(html).not.toContain('type="radio"')
  })

  test('S3-27 take a number from one to six where the form does, in six equal boxes, none chosen beforehand', async () => {
    const html = await pageOf(lone, 'relationer')
    expect(scoresIn(html)).toEqual({ q7: '123456-', q8: '123456-', q9: '123456-' })
    expect(html).not.toContain(' checked')
    expect(html).not.toContain(' required')
    expect(wordsOf({ html })).toContain('1 er lavest, og 6 er højest. Du må gerne springe over.')
  })

  test('S3-28 give the host no numbers to choose, and say so', async () => {
    for (const step of form.steps) expect(scoresIn(await pageOf(anders, step.slug))).toEqual({})
    expect(wordsOf({ html: await pageOf(anders, 'relationer') })).toContain('Du skriver ikke tal.')
  })
})

describe('S3-27 a score', () => {
  const save = (answers: Parameters<typeof typed>[1], visitor = lone) =>
    visitor.post(urls.step({ id, step: 'relationer' }), { ...typed(relations, answers), do: 'save' })

  test('is kept, changed and taken back, and may be skipped', async () => {
    expect(savedIn((await save({ q7: { score: '6' } })).html, 'q7')).toEqual({ score: '6', version: '1' })
    expect(savedIn((await save({ q7: { score: '1', version: 1 } })).html, 'q7')).toEqual({
      score: '1',
      version: '2',
    })
    const cleared = await save({ q7: { version: 2 } })
    expect(savedIn(cleared.html, 'q7')).toEqual({ score: '', version: '3' })
    expect(savedIn(cleared.html, 'q8')).toEqual({ score: '', version: '0' })
  })

  test.each(['0', '7', '3.5', 'fem', '1 '])(
    'of »%s« is none, and the words typed with it are still there',
    async score => {
      const refused = await save({ q8: { score, keywords: 'Vi mødes hver måned.' } })
      expect(refused.status).toBe(422)
      expect(wordsOf(refused)).toContain('Vælg et tal fra 1 til 6, eller spring over.')
      expect(refused.html).toContain('Vi mødes hver måned.')
    },
  )

  test('S3-28 sent by the host is not taken in', async () => {
    await save({ q9: { score: '4', keywords: 'Du siger tingene.' } }, anders)
    await anders.post(urls.sharing({ id }), { do: 'share', 'share.q9': 'yes', 'q9.version': '1' })
    const seen = wordsOf(await lone.get(urls.topic({ id, step: 'relationer' })))
    expect(seen).not.toMatch(/4 af 6/)
    expect(wordsOf(await anders.get(urls.sharing({ id })))).toContain('Du siger tingene.')
  })
})

test('the words that mean the reader are named with the reader, for the one led alone', async () => {
  expect(wordsOf({ html: await pageOf(lone, 'relationer') })).toContain(
    'Her handler »vores« og »min« om Anders, din nærmeste leder. Du kan dele dette afsnit til sidst, eller sige det i stedet.',
  )
  expect(wordsOf({ html: await pageOf(lone, 'strategi') })).not.toContain('Her handler')
  expect(wordsOf({ html: await pageOf(anders, 'relationer') })).not.toContain('Her handler')
})

test('the host’s note is not called secret, for the participant may have a right to it', async () => {
  expect(wordsOf({ html: await pageOf(anders, 'relationer') })).toContain(
    'Skriv kun det, Lone gerne må læse. Lone kan have ret til at se den.',
  )
  expect(wordsOf({ html: await pageOf(lone, 'relationer') })).toContain(
    'Kun for dig. Hverken din leder eller HR kan se det.',
  )
})

test('where one wrote last, also by itself, is where one goes on, on whichever device', async () => {
  const step = urls.step({ id, step: 'relationer' })
  const body = new URLSearchParams({ ...typed(relations, { q8: { keywords: 'Midt i det' } }), turn: '1' })
  const headers = { 'sec-fetch-site': 'same-origin', accept: 'application/json' }
  expect((await lone.send(step, { method: 'POST', body, headers })).status).toBe(200)
  const elsewhere = await (await world.as('lone')).get(urls.preparation({ id }))
  expect(elsewhere.html).toMatch(new RegExp(`href="${step}"[^>]*>(?:<[^>]*>)*Fortsæt, hvor du slap`))
})
