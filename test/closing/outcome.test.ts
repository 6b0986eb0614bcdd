import { describe, expect, test } from 'vitest'
import type { Status } from '../../src/domain/lifecycle.ts'
import {
  type Answers,
  type Choice,
  choices,
  closingDays,
  correct,
  outcomeOf,
  type Signer,
  sign,
  type Wish,
} from '../../src/domain/record/signing.ts'

// T13 and T14 as a table: what becomes of the text, from the two answers and nothing else.
const table: readonly [host: Choice | undefined, participant: Choice | undefined, outcome: Status][] = [
  [undefined, undefined, 'closing'],
  ['signed', undefined, 'closing'],
  ['signed-with-remark', undefined, 'closing'],
  ['refused', undefined, 'closing'],
  ['confirmed', undefined, 'closing'],
  ['signed', 'signed', 'closed'],
  ['signed', 'signed-with-remark', 'closed'],
  ['signed-with-remark', 'signed-with-remark', 'closed'],
  ['confirmed', 'confirmed', 'closed'],
  ['signed', 'refused', 'contested'],
  ['signed-with-remark', 'refused', 'contested'],
  ['refused', 'refused', 'contested'],
]

const answers = (host?: Choice, participant?: Choice): Answers => ({
  ...(host && { host }),
  ...(participant && { participant }),
})

describe('what becomes of the text', () => {
  test.each(table)(
    'host %s, participant %s: %s, and the same with the two exchanged',
    (host, participant, outcome) => {
      expect(outcomeOf(answers(host, participant))).toBe(outcome)
      expect(outcomeOf(answers(participant, host))).toBe(outcome)
    },
  )

  test('the table names every pair a concept can give', () => {
    const signing = [undefined, ...choices.filter(choice => choice !== 'confirmed')]
    const pairs = signing.flatMap((one, at) => signing.slice(at).map(other => [one, other]))
    const named = table.map(([one, other]) => new Set([one, other]))
    const missing = pairs.filter(
      pair => !named.some(each => each.size === new Set(pair).size && pair.every(choice => each.has(choice))),
    )
    expect(missing).toEqual([])
  })
})

const signer: Signer = { status: 'closing', role: 'host', closing: 'sign', version: 2, answers: {} }
const wish: Wish = { choice: 'signed', version: 2, remark: '', fresh: true }

describe('one answer', () => {
  test('S3-30 whoever answers first, the text waits; whoever answers last closes it', () => {
    for (const role of ['host', 'participant'] as const) {
      const other = role === 'host' ? 'participant' : 'host'
      expect(sign({ ...signer, role }, wish)).toEqual({ choice: 'signed', remark: null, status: 'closing' })
      const last = { ...signer, role, answers: { [other]: 'signed' } } as const
      expect(sign(last, wish)).toMatchObject({ status: 'closed' })
      expect(sign(last, { ...wish, choice: 'refused' })).toMatchObject({ status: 'contested' })
    }
  })

  test.each<[string, Partial<Signer>, Partial<Wish>]>([
    ['text-changed', {}, { version: 1 }],
    ['text-changed', {}, { version: Number.NaN }],
    ['text-changed', { status: 'held', version: undefined }, {}],
    ['answered-before', { answers: { host: 'refused' } }, {}],
    ['answered-before', { status: 'closed', answers: { host: 'signed', participant: 'signed' } }, {}],
    ['not-now', { status: 'talking', version: undefined }, {}],
    ['no-such-choice', {}, { choice: 'confirmed' }],
    ['no-such-choice', { closing: 'confirm' }, {}],
    ['no-such-choice', { closing: 'confirm' }, { choice: 'refused' }],
    ['remark-missing', {}, { choice: 'signed-with-remark' }],
    ['remark-too-long', {}, { choice: 'signed-with-remark', remark: 'å'.repeat(2001) }],
    ['remark-too-long', { closing: 'confirm' }, { choice: 'confirmed', remark: 'å'.repeat(2001) }],
    ['code-needed', {}, { fresh: false }],
    ['code-needed', {}, { fresh: false, choice: 'refused' }],
  ])('%s', (refused, signerChange, wishChange) => {
    expect(sign({ ...signer, ...signerChange }, { ...wish, ...wishChange })).toEqual({ refused })
  })

  test('a remark goes with the choices that take one, and with no other', () => {
    const remark = '😀'.repeat(2000)
    const made = (choice: Choice, closing: Signer['closing'] = 'sign') =>
      sign({ ...signer, closing }, { ...wish, choice, remark })
    expect(made('signed-with-remark')).toMatchObject({ remark })
    expect(made('confirmed', 'confirm')).toMatchObject({ remark })
    expect(made('signed')).toMatchObject({ remark: null })
    expect(made('refused')).toMatchObject({ remark: null })
  })

  test('a concept that confirms asks for no code', () => {
    const confirm = { ...signer, closing: 'confirm' } as const
    expect(sign(confirm, { ...wish, choice: 'confirmed', fresh: false })).toMatchObject({ status: 'closing' })
  })
})

test('T12 either opens the text again until both have answered, and only the one that was read', () => {
  for (const role of ['host', 'participant'] as const) {
    expect(correct({ ...signer, role, answers: { host: 'signed' } }, 2)).toEqual({ status: 'held' })
    expect(correct({ ...signer, role }, 1)).toEqual({ refused: 'text-changed' })
    expect(correct({ ...signer, role, status: 'closed' }, 2)).toEqual({ refused: 'not-now' })
    expect(correct({ ...signer, role, status: 'contested' }, 2)).toEqual({ refused: 'not-now' })
  }
})

test('one has a week from the day the text was frozen, and two before it goes without; closing weeks are not counted', () => {
  const weeks = [{ id: '1', house: 'Kløvervangen', from: '2026-04-20', to: '2026-04-26' }]
  expect(closingDays('2026-04-14', [])).toEqual({ answerBy: '2026-04-21', aloneFrom: '2026-04-28' })
  expect(closingDays('2026-04-14', weeks)).toEqual({ answerBy: '2026-04-28', aloneFrom: '2026-05-05' })
})
