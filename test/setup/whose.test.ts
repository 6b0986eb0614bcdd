import { expect, test } from 'vitest'
import { excerptOf } from '../../src/domain/organisation/whose.ts'
import { head, read } from './rows.ts'

/** Each fault as "row who: what stands there". */
const toldOf = (text: string) => {
  const reading = read(text)
  return 'faults' in reading
    ? reading.faults.map(({ row, who = '', value = '' }) => `${row} ${who}: ${value}`)
    : []
}

test('S0-06 a fault says whose row it is and what stands in the cell', () => {
  expect(
    toldOf(`
      ${head} | startdato
      1 | Anders Riis | anders.riis | Børn | | Chef | ingen | 31-02-2026
      2 | | l@l.example | Børn | | Leder | 77 |
      | Maja Vind | m@l.example | Børn | | | 1 |
      | | | Øde | Nord | | |`),
  ).toEqual([
    '2 Anders Riis: anders.riis',
    '2 Anders Riis: 31-02-2026',
    '3 2: ',
    '4 Maja Vind: ',
    '4 Maja Vind: ',
    '5 Øde: Nord',
  ])
})

test('by the number where the name is what is wrong, and by both names of two columns', () => {
  expect(toldOf(`${head}\n7 | ${'å'.repeat(121)} | | Børn | | Chef | ingen`)).toEqual([
    `2 7: ${'å'.repeat(39)}…`,
  ])
  const apart = 'nummer | fornavn | efternavn | mail | enhed | stilling | leder'
  expect(toldOf(`${apart}\n7 | Åse | Holm | åse | Børn | Chef | ingen`)).toEqual(['2 Åse Holm: åse'])
})

test('faults of the heads, and of a head that stands again, are nobody’s', () => {
  expect(toldOf('nummer | navn | mail\n1 | Anders | ')).toEqual(['1 : ', '1 : ', '1 : '])
  expect(toldOf(`${head}\n1 | Anders | | Børn | | Chef | ingen\n${head}`)).toEqual(['3 : '])
})

test.each([
  ['310290-1234', '••••••-••••'],
  ['Åse 99 99 99 1234.', 'Åse ••••••-••••.'],
  ['0000000000', '••••••-••••'],
  ['01-02-2026', '01-02-2026'],
  ['An\u0007ders\nRiis', 'An\uFFFDders Riis'],
  ['\u202Eabc', 'abc'],
  ['x'.repeat(1e6), `${'x'.repeat(39)}…`],
  ['😀'.repeat(41), `${'😀'.repeat(39)}…`],
  [`${'x'.repeat(32)}310290-1234`, `${'x'.repeat(32)}••••••-…`],
])('%s is shown short, in one line, and like a CPR number not at all', (text, shown) => {
  expect(excerptOf(text)).toBe(shown)
})
