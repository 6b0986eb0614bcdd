import { expect, test } from 'vitest'
import type { Role } from '../../src/domain/concept.ts'
import type { Conversation } from '../../src/domain/conversation.ts'
import { emptyPoint } from '../../src/domain/point.ts'
import { freeze, gapsIn, type JointText } from '../../src/domain/record/freezing.ts'
import type { Tick } from '../../src/domain/tick.ts'
import { lusConcept } from '../concept/lus-2019.ts'
import { points } from './held.ts'
import { heldTalk as talk } from './held-talk.ts'

const concept = lusConcept()
const { form } = talk

const ticksOf = (given: Readonly<Record<string, Partial<Tick>>>) =>
  new Map(Object.entries(given).map(([id, tick]) => [id, { keywords: false, pay: false, ...tick }]))
const shared = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([id, keywords]) => [id, { score: 4 as const, keywords }]))

const text: JointText = {
  conclusions: new Map([
    ['q1', 'Aftalt om 1.'],
    ['q18', 'Aftalt om løn.'],
  ]),
  year: 'Et roligere hus.',
  points,
  shared: {
    participant: shared({ q1: 'Lones ord', q3: 'Flere ord', q18: 'Lones ord om løn' }),
    host: shared({ q1: 'Anders’ ord', q18: 'Anders’ ord om løn' }),
  },
  ticks: { participant: ticksOf({}), host: ticksOf({}) },
}

function frozen(change: Partial<JointText> = {}, of: Partial<Conversation> = {}) {
  const decided = freeze({ ...talk, ...of }, concept, { ...text, ...change }, true)
  if ('refused' in decided) throw new Error(decided.refused)
  return decided.parts
}
const rows = (change: Partial<JointText> = {}) =>
  frozen(change).talk.bands.flatMap(band => band.sections.flatMap(section => section.rows))
const rowOf = (id: string, change: Partial<JointText> = {}) => rows(change).find(row => row.question === id)

test('S3-24 one point that says what is enough; without one nothing is frozen', () => {
  const without = { ...text, points: [emptyPoint, { ...emptyPoint, what: '  ', goal: 'Et mål uden hvad' }] }
  expect(freeze(talk, concept, without, true)).toEqual({ refused: 'no-point' })
  expect(freeze(talk, concept, { ...text, points: [] }, true)).toEqual({ refused: 'no-point' })
  const bare = { ...text, points: [{ ...emptyPoint, what: 'Ét ord' }] }
  expect(freeze(talk, concept, bare, true)).toMatchObject({ status: 'closing' })
})

test('S3-24 what stands open is asked about once, and an answer of another kind is an answer', () => {
  const open = [...points, emptyPoint, { ...emptyPoint, what: 'Et punkt', until: '2026-06-01', alone: true }]
  const gaps = [
    { point: 3, field: 'goal' },
    { point: 3, field: 'how' },
  ]
  expect(gapsIn(open, form)).toEqual(gaps)
  expect(freeze(talk, concept, { ...text, points: open }, false)).toEqual({ refused: 'gaps', gaps })
  expect(freeze(talk, concept, { ...text, points: open }, true)).toMatchObject({ status: 'closing' })
  expect(frozen({ points: open }).plan.points).toHaveLength(3)
  expect(gapsIn([{ ...emptyPoint, what: 'Et punkt' }], form).map(gap => gap.field)).toContain('support')
  const unsupported = { ...form, supportPerPoint: false }
  expect(gapsIn([{ ...emptyPoint, what: 'Et punkt' }], unsupported).map(gap => gap.field)).not.toContain(
    'support',
  )
})

test('S0-18 the plan takes along the words of the competences that are chosen, and none is asked for', () => {
  const listed = ['ro', 'leg'].map(id => ({ id, words: { da: `da ${id}`, en: `en ${id}` } }))
  const of = { form: { ...form, competences: listed } }
  const chosen = [{ ...emptyPoint, what: 'Et punkt', competence: 'leg' }]
  expect(frozen({ points: chosen }, of).plan.competences).toEqual([listed[1]])
  expect(frozen({}, of).plan).not.toHaveProperty('competences')
  const none = [{ ...emptyPoint, what: 'Et punkt' }]
  expect(gapsIn(none, of.form).map(gap => gap.field)).toEqual(['goal', 'how', 'when', 'support'])
})

