import { expect, test } from 'vitest'
import { type Answer, emptyAnswer } from '../../src/domain/answer.ts'
import { findStep, type Role } from '../../src/domain/concept.ts'
import {
  continueAt,
  finishStep,
  hasBegun,
  listShareable,
  type Preparation,
  passStep,
  preparationStatus,
  shareSelection,
  stepStatus,
  stepsLeft,
} from '../../src/domain/preparation.ts'
import { lusForm } from './lus-2019.ts'

const form = lusForm()

/** A preparation with these answers, each saved twice. */
function wrote(answers: Record<string, Partial<Answer>>, finishedSteps: readonly string[] = []): Preparation {
  const written = Object.entries(answers).map(
    ([id, answer]) => [id, { answer: { ...emptyAnswer, ...answer }, version: 2 }] as const,
  )
  return { written: new Map(written), finishedSteps }
}

const statusOf = (slug: string, preparation: Preparation) => {
  const step = findStep(form, slug)
  return step && stepStatus(preparation, step)
}

const offered = (preparation: Preparation, writer: Role = 'participant', shared?: ReadonlySet<string>) =>
  listShareable(form, preparation, writer, shared).map(
    ({ question, ticked }) => `${question.id} ${ticked ? 'on' : 'off'}`,
  )

test('nothing written: nothing is begun, and nine short steps are left', () => {
  const nothing = wrote({})
  expect(preparationStatus(form, nothing)).toBe('not-begun')
  expect(stepsLeft(form, nothing)).toBe(9)
  expect(continueAt(form, nothing)?.slug).toBe('indledning')
})

test('a step is begun with its first word, also a private one, and done when each question is answered', () => {
  expect(statusOf('strategi', wrote({ q3: {} }))).toBe('not-begun')
  expect(statusOf('strategi', wrote({ q3: { keywords: ' \n ' } }))).toBe('not-begun')
  expect(statusOf('strategi', wrote({ q3: { note: 'kun mig' } }))).toBe('begun')
  expect(statusOf('strategi', wrote({ q3: { score: 4 }, q4: { note: 'kun mig' } }))).toBe('begun')
  expect(statusOf('strategi', wrote({ q3: { score: 4 }, q4: { keywords: 'mere tid' } }))).toBe('done')
})

test('»Jeg vil hellere tale end skrive« finishes a step without a word', () => {
  const finished = finishStep(form, wrote({}), 'relationer')
  expect(finished).toEqual({ finishedSteps: ['relationer'] })
  expect(statusOf('relationer', wrote({}, ['relationer']))).toBe('done')
  expect(finishStep(form, wrote({}, ['relationer']), 'relationer')).toEqual({ finishedSteps: ['relationer'] })
  expect(finishStep(form, wrote({}), 'andet')).toEqual({ refused: 'no-such-step' })
})

test('»Næste« finishes a step with something in it, and passes an empty one by', () => {
  expect(passStep(form, wrote({ q7: { score: 5 } }), 'relationer')).toEqual({ finishedSteps: ['relationer'] })
  expect(passStep(form, wrote({ q1: { keywords: 'børn' } }, ['indledning']), 'relationer')).toEqual({
    finishedSteps: ['indledning'],
  })
  expect(passStep(form, wrote({}), 'andet')).toEqual({ refused: 'no-such-step' })
})

test('one who has passed steps by goes on after the last one seen, and is sent back to none', () => {
  expect(continueAt(form, wrote({}), 'strategi')?.slug).toBe('resultater')
  const last = form.steps.at(-1)?.slug
  expect(continueAt(form, wrote({}), last)).toBeUndefined()
  expect(continueAt(form, wrote({ q1: { keywords: 'a' } }), last)).toBeUndefined()
  expect([hasBegun(wrote({}, ['strategi'])), hasBegun(wrote({ q1: { note: 'a' } }))]).toEqual([false, true])
})

test('the steps left are counted, and one goes on where one stopped', () => {
  const preparation = wrote({ q1: { keywords: 'a' }, q2: { keywords: 'b' }, q7: { score: 5 } }, ['strategi'])
  expect(preparationStatus(form, preparation)).toBe('begun')
  expect(stepsLeft(form, preparation)).toBe(7)
  expect(continueAt(form, preparation, 'relationer')?.slug).toBe('relationer')
  expect(continueAt(form, preparation, 'strategi')?.slug).toBe('resultater')
  const all = wrote(
    {},
    form.steps.map(({ slug }) => slug),
  )
  expect(preparationStatus(form, all)).toBe('done')
  expect(stepsLeft(form, all)).toBe(0)
  expect(continueAt(form, all, 'strategi')).toBeUndefined()
})

const full = wrote({
  q1: { keywords: 'børnene' },
  q7: { score: 5, keywords: 'torsdagsmøderne' },
  q8: { score: 3 },
  q9: { score: 4, note: 'spørg først' },
  q13: { keywords: 'for sent' },
  q16: { note: 'kun en note' },
  q18: { keywords: 'tillæg' },
  q19: { keywords: 'ferie' },
})

test('S3-Q07 S3-Q09 S3-Q13 S3-Q18 what judges the reader comes last and unticked, and pay after that', () => {
  expect(offered(full)).toEqual(['q1 on', 'q8 on', 'q19 on', 'q7 off', 'q9 off', 'q13 off', 'q18 off'])
})

test('S3-28 the host shares keywords alone, and judges no reader', () => {
  expect(offered(full, 'host')).toEqual(['q1 on', 'q7 on', 'q13 on', 'q19 on', 'q18 off'])
  expect(listShareable(form, full, 'host').map(({ answer }) => answer.score)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('after Del what the other can read is ticked, and nothing written since', () => {
  expect(offered(full, 'participant', new Set(['q1', 'q7']))).toEqual([
    'q1 on',
    'q8 off',
    'q19 off',
    'q7 on',
    'q9 off',
    'q13 off',
    'q18 off',
  ])
})

test('Del copies what is ticked, without notes, and names what stays', () => {
  const selection = shareSelection(
    form,
    full,
    'participant',
    new Map([
      ['q7', 2],
      ['q9', 2],
      ['q18', 2],
    ]),
  )
  expect(selection).toEqual({
    shared: [
      { question: 'q7', answer: { score: 5, keywords: 'torsdagsmøderne' } },
      { question: 'q9', answer: { score: 4, keywords: '' } },
      { question: 'q18', answer: { score: null, keywords: 'tillæg' } },
    ],
    kept: ['q1', 'q8', 'q19', 'q13'],
  })
  expect(JSON.stringify(selection)).not.toContain('spørg først')
})

test('nothing ticked is nothing shared', () => {
  expect(shareSelection(form, full, 'participant', new Map())).toEqual({ refused: 'nothing-chosen' })
})

test('an answer changed, emptied or never written since the preview is not shared unseen', () => {
  const ticked = new Map([
    ['q1', 2],
    ['q7', 1],
    ['q16', 2],
    ['q99', 1],
  ])
  expect(shareSelection(form, full, 'participant', ticked)).toEqual({
    refused: 'changed-since-preview',
    questions: ['q7', 'q16', 'q99'],
  })
})
