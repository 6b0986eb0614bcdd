import { expect, test } from 'vitest'
import type { Conversation } from '../../src/domain/conversation.ts'
import { type Mine, nextStep, urgencyOf } from '../../src/domain/next-step.ts'
import { heldTalk } from '../closing/held-talk.ts'

// Which of several conversations a leader's Min side is about, and the host's list begins with.

const now = new Date('2026-04-14T11:30:00Z')
const mine: Mine = { begun: true, shared: true }
const closed: Conversation = { ...heldTalk, status: 'closed' }
const followUp = (dueOn: string) => ({
  ...{ id: 'f1', status: 'wanted' as const, askedBy: heldTalk.participant.id, askedOn: '2026-04-01', dueOn },
  ...{ startsAt: null, calendarSequence: 0, saidBy: null, saidOn: null, heldOn: null, closedWeeks: null },
  offered: 0,
})
const inTime = urgencyOf(closed, { ...mine, followUp: followUp('2026-04-14') }, now)
const late = urgencyOf(closed, { ...mine, followUp: followUp('2026-04-13') }, now)
const talking: Conversation = { ...heldTalk, status: 'talking', heldOn: null }

test('T16 a follow-up whose day has gone comes before one in time, for the host who is to hold it', () => {
  expect(late).toBeLessThan(inTime)
  const theirs: Conversation = { ...closed, role: 'participant' }
  const waits = urgencyOf(theirs, { ...mine, followUp: followUp('2026-04-13') }, now)
  expect(waits).toBeGreaterThan(inTime)
})

test('a talk of today stands as one to begin, also while there is time to prepare for it', () => {
  const agreed: Conversation = {
    ...heldTalk,
    status: 'agreed',
    heldOn: null,
    startsAt: new Date('2026-04-14T13:00:00Z'),
  }
  const unready: Mine = { begun: false, shared: false }
  const held: Conversation = { ...heldTalk, status: 'held' }
  expect(nextStep(agreed, unready, now)).toBe('prepare')
  expect(nextStep(agreed, { ...unready, shared: true }, now)).toBe('begin')
  expect(nextStep(agreed, unready, new Date('2026-04-14T12:00:00Z'))).toBe('begin')
  expect(urgencyOf(agreed, unready, now)).toBeLessThan(urgencyOf(held, unready, now))
  expect(urgencyOf(agreed, unready, new Date('2026-04-13T11:30:00Z'))).toBeGreaterThan(
    urgencyOf(held, unready, now),
  )
})

test('a talk under way today comes before all, and one that was left another day does not', () => {
  expect(urgencyOf(talking, mine, now)).toBeLessThan(late)
  expect(urgencyOf(talking, mine, new Date('2026-04-15T11:30:00Z'))).toBeGreaterThan(late)
  const moved = {
    ...talking,
    startsAt: new Date('2026-04-10T11:00:00Z'),
    begunAt: new Date('2026-04-14T11:00:00Z'),
  }
  expect(urgencyOf(moved, mine, now)).toBeLessThan(late)
})
