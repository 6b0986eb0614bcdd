// What a form is checked for before it can be used: each check is seen refusing.

import { describe, expect, test } from 'vitest'
import type { Aim, Concept, Form, Kind } from '../../src/domain/concept.ts'
import { conceptFaults } from '../../src/domain/concept-faults.ts'
import { kindFor } from '../../src/domain/kind.ts'
import { gentofteConcept, gentofteForm } from './gentofte-2016.ts'
import { lusConcept } from './lus-2019.ts'

const concept = gentofteConcept()

const changed = (kind: Kind, change: (form: Form) => Form): Concept => ({
  ...concept,
  kinds: { ...concept.kinds, [kind]: change(gentofteForm(kind)) },
})

const rulesOf = (given: Concept) => conceptFaults(given).map(({ rule, path }) => `${path[1]} ${rule}`)

/** The form without an aim: its sections stand, but none is there to bring it about. */
const without =
  (aim: Aim) =>
  (form: Form): Form => ({
    ...form,
    sections: form.sections.map(each => ({ ...each, aims: each.aims?.filter(one => one !== aim) ?? [] })),
  })

const needed: readonly (readonly [id: string, kind: Kind, aim: Aim, rule: string])[] = [
  ['S0-02', 'mus', 'effort', 'carries-the-person'],
  ['S0-02', 'mus', 'position', 'carries-the-person'],
  ['S0-02', 'mus', 'development', 'carries-the-person'],
  ['S0-04', 'grus', 'effort', 'carries-the-person'],
  ['S0-04', 'grus', 'position', 'carries-the-person'],
  ['S0-04', 'grus', 'development', 'carries-the-person'],
  ['S0-03', 'lus', 'institution', 'carries-the-institution'],
  ['S0-03', 'lus', 'position', 'carries-the-leading'],
  ['S0-55', 'lus', 'leadership-tasks', 'carries-the-leading'],
  ['S0-55', 'lus', 'responsibilities', 'carries-the-leading'],
  ['S0-55', 'lus', 'effort', 'carries-the-leading'],
  ['S0-55', 'lus', 'development', 'carries-the-leading'],
  ['S0-11', 'mus', 'wellbeing', 'carries-wellbeing'],
  ['S0-12', 'lus', 'wellbeing', 'carries-wellbeing'],
  ['S0-13', 'grus', 'wellbeing', 'carries-wellbeing'],
  ['S0-07', 'mus', 'tasks-now', 'carries-tasks-and-competences'],
  ['S0-07', 'mus', 'tasks-ahead', 'carries-tasks-and-competences'],
  ['S0-18', 'lus', 'competences', 'carries-tasks-and-competences'],
  ['S0-15', 'mus', 'expectations', 'carries-expectations'],
  ['S0-16', 'mus', 'cooperation', 'carries-the-cooperation'],
  ['S0-16', 'lus', 'cooperation', 'carries-the-cooperation'],
  ['S0-17', 'mus', 'children', 'carries-the-children'],
]

test('the concept as it stands passes every check', () => {
  expect(rulesOf(concept)).toEqual([])
})

test.each(needed)('%s a %s without a section on %s is refused', (_, kind, aim, rule) => {
  expect(rulesOf(changed(kind, without(aim)))).toContain(`${kind} ${rule}`)
})

test('the LUS of a nearest leader has a source of its own and is not asked for these', () => {
  expect(conceptFaults(lusConcept())).toEqual([])
})

describe('what else a form of these kinds is refused for', () => {
  test('S0-41 a short preparation that is no step, or not of two questions', () => {
    const short = (step: string) =>
      changed('mus', form => ({ ...form, short: { step, lead: { da: 'a', en: 'a' } } }))
    expect(rulesOf(short('kort'))).toEqual([])
    expect(rulesOf(short('findes-ikke'))).toEqual(['mus short-step-asks-two'])
    expect(rulesOf(short('samarbejde'))).toEqual(['mus short-step-asks-two'])
  })

  test('S0-19 an outcome for the job description without an open question on it', () => {
    expect(rulesOf(changed('mus', without('position')))).toContain('mus job-description-is-asked')
  })

  test('S0-14 two themes by one name', () => {
    const twice = changed('lus', form => {
      const { chips = [], hope = { da: 'a', en: 'a' } } = form.themes ?? {}
      return { ...form, themes: { chips: [...chips, ...chips.slice(0, 1)], hope } }
    })
    expect(rulesOf(twice)).toEqual(['lus one-name-once'])
  })

  test('S0-21 two tools by one name', () => {
    const tools = [...(concept.tools ?? []), ...(concept.tools ?? []).slice(0, 1)]
    expect(conceptFaults({ ...concept, tools }).map(({ rule }) => rule)).toEqual(['tool-once'])
  })

  test('S0-23 a GRUS by the form of the MUS that asks something else', () => {
    const other = changed('grus', form => ({
      ...form,
      sections: form.sections.map((section, at) =>
        at === 5
          ? {
              ...section,
              questions: section.questions.map(({ readerWord: _, ...q }) => ({ ...q, about: 'work' })),
            }
          : section,
      ),
    }))
    expect(rulesOf(other)).toEqual(['grus same-questions'])
    const { mus: _, ...kinds } = concept.kinds
    expect(rulesOf({ ...concept, kinds })).toEqual(['grus same-questions'])
  })

  test('S3-04 topics without a head over them, and a head over none', () => {
    const head = { da: 'Emner' }
    expect(
      rulesOf(changed('mus', form => ({ ...form, letter: { ...form.letter, topicsHead: head } }))),
    ).toContain('mus topics-have-a-head')
    expect(
      rulesOf(changed('mus', form => ({ ...form, letter: { ...form.letter, topics: [head] } }))),
    ).toContain('mus topics-have-a-head')
  })
})

describe('which talk somebody has', () => {
  test.each([
    ['an employee has MUS with their leader', 'employee', false, 'mus'],
    ['a leader within the house has MUS too', 'leader', false, 'mus'],
    ['the leader of the house has LUS with the chair', 'leader-of-house', true, 'lus'],
    ['and no talk with whoever leads them from a post', 'leader-of-house', false, undefined],
  ] as const)('S0-08 %s', (_, as, byDuty, kind) => {
    expect(kindFor(concept, { as, byDuty })).toBe(kind)
  })

  test('S3-03 in a concept for leaders alone everybody in it has LUS with the nearest leader', () => {
    expect(kindFor(lusConcept(), { as: 'leader', byDuty: false })).toBe('lus')
    expect(kindFor(lusConcept(), { as: 'employee', byDuty: false })).toBe('lus')
  })

  test('with nearest leaders and both forms, who leads others has LUS and who does not has MUS', () => {
    const both = {
      ...concept,
      kinds: { ...concept.kinds, lus: { ...gentofteForm('lus'), host: 'nearest-leader' } },
    } as const
    expect(kindFor(both, { as: 'leader', byDuty: false })).toBe('lus')
    expect(kindFor(both, { as: 'employee', byDuty: false })).toBe('mus')
  })
})
