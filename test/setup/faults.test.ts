import { describe, expect, test } from 'vitest'
import { readOrganisation } from '../../src/domain/organisation/reading.ts'
import { takenIn } from '../../src/pages/setup/judgement.ts'
import { counted, faultsOf, head, organisationOf, read, small, withRows } from './rows.ts'

describe('every fault is told by row and column', () => {
  const anders = '1 | Anders | a@l.example | Børn | | Chef | ingen'

  test.each([
    [
      'a column is missing',
      'nummer | navn | mail | enhed | stilling\n1 | Anders | | Børn | Chef',
      '1 leader column-missing',
    ],
    ['a column stands twice', `${head} | e-mail\n${anders} | b@l.example`, '1 address column-twice'],
    ['the head stands again', `${head}\n${anders}\n${head}`, '3  head-again'],
    ['nobody stands in it', head, '1  no-people'],
    ['a row has more cells than heads', `${head}\n${anders} | more`, '2  more-cells-than-heads'],
    [
      'a required cell is empty',
      `${head}\n${anders}\n2 | | b@l.example | Børn | | Leder | 1`,
      '3 name cell-empty',
    ],
    [
      'a cell has control characters',
      `${head}\n1 | An\u0007ders | | Børn | | Chef | ingen`,
      '2 name control-character',
    ],
    ['a name is too long', `${head}\n1 | ${'å'.repeat(121)} | | Børn | | Chef | ingen`, '2 name too-long'],
    [
      'an address is none',
      `${head}\n1 | Anders | anders.lyngsoe.example | Børn | | Chef | ingen`,
      '2 address not-an-address',
    ],
    ['a leader is unknown', `${head}\n1 | Anders | | Børn | | Chef | 77`, '2 leader leader-unknown'],
    ['somebody hosts themselves', `${head}\n1 | Anders | | Børn | | Chef | 1`, '2 leader leader-itself'],
    [
      'a mail names two people',
      `${head}\n${anders}\n2 | Bo | a@l.example | Børn | | Vikar | ingen\n3 | Ib | | Børn | | Vikar | a@l.example`,
      '4 leader leader-of-two',
    ],
    [
      'a number names two people',
      `${head}\n${anders}\n1 | Bo | | Børn | | Vikar | ingen`,
      '3 number number-of-two',
    ],
    [
      'a person has two addresses',
      `${head}\n${anders}\n1 | Anders | b@l.example | Børn | | Vikar | ingen`,
      '3 address two-addresses',
    ],
    ['a row stands twice', `${head}\n${anders}\n${anders}`, '3  row-twice'],
    ['a parent is unknown', `${head}\n1 | Anders | | Børn | Skole | Chef | ingen`, '2 parent parent-unknown'],
    [
      'a unit is its own parent',
      `${head}\n1 | Anders | | Børn | børn | Chef | ingen`,
      '2 parent parent-itself',
    ],
    [
      'a unit has two parents',
      `${head}\n${anders}\n2 | Bo | | Skole | | Vikar | 1\n3 | Ib | | Klub | Børn | Vikar | 1\n4 | Ea | | Klub | Skole | Vikar | 1`,
      '5 parent two-parents',
    ],
    ['a start is no date', `${head} | startdato\n${anders} | snart`, '2 startsOn date-unreadable'],
    ['a year has two digits', `${head} | startdato\n${anders} | 01-02-26`, '2 startsOn date-year-unclear'],
    [
      'a day is not in the calendar',
      `${head} | startdato\n${anders} | 31-02-2026`,
      '2 startsOn date-not-in-calendar',
    ],
    [
      'an end leaves no day',
      `${head} | startdato | slutdato\n${anders} | 01-02-2026 | 01-02-2026`,
      '2 endsOn ends-before-start',
    ],
    ['a language is unknown', `${head} | sprog\n${anders} | constructor`, '2 language language-unknown'],
    ['a duty is unknown', `${head} | rolle\n${anders} | hr, konge`, '2 duty duty-unknown'],
  ])('%s', (_what, text, fault) => {
    expect(faultsOf(read(text))).toEqual([fault])
  })

  test('an unknown parent is told in each row that says it, so that nobody mends one a time', () => {
    const reading = withRows(
      '1 | Anders | a@l.example | Børn | Skole | Chef | ingen',
      '2 | Bo | b@l.example | Børn | | Vikar | 1',
      '3 | Ib | i@l.example | Børn | SKOLE | Vikar | 1',
    )
    expect(faultsOf(reading)).toEqual(['2 parent parent-unknown', '4 parent parent-unknown'])
  })

  test('a file without a word is empty', () => {
    expect(faultsOf(readOrganisation([], counted()))).toEqual(['1  empty'])
    expect(faultsOf(readOrganisation([['', ' '], ['']], counted()))).toEqual(['1  empty'])
  })

  test('very wide and very long files are refused before they are read', () => {
    expect(faultsOf(readOrganisation([Array.from({ length: 51 }, () => 'x')], counted()))).toEqual([
      '1  too-many-columns',
    ])
    expect(
      faultsOf(
        readOrganisation(
          Array.from({ length: 101 }, () => ['x']),
          { ...counted(), mostRows: 100 },
        ),
      ),
    ).toEqual(['100  too-many-rows'])
  })

  test('a ring of hosts names everybody in it', () => {
    const reading = withRows(
      '4 | Ole | o@l.example | Børn | | Pædagog | 2',
      '1 | Anders | a@l.example | Børn | | Chef | 3',
      '2 | Lone | l@l.example | Børn | | Leder | 1',
      '3 | Maja | m@l.example | Børn | | Pædagog | 2',
    )
    expect('faults' in reading && reading.faults).toEqual([
      {
        rule: 'host-ring',
        row: 3,
        names: ['Lone', 'Anders', 'Maja'],
        column: 'leader',
        head: 'leder',
        who: 'Anders',
        value: '3',
      },
    ])
  })

  test('a ring of units names all of them', () => {
    const reading = withRows(
      '1 | Anders | a@l.example | Børn | Klub | Chef | ingen',
      '2 | Lone | l@l.example | Skole | Børn | Leder | 1',
      '3 | Maja | m@l.example | Klub | Skole | Pædagog | 2',
    )
    expect('faults' in reading && reading.faults).toMatchObject([
      { rule: 'unit-ring', row: 2, names: ['Børn', 'Klub', 'Skole'] },
    ])
  })

  test('a leader who was there at another time cannot host', () => {
    const reading = read(`
      ${head} | startdato | slutdato
      1 | Anders | a@l.example | Børn | | Chef | ingen | 01-01-2020 | 01-01-2025
      2 | Lone | l@l.example | Børn | | Leder | 1 | 01-01-2025 |`)
    expect(faultsOf(reading)).toEqual(['3 leader leader-at-other-time'])
  })

  test('an address of somebody elsewhere in the installation is refused: two who carry it would both be shut out', () => {
    const organisation = organisationOf(read(small))
    const faults = takenIn({ organisation, rows: [2, 3, 4], heads: [] }, new Set(['lone@lyngsoe.example']))
    expect(faultsOf({ faults, warnings: [] })).toEqual(['3 address address-taken'])
  })

  test('all faults come at once, in the order of the rows', () => {
    const reading = withRows(
      '1 | Anders | nix | Børn | | Chef | 9',
      '2 | | l@l.example | Skole | Nord | Leder | 1',
    )
    expect(faultsOf(reading)).toEqual([
      '2 address not-an-address',
      '2 leader leader-unknown',
      '3 name cell-empty',
      '3 parent parent-unknown',
    ])
  })

  test('a name in the head that an object has of its own is only a name', () => {
    const reading = read(`${head} | __proto__ | constructor\n1 | Anders | | Børn | | Chef | ingen | x | y`)
    expect(reading.warnings[0]).toEqual({ rule: 'column-unused', heads: ['__proto__', 'constructor'] })
  })
})
