import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type Answer, emptyAnswer, type QuestionType, scores } from '../../src/domain/answer.ts'
import { answerTypeFor, findQuestion, type Role } from '../../src/domain/concept.ts'
import { questionTypes } from '../../src/questions/all.ts'
import type { AnswerFault, InputProps } from '../../src/questions/faces.ts'
import { longestText } from '../../src/questions/fields.ts'
import { lusForm } from './lus-2019.ts'

const form = lusForm()

/** A submitted form, as the pages hand it over. */
function submitted(fields: Record<string, string>) {
  return { has: (name: string) => Object.hasOwn(fields, name), text: (name: string) => fields[name] ?? '' }
}

const filled = (changes: Record<string, string> = {}) =>
  submitted({
    'q7.score': '5',
    'q7.keywords': 'Torsdagsmøderne',
    'q7.note': 'spørg',
    'q7.version': '3',
    ...changes,
  })

/** The question as this party meets it, as HTML. */
function page(id: string, writer: Role, changes: Partial<InputProps> = {}): string {
  const question = findQuestion(form, id)
  if (!question) throw new Error(`no ${id}`)
  const { input } = questionTypes[answerTypeFor(form, question, writer)]
  const props = {
    question,
    scale: form.scale,
    answer: emptyAnswer,
    version: 0,
    language: 'da',
    writer,
  } as const
  return renderToString(input({ ...props, participant: 'Lone', ...changes }))
}

/** What a radio is sent as. Without the attribute a browser sends »on«; bare, it is empty. */
function sentAs(radio: string): string {
  const attribute = / value(?:="(.*?)")?/.exec(radio)
  return attribute ? (attribute[1] ?? '') : 'on'
}

const radios = (html: string) => html.match(/<input[^>]*type="radio"[^>]*>/g) ?? []

test('S3-25 a question of comments has no number to choose, and takes none in', () => {
  expect(radios(page('q1', 'participant'))).toEqual([])
  const fields = submitted({ 'q1.score': '5', 'q1.keywords': 'Børnene', 'q1.note': '', 'q1.version': '0' })
  expect(questionTypes.comment.parse('q1', fields)).toMatchObject({
    answer: { score: null, keywords: 'Børnene' },
  })
})

test('S3-27 six radios with the ends in words, none chosen, and one more that takes the answer back', () => {
  const html = page('q7', 'participant')
  expect(radios(html).map(sentAs)).toEqual(['1', '2', '3', '4', '5', '6', ''])
  expect(radios(html).filter(radio => /\bchecked\b/.test(radio))).toEqual([])
  expect(html).toContain('1 lavest')
  expect(html).toContain('6 højest')
  const chosen = radios(page('q7', 'participant', { answer: { ...emptyAnswer, score: 5 } }))
  expect(chosen.filter(radio => /\bchecked\b/.test(radio)).map(sentAs)).toEqual(['5'])
})

test.each(scores)('S3-27 a %i is taken in and reads in words', number => {
  const parsed = questionTypes.score.parse('q7', filled({ 'q7.score': String(number) }))
  expect(parsed).toEqual({
    answer: { score: number, keywords: 'Torsdagsmøderne', note: 'spørg' },
    version: 3,
  })
  const shared = { score: number, keywords: '' }
  expect(questionTypes.score.read(shared, 'da').score).toBe(`${number} af 6`)
  expect(questionTypes.score.read(shared, 'en').score).toBe(`${number} of 6`)
  expect(questionTypes.score.print(shared).score).toBe(String(number))
})

test('S3-27 a score can be skipped and taken back', () => {
  const { 'q7.score': _, ...unscored } = {
    'q7.score': '',
    'q7.keywords': 'ord',
    'q7.note': '',
    'q7.version': '1',
  }
  for (const fields of [filled({ 'q7.score': '' }), submitted(unscored)]) {
    expect(questionTypes.score.parse('q7', fields)).toMatchObject({ answer: { score: null } })
  }
  expect(questionTypes.score.read({ score: null, keywords: 'ord' }, 'da')).toEqual({
    score: '',
    keywords: 'ord',
  })
  expect(questionTypes.score.print({ score: null, keywords: 'ord' })).toEqual({ score: '–', keywords: 'ord' })
})

test.each(['0', '7', '3.5', '-1', '05', ' 5', 'fem', '1e0'])(
  'S3-27 %j is no score, and the words stay',
  typed => {
    expect(questionTypes.score.parse('q7', filled({ 'q7.score': typed }))).toEqual({
      faults: [{ field: 'q7.score', rule: 'not-a-score' }],
      typed: { score: null, keywords: 'Torsdagsmøderne', note: 'spørg' },
    })
  },
)

