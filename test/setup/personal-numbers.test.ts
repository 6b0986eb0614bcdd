import { describe, expect, test } from 'vitest'
import { readOrganisation } from '../../src/domain/organisation/reading.ts'
import { counted, faultsOf, head, read } from './rows.ts'

describe('civil registration numbers are refused', () => {
  const cpr = [
    '010190-1234',
    '0101901234',
    '010190 1234',
    '01 01 90 1234',
    '01.01.90-1234',
    'Cpr: 010190-1234',
  ]

  test.each(cpr)('in whatever way they are written: %s', value => {
    const reading = read(`${head} | telefon\n1 | Anders | | Børn | | Chef | ingen | ${value}`)
    expect(reading).toEqual({
      faults: [{ rule: 'personal-number', row: 2, head: 'telefon' }],
      warnings: [],
    })
  })

  test.each(['CPR', 'cpr-nr.', 'Personnummer', 'Social security no'])('by the head alone: %s', name => {
    expect(faultsOf(read(`${head} | ${name}\n1 | Anders | | Børn | | Chef | ingen |`))).toEqual([
      '1  personal-number',
    ])
  })

  test('a file without heads does not show the number as a head', () => {
    const reading = readOrganisation([['010190-1234', 'Anders']], counted())
    expect(JSON.stringify(reading)).not.toContain('1234')
    expect(faultsOf(reading)).toEqual(['1  personal-number'])
  })

  test('phones, dates and numbers of other kinds pass', () => {
    const reading = read(`${head} | telefon | startdato
      10234 | Anders | | Børn | | Chef | ingen | +45 12 34 56 78 | 01-01-2026`)
    expect(faultsOf(reading)).toEqual([])
  })

  test('what is only like one is not repeated in a fault', () => {
    const reading = read(`${head}\n1 | Anders | 310290-1234 | Børn | | Chef | 99 99 99-1234`)
    expect(faultsOf(reading)).toHaveLength(2)
    expect(JSON.stringify(reading)).not.toContain('1234')
  })
})