test('T11 either freezes, and only what has been held', () => {
  expect(freeze({ ...talk, role: 'participant' }, concept, text, true)).toMatchObject({ status: 'closing' })
  for (const status of ['agreed', 'talking', 'closing', 'closed', 'contested'] as const)
    expect(freeze({ ...talk, status }, concept, text, true)).toEqual({ refused: 'not-now' })
})

test('S3-26 keywords stand in the record only where their own writer ticked', () => {
  const ticked = (role: Role): Partial<JointText> => ({
    ticks: { ...text.ticks, [role]: ticksOf({ q1: { keywords: true } }) },
  })
  expect(rowOf('q1')?.keywords).toEqual([])
  expect(rowOf('q1', ticked('participant'))?.keywords).toEqual([{ by: 'participant', text: 'Lones ord' }])
  expect(rowOf('q1', ticked('host'))?.keywords).toEqual([{ by: 'host', text: 'Anders’ ord' }])
  expect(rowOf('q3', ticked('participant'))?.keywords).toEqual([])
  expect(JSON.stringify(frozen())).not.toMatch(/Lones|Anders’|Flere ord/)
  expect(rowOf('q1', ticked('participant'))?.conclusion).toBe('Aftalt om 1.')
})

test('S3-13 the line on pay stands in the record only if both tick it, and else not even its question', () => {
  const pay = ticksOf({ q18: { pay: true } })
  const both = { ticks: { host: pay, participant: pay } }
  expect(rowOf('q18', both)).toMatchObject({ number: 18, conclusion: 'Aftalt om løn.', keywords: [] })
  const one = ticksOf({ q18: { keywords: true } })
  for (const ticks of [
    { host: pay, participant: one },
    { host: one, participant: pay },
    { host: one, participant: one },
  ]) {
    expect(rowOf('q18', { ticks })).toBeUndefined()
    expect(JSON.stringify(frozen({ ticks }))).not.toContain('løn')
  }
})

test('S3-13 the record holds the whole form verbatim, with the scores as the participant shared them', () => {
  const { talk: part } = frozen()
  expect(rows().map(row => row.number)).toEqual(
    [...Array.from({ length: 21 }, (_, at) => at + 1)].filter(n => n !== 18),
  )
  expect(rowOf('q3')).toMatchObject({
    scored: true,
    score: 4,
    text: { da: form.sections[1]?.questions[0]?.text.da },
  })
  expect(rowOf('q4')).toMatchObject({ scored: true, score: null })
  expect(rowOf('q1')).toMatchObject({ scored: false, score: null })
  expect(part.bands.map(band => band.head?.da)).toEqual([form.commentsHead?.da, form.scale?.head.da])
  expect(part).toMatchObject({
    house: 'Lyngsø Kommune',
    unit: 'Kløvervangen',
    heldOn: '2026-04-14',
    minutes: 75,
  })
  expect(part.concept).toMatchObject({ id: concept.id, year: 2019, version: 1 })
})

test('S3-13 it began when it began; the agreed time is kept as what was agreed, never as when it was held', () => {
  const begunAt = new Date('2026-04-14T13:45:00Z')
  const { startedAt, agreedAt } = frozen({}, { begunAt }).talk
  expect([startedAt, agreedAt]).toEqual(['2026-04-14T13:45:00.000Z', '2026-04-14T11:00:00.000Z'])
  expect(frozen().talk.startedAt).toBeNull()
  expect(frozen({}, { begunAt, heldOn: '2026-04-15' }).talk.startedAt).toBeNull()
})

test('S3-13 that pay is left out is told, and only where both may know of it', () => {
  const [lets, not] = [ticksOf({ q18: { pay: true } }), ticksOf({})]
  expect(frozen().talk.withoutPay).toBe(true)
  expect(frozen({ ticks: { host: lets, participant: not } }).talk.withoutPay).toBe(true)
  expect(frozen({ ticks: { host: lets, participant: lets } }).talk.withoutPay).toBe(false)
})

test('S3-29 the plan part holds the heads verbatim, the line on the year, points and support', () => {
  const { plan } = frozen()
  expect(Object.values(plan.heads).map(head => head.da)).toEqual([
    'Hvad skal udvikles?',
    'Målet for udviklingen?',
    'Hvordan?',
    'Hvornår?',
  ])
  expect(plan).toMatchObject({ year: 'Et roligere hus.', points, closing: 'sign', months: form.planMonths })
  expect(JSON.stringify(plan)).not.toContain('Aftalt om 1.')
})
