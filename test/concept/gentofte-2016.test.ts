// The concept of Gentofte Børnevenner against its source: what is quoted is found there, word for word.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Kind, type Quote, questionsOf } from '../../src/domain/concept.ts'
import { gentofteConcept, gentofteForm } from './gentofte-2016.ts'

const source = readFileSync('test/concept/seed-gentofte-2016.txt', 'utf8').replaceAll(/\s+/g, ' ')
const concept = gentofteConcept()
const kinds: readonly Kind[] = ['mus', 'lus', 'grus']

type Quoted = readonly [what: string, text: string]
const called =
  (what: string) =>
  ({ da }: Quote): Quoted => [what, da]

const quotes: readonly Quoted[] = [
  ['the mark', concept.mark],
  ...(concept.intro ?? []).map(called('the intro')),
  ...(concept.tools ?? [])
    .filter(({ id }) => id.startsWith('skema'))
    .map(({ title }) => called('a form')(title)),
  ...kinds.flatMap(kind => quotesOf(kind)),
  ...gentofteForm('lus').documents.map(({ title }) => called('a document of the LUS')(title)),
]

function quotesOf(kind: Kind): readonly Quoted[] {
  const { definition, purpose, asks = [] } = gentofteForm(kind)
  return [
    ...(definition ? [called(`the definition of ${kind}`)(definition)] : []),
    ...purpose.parts.flatMap(part =>
      'text' in part ? [called(`why ${kind}`)(part.text)] : part.list.map(called(`a purpose of ${kind}`)),
    ),
    ...asks.map(({ text }) => called(`what ${kind} asks`)(text)),
  ]
}

describe('S0-01 S0-14 what is quoted stands in the source, word for word', () => {
  test.each(quotes)('%s', (_, text) => {
    expect(source).toContain(text)
  })

  test('and nothing of its definitions and purposes is left out', () => {
    expect(quotes.filter(([what]) => what.startsWith('the definition')).length).toBe(3)
    expect(quotes.filter(([what]) => what.startsWith('a purpose')).length).toBe(18)
    expect(quotes.filter(([what]) => what === 'what mus asks').length).toBe(12)
  })
})

test('S0-05 the concept is dated and versioned, with several tools', () => {
  expect(concept).toMatchObject({ year: 2016, version: 1, title: { da: 'MUS, LUS og GRUS' } })
  expect(concept.tools?.length).toBeGreaterThan(3)
})

test('S0-01 there is material for before and for during the talk', () => {
  const stages = (concept.tools ?? []).map(({ stage }) => stage)
  expect(stages).toEqual(expect.arrayContaining(['before', 'during']))
})

test('S0-21 each tool says what it is, when it is used and the time it takes', () => {
  for (const { what, when, minutes } of concept.tools ?? []) {
    expect([what.da, what.en, when.da, when.en].every(text => text.length > 10)).toBe(true)
    expect(minutes).toBeGreaterThan(0)
  }
})

test('D2 the forms are ours, and say that they are a draft', () => {
  for (const kind of kinds) expect(gentofteForm(kind).draft).toBe(true)
})

test('S0-08 the chair of the board holds the LUS; the leader holds MUS and GRUS', () => {
  expect(kinds.map(kind => gentofteForm(kind).host)).toEqual(['leader', 'board-chair', 'leader'])
})

test('D7 MUS and LUS take 60 to 90 minutes, usually 75; a GRUS takes 120', () => {
  expect(gentofteForm('mus').durationMinutes).toEqual({ offered: [60, 75, 90], usual: 75 })
  expect(gentofteForm('lus').durationMinutes).toEqual({ offered: [60, 75, 90], usual: 75 })
  expect(gentofteForm('grus').durationMinutes.usual).toBe(120)
})

test('D11 D13 a tap closes the talk, and no question has a number', () => {
  for (const kind of kinds) {
    const form = gentofteForm(kind)
    expect(form.closing).toBe('confirm')
    expect(form.scale).toBeUndefined()
    expect(questionsOf(form).every(({ type }) => type === 'comment')).toBe(true)
  }
})

test.each(kinds)(
  'S0-41 S0-56 the short preparation of %s asks about everyday life and the longer term',
  kind => {
    const form = gentofteForm(kind)
    const [first, second, ...others] = questionsOf(form).filter(({ id }) =>
      form.steps.find(({ slug }) => slug === form.short?.step)?.questions.includes(id),
    )
    expect(first?.text.da).toMatch(/^I hverdagen: /)
    expect(second?.text.da).toMatch(/^På længere sigt: /)
    expect(others).toEqual([])
    expect(form.short?.lead.da).toBe('Start med to spørgsmål. Resten er valgfrit.')
  },
)

test.each(kinds)('S0-54 S0-22 S0-42 S0-51 what one may choose in %s is in the concept', kind => {
  const form = gentofteForm(kind)
  const chips = form.themes?.chips.map(({ words }) => words.da.toLowerCase())
  expect(form.formOptional).toBe(true)
  expect(form.followUpDays).toBe(14)
  expect(form.shapes).toEqual(
    kind === 'lus'
      ? ['one', 'one-and-follow-up']
      : ['one', 'one-and-follow-up', 'one-and-several', 'several'],
  )
  for (const named of [
    'tryghed',
    'omsorg',
    'ro',
    'fordybelse',
    'nærvær',
    'leg',
    'læring',
    'sociale kompetencer',
  ])
    expect(chips?.includes(named)).toBe(kind !== 'lus' || named === 'læring')
  expect(chips?.includes('ledelse')).toBe(kind === 'lus')
})

test('S0-19 the job description is asked about openly in MUS, LUS and GRUS', () => {
  const asked = 'Hvordan passer dine kompetencer til opgaverne i din stillingsbeskrivelse? Hvad mangler du?'
  for (const kind of ['mus', 'lus'] as const)
    expect(questionsOf(gentofteForm(kind)).map(({ text }) => text.da)).toContain(asked)
  expect(kinds.every(kind => gentofteForm(kind).jobDescription)).toBe(true)
})

test('S0-23 S0-04 the GRUS asks what the MUS asks, question by question, and reads in plural', () => {
  const [mus, grus] = [questionsOf(gentofteForm('mus')), questionsOf(gentofteForm('grus'))]
  expect(grus.map(({ id }) => id)).toEqual(mus.map(({ id }) => id))
  for (const [at, { text }] of grus.entries()) {
    expect(text.da).not.toMatch(/\b(du|dig|din|dine|dit)\b/i)
    if (/\b(du|dig|din|dine|dit)\b/i.test(mus[at]?.text.da ?? ''))
      expect(text.da).toMatch(/\b(I|jer|jeres)\b/)
  }
})

test('S0-24 S0-53 S0-57 the LUS has a form of its own, and four documents by name', () => {
  const { documents } = gentofteForm('lus')
  expect(questionsOf(gentofteForm('lus')).map(({ text }) => text.da)).not.toEqual(
    questionsOf(gentofteForm('mus')).map(({ text }) => text.da),
  )
  expect(documents).toHaveLength(4)
  expect(documents[2]?.title.da).toContain('KIB ifht. bl.a. forældretilfredshed')
})

test.each(kinds)('S0-18 a point in %s may be about a competence, named by the source but for two', kind => {
  const named = (gentofteForm(kind).competences ?? []).map(({ words }) => words.da)
  const ours = named.filter(name => !source.toLowerCase().includes(name.toLowerCase()))
  expect(named).toHaveLength(6)
  expect(ours).toEqual(kind === 'lus' ? ['Kommunikation'] : ['Omsorg og nærvær', 'Kommunikation'])
})
