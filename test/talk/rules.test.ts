import { describe, expect, test } from 'vitest'
import { findQuestion } from '../../src/domain/concept.ts'
import { joined, judge } from '../../src/domain/joint.ts'
import { holderOf, mayWrite, takePen } from '../../src/domain/pen.ts'
import { emptyPoint, manyPoints, moved, oddDate, oddTime, pointFrom } from '../../src/domain/point.ts'
import { ticksOffered } from '../../src/domain/tick.ts'
import { courseOf, goneIn, nextTopic, topicsOf } from '../../src/domain/topic.ts'
import { lusForm } from '../concept/lus-2019.ts'

const form = lusForm()
const noon = new Date('2026-04-14T11:00:00Z')
const plus = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

describe('S3-06 the pen', () => {
  test('is held for half a minute from the last save, and then lies free', () => {
    const pen = takePen('lone', noon, 'q7')
    expect(holderOf(pen, plus(29.999))).toBe('lone')
    expect(holderOf(pen, plus(30))).toBeUndefined()
    expect(holderOf(undefined, noon)).toBeUndefined()
  })

  test('lets its holder write, and everybody when it is free', () => {
    const pen = takePen('lone', noon, 'q7')
    expect(mayWrite(pen, 'lone', plus(29))).toBe(true)
    expect(mayWrite(pen, 'anders', plus(29))).toBe(false)
    expect(mayWrite(pen, 'anders', plus(30))).toBe(true)
    expect(mayWrite(undefined, 'anders', noon)).toBe(true)
  })
})

const attempt = { same: false, untouched: false, tooLong: false, mayWrite: true, newest: true }

test.each([
  ['what is new, seen and written with the pen is saved', {}, 'written'],
  ['what is saved already needs no pen', { same: true, mayWrite: false, newest: false }, 'nothing-new'],
  [
    'what nobody touched is nobody’s wish',
    { untouched: true, mayWrite: false, newest: false },
    'nothing-new',
  ],
  ['without the pen it is refused', { mayWrite: false }, { refused: 'other-writes', unseen: false }],
  ['over a text not seen it is refused', { newest: false }, { refused: 'unseen-text' }],
  ['too long is said first', { tooLong: true, mayWrite: false }, { refused: 'too-long' }],
] as const)('%s', (_, change, outcome) => {
  expect(judge({ ...attempt, ...change })).toEqual(outcome)
})

test('two texts are joined under each other, and one is not said twice', () => {
  expect(joined('Vi mødes torsdag', 'Anders ringer')).toBe('Vi mødes torsdag\nAnders ringer')
  expect(joined('', 'Anders ringer')).toBe('Anders ringer')
  expect(joined('Det samme', 'Det samme')).toBe('Det samme')
})

test.each([
  ['Fra 1. december', '2026-10-01', 'before-start'],
  ['Fra den 1. december 2026', '2026-10-01', 'before-start'],
  ['From 1 December', '2026-10-01', 'before-start'],
  ['Fra 1. marts', '2026-10-01', undefined],
  ['Fra 1. december', '2027-01-15', undefined],
  ['Vi begynder i 2. kvartal', '2026-10-01', undefined],
  ['', '2026-03-01', 'past'],
] as const)('S3-14 on 14 April 2026, »%s« and %s is asked about as %s', (when, until, odd) => {
  expect(oddTime(form, { ...emptyPoint, when, until }, '2026-04-14')).toBe(odd)
})

test.each([
  ['2026-04-13', 'past'],
  ['2026-04-14', undefined],
  ['2027-04-14', undefined],
  ['2027-04-15', 'far'],
] as const)('S3-14 on 14 April 2026, %s is asked about as %s', (until, odd) => {
  expect(oddDate(form, until, '2026-04-14')).toBe(odd)
})

test('S3-14 twelve months from the last day of a month end on that day', () => {
  expect(oddDate(form, '2027-12-31', '2026-12-31')).toBeUndefined()
  expect(oddDate(form, '2028-01-01', '2026-12-31')).toBe('far')
  expect(oddDate({ ...form, planMonths: 6 }, '2027-02-28', '2026-08-31')).toBeUndefined()
  expect(oddDate({ ...form, planMonths: 6 }, '2027-03-01', '2026-08-31')).toBe('far')
})

test('S3-24 there is no most, only a word from the fourth point on', () => {
  expect([0, 1, 3, 4, 40].map(manyPoints)).toEqual([false, false, false, true, true])
})

test('a conclusion becomes a point once, and an empty one never', () => {
  const point = pointFrom(' At lede gennem forandring\n', [])
  expect(point).toEqual({ ...emptyPoint, what: 'At lede gennem forandring' })
  const there = [{ id: 'a', version: 1, point: point ?? emptyPoint }]
  expect(pointFrom('At lede gennem forandring', there)).toBeUndefined()
  expect(pointFrom(' \n', [])).toBeUndefined()
})

test('a point moves one place, and stays at either end', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
})

test('S3-26 a tick is offered for shared keywords, and for pay where pay is asked about', () => {
  const [q7, q18] = [findQuestion(form, 'q7'), findQuestion(form, 'q18')]
  if (!q7 || !q18) throw new Error('the questions are gone')
  expect(ticksOffered(q7, { score: 5, keywords: 'Godt' })).toEqual({ keywords: true, pay: false })
  expect(ticksOffered(q7, { score: 5, keywords: '' })).toEqual({ keywords: false, pay: false })
  expect(ticksOffered(q7, undefined)).toEqual({ keywords: false, pay: false })
  expect(ticksOffered(q18, undefined)).toEqual({ keywords: false, pay: true })
})

test('S3-23 the topics come as the guide takes them: pay last, then the plan', () => {
  const slugs = topicsOf(form).map(({ slug }) => slug)
  expect(slugs[0]).toBe('indledning')
  expect(slugs.slice(-2)).toEqual(['kompetencer', 'loen'])
  expect(slugs.toSorted()).toEqual(form.steps.map(({ slug }) => slug).toSorted())
  expect(nextTopic(form, 'kompetencer', new Set())?.slug).toBe('loen')
  expect(nextTopic(form, 'loen', new Set())).toBeUndefined()
})

test('the minutes gone fill one stretch after the other, and never more than there is', () => {
  const course = courseOf(form, 75)
  expect(goneIn(course, 0)).toEqual([0, 0, 0, 0, 0])
  expect(goneIn(course, 32)).toEqual([5, 10, 17, 0, 0])
  expect(goneIn(course, 500)).toEqual([5, 10, 40, 5, 15])
})