test('S3-28 the host is offered keywords and a note, and no number', () => {
  const html = page('q7', 'host')
  expect(radios(html)).toEqual([])
  expect(html).toContain('name="q7.keywords"')
  expect(html).toContain('Skriv kun det, Lone gerne må læse.')
})

test('S3-26 keywords and the note are two fields on two shelves, and a note is never read or printed', () => {
  const html = page('q7', 'participant', { answer: { score: 4, keywords: 'stikordet', note: 'hemmeligt' } })
  expect(html).toMatch(/shelf-share.*name="q7.keywords".*stikordet.*private-note.*name="q7.note".*hemmeligt/s)
  const answer: Answer = { score: 4, keywords: 'stikordet', note: 'hemmeligt' }
  for (const { read, print } of Object.values(questionTypes)) {
    expect(JSON.stringify([read(answer, 'da'), print(answer)])).not.toContain('hemmeligt')
  }
})

test('a text longer than 4,000 characters is told at its field, and all of it is still there', () => {
  const long = 'å'.repeat(longestText + 1)
  const parsed = questionTypes.score.parse(
    'q7',
    filled({ 'q7.note': long, 'q7.keywords': '😀'.repeat(longestText) }),
  )
  expect(parsed).toMatchObject({
    faults: [{ field: 'q7.note', rule: 'too-long' }],
    typed: { note: long, score: 5 },
  })
  const faults: readonly AnswerFault[] = 'faults' in parsed ? parsed.faults : []
  const html = page('q7', 'participant', { faults, answer: { ...emptyAnswer, note: long } })
  expect(html).toContain('Det er for langt. Her er plads til 4.000 tegn.')
  expect(html).toContain(long)
})

test('a field that is missing from the form never empties what is saved', () => {
  const whole = { 'q7.score': '5', 'q7.keywords': 'ord', 'q7.note': 'note', 'q7.version': '1' }
  const without = (name: string) =>
    submitted(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)))
  const faultsOf = (name: string) => {
    const parsed = questionTypes.score.parse('q7', without(name))
    return 'faults' in parsed ? parsed.faults : []
  }
  expect(faultsOf('q7.keywords')).toEqual([{ field: 'q7.keywords', rule: 'not-in-form' }])
  expect(faultsOf('q7.note')).toEqual([{ field: 'q7.note', rule: 'not-in-form' }])
  expect(faultsOf('q7.version')).toEqual([{ field: 'q7', rule: 'not-in-form' }])
})

test('what is kept is clean: no unseen characters, no half ones', () => {
  const parsed = questionTypes.score.parse(
    'q7',
    filled({ 'q7.keywords': 'klap\u0007 \r\nigen', 'q7.note': 'a\ud83c ' }),
  )
  expect(parsed).toMatchObject({ answer: { keywords: 'klap\nigen', note: 'a\ufffd' } })
})

test('whatever is typed, an answer comes clean or as a fault, never as an exception', () => {
  const unit = fc.integer({ min: 0, max: 0xffff })
  const text = fc.array(unit, { maxLength: 60 }).map(units => String.fromCharCode(...units))
  fc.assert(
    fc.property(text, text, text, text, (number, keywords, note, version) => {
      const fields = { 'q7.score': number, 'q7.keywords': keywords, 'q7.note': note, 'q7.version': version }
      const parsed = questionTypes.score.parse('q7', submitted(fields))
      const answer = 'answer' in parsed ? parsed.answer : parsed.typed
      return answer.keywords.isWellFormed() && answer.note.isWellFormed()
    }),
    { numRuns: 50 },
  )
})

test('an English screen asks in Danish and glosses beneath, with the concept’s hint', () => {
  const html = page('q18', 'participant', { language: 'en' })
  expect(html).toMatch(/lang="da"[^>]*>Afklaring og forventninger/)
  expect(html).toContain(
    'This is not a pay negotiation)<br/>Here you talk about what you each expect on pay.',
  )
  const danish = page('q18', 'participant')
  expect(danish).not.toContain('lang="da"')
  expect(danish).toContain('I forhandler ikke løn her.')
})

test('every type has all its faces', () => {
  const types: readonly QuestionType[] = ['comment', 'score']
  expect(Object.keys(questionTypes).sort()).toEqual(types)
  expect(types.map(type => questionTypes[type].settings.scored)).toEqual([false, true])
})
