import { expect, test } from 'vitest'
import { emptyPoint } from '../../src/domain/point.ts'
import { saySupport, sayWhen } from '../../src/words/papers.ts'

test('when a point is for: its own words, and the day behind them unless they name it', () => {
  const when = (text: string, until: string | null, language: 'da' | 'en' = 'da') =>
    sayWhen({ ...emptyPoint, when: text, until }, language).replaceAll('\u00A0', ' ')
  expect(when('I foråret', null)).toBe('I foråret')
  expect(when('', '2026-11-01')).toBe('Senest den 1. november 2026')
  expect(when('', '2026-11-01', 'en')).toBe('By 1 November 2026')
  expect(when('Før jul', '2026-11-01')).toBe('Før jul\nSenest den 1. november 2026')
  expect(when('Senest den 1. november 2026', '2026-11-01')).toBe('Senest den 1. november 2026')
  expect(when('Senest den 1. november 2026', '2026-11-01', 'en')).toBe('Senest den 1. november 2026')
  expect(when('', null)).toBe('')
})

test('S3-08 support is what the host does, that one manages alone, or both', () => {
  expect(saySupport({ ...emptyPoint, support: 'Sparring' }, 'da')).toBe('Sparring')
  expect(saySupport({ ...emptyPoint, alone: true }, 'da')).toBe('Jeg klarer det selv.')
  expect(saySupport({ ...emptyPoint, alone: true, support: 'Men sig til' }, 'en')).toBe(
    'I manage on my own.\nMen sig til',
  )
  expect(saySupport(emptyPoint, 'da')).toBe('')
})
