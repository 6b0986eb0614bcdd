import { describe, expect, test } from 'vitest'
import { agendaOf } from '../../src/domain/agenda.ts'
import {
  addTheme,
  type Chosen,
  cameLate,
  chipsOfAll,
  moveForward,
  removeTheme,
  sameThemes,
  type Theme,
} from '../../src/domain/themes.ts'
import { gentofteForm } from '../concept/gentofte-2016.ts'

const chip = (id: string): Theme => ({ id: `t-${id}`, chip: id, words: '' })
const own = (words: string): Theme => ({ id: `t-${words.length}-${words[0]}`, chip: '', words })
const ids = (chosen: unknown) =>
  Array.isArray(chosen) ? chosen.map((theme: Theme) => theme.chip || theme.words) : chosen

test('S0-46 what goes to several are words that all their forms have', () => {
  const [mus, lus] = [gentofteForm('mus'), gentofteForm('lus')]
  const both = chipsOfAll([mus, lus]).map(({ id }) => id)
  expect(both).toContain('trivsel')
  expect(both).not.toContain('leg')
  expect(both).not.toContain('ledelse')
  expect(chipsOfAll([lus])).toEqual(lus.themes?.chips)
})

describe('S0-42 choosing themes', () => {
  test('each goes last, and the same one only once, however it is written', () => {
    const two = [chip('ro'), own('Garderoben')]
    expect(ids(addTheme(two, chip('leg')))).toEqual(['ro', 'Garderoben', 'leg'])
    expect(addTheme(two, chip('ro'))).toBe(two)
    expect(addTheme(two, own('garderoben'))).toBe(two)
    expect(addTheme(two, own(''))).toBe(two)
  })

  test('as many as one likes within twenty, each within 80 signs', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => own(`tema ${'x'.repeat(at)}`))
    expect(addTheme(twenty, chip('ro'))).toEqual({ refused: 'too-many' })
    expect(addTheme([], own('æ'.repeat(81)))).toEqual({ refused: 'too-long' })
    expect(addTheme([], own('æ'.repeat(80)))).toHaveLength(1)
  })

  test('one moves forward a place at a time; the first stays first', () => {
    const three = ['ro', 'leg', 'læring'].map(chip)
    expect(ids(moveForward(three, 't-læring'))).toEqual(['ro', 'læring', 'leg'])
    expect(moveForward(three, 't-ro')).toBe(three)
    expect(moveForward(three, 't-no')).toBe(three)
    expect(ids(removeTheme(three, 't-leg'))).toEqual(['ro', 'læring'])
    expect(sameThemes(three, moveForward(three, 't-leg'))).toBe(false)
  })
})

describe('the talk’s agenda', () => {
  const said = (participant: Chosen, host: Chosen) => {
    const { first, ifTime } = agendaOf({ participant, host })
    return { first: ids(first.map(({ theme }) => theme)), ifTime: ids(ifTime.map(({ theme }) => theme)) }
  }

  test('S0-42 begins with the first two of each, the led person’s first', () => {
    const hers = ['ro', 'leg', 'nærvær'].map(chip)
    const his = [own('Makkerskab'), own('Stuen'), own('Ferie')]
    expect(said(hers, his)).toEqual({
      first: ['ro', 'leg', 'Makkerskab', 'Stuen'],
      ifTime: ['nærvær', 'Ferie'],
    })
    expect(said([], his).first).toEqual(['Makkerskab', 'Stuen'])
  })

  test('a theme both bring stands once, in the name of both', () => {
    const { first, ifTime } = agendaOf({
      participant: ['ro', 'leg', 'omsorg'].map(chip),
      host: ['omsorg', 'ro'].map(chip),
    })
    expect(ids(first.map(({ theme }) => theme))).toEqual(['ro', 'leg', 'omsorg'])
    expect(first.map(({ by }) => by.length)).toEqual([2, 1, 2])
    expect(ifTime).toEqual([])
  })
})

test('S0-46 themes sent on the talk’s own day came late, the evening before they did not', () => {
  const talk = new Date('2026-04-14T11:00:00Z')
  expect(cameLate(new Date('2026-04-13T21:59:00Z'), talk)).toBe(false)
  expect(cameLate(new Date('2026-04-13T22:01:00Z'), talk)).toBe(true)
})
