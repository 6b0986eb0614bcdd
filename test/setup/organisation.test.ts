import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnNames } from '../../src/domain/organisation/columns.ts'
import { readOrganisation } from '../../src/domain/organisation/reading.ts'
import { withAdministrator } from '../../src/domain/organisation.ts'
import {
  counted,
  faultsOf,
  head,
  hostsOf,
  organisationOf,
  read,
  rowsOf,
  small,
  today,
  withRows,
} from './rows.ts'

describe('a file becomes an organisation', () => {
  test('units stand in a tree, people in posts, and each has a host', () => {
    const made = organisationOf(read(small))
    const [børn, kløvervangen] = made.units
    expect(made.units.map(unit => unit.name)).toEqual(['Børn', 'Kløvervangen'])
    expect(kløvervangen?.parent).toBe(børn?.id)
    expect(børn?.parent).toBeNull()
    expect(made.people.map(person => person.name)).toEqual(['Anders', 'Lone', 'Maja'])
    expect(made.posts.map(post => post.title)).toEqual(['Chef', 'Leder', 'Pædagog'])
    expect(hostsOf(read(small))).toEqual(['Anders → Lone', 'Lone → Maja'])
  })

  test('columns come in any order and by the names people give them, also in English', () => {
    const reading = read(`
      Manager | Start date | E-mail | FULL NAME | Unit | Parent unit | Employee no. | Job title | End date | Language | Role
      | 01-02-2020 | Anders@Lyngsoe.Example | Anders | Børn | | 1 | Chef | | en | HR
      anders@lyngsoe.example | 2021-03-01 | | Lone | Kløvervangen | Børn | 2 | Leder | 2027-01-01 | | TR, amr`)
    const made = organisationOf(reading)
    expect(made.people).toMatchObject([
      { number: '1', name: 'Anders', address: 'anders@lyngsoe.example', language: 'en' },
      { number: '2', name: 'Lone', address: null, language: 'da' },
    ])
    expect(made.posts).toMatchObject([
      { startsOn: '2020-02-01', endsOn: null },
      { startsOn: '2021-03-01', endsOn: '2027-01-01' },
    ])
    expect(made.duties.map(({ duty, unit }) => [duty, unit])).toEqual([
      ['hr', null],
      ['tr', made.units[1]?.id],
      ['amr', made.units[1]?.id],
    ])
    expect(hostsOf(reading)).toEqual(['Anders → Lone'])
  })

  test('the heads that payroll and staff systems write are known', () => {
    const reading = read(`
      Medarb.nr. | Navn | E-mail | Afdeling | Overordnet afdeling | Stillingsbetegnelse | Nærmeste leders nr. | Ansat d. | Fratrædelsesdato
      1 | Anders | | Børn | | Chef | | 01-02-2020 |
      2 | Lone | | Kløvervangen | Børn | Leder | 1 | 01-03-2021 | 01-01-2027`)
    expect(organisationOf(reading).posts.map(post => post.startsOn)).toEqual(['2020-02-01', '2021-03-01'])
    expect(organisationOf(reading).units.map(unit => unit.parent !== null)).toEqual([false, true])
    expect(hostsOf(reading)).toEqual(['Anders → Lone'])
  })

  test('one person may have several posts, each with its own host', () => {
    const reading = withRows(
      '1 | Anders | a@l.example | Børn | | Chef | ingen',
      '2 | Lone | l@l.example | Kløvervangen | Børn | Leder | 1',
      '3 | Rikke | r@l.example | Engvejen | Børn | Leder | 1',
      '4 | Maja | m@l.example | Kløvervangen | | Pædagog | 2',
      '4 | Maja | | Engvejen | | Musikpædagog | 3',
    )
    const made = organisationOf(reading)
    expect(made.people).toHaveLength(4)
    expect(made.posts).toHaveLength(5)
    expect(hostsOf(reading).slice(2)).toEqual(['Lone → Maja', 'Rikke → Maja'])
  })

  test('a hosting lasts as long as both posts do, and ends on the first day without', () => {
    const reading = read(`
      ${head} | startdato | slutdato
      1 | Anders | a@l.example | Børn | | Chef | ingen | 01-01-2020 | 01-06-2027
      2 | Lone | l@l.example | Kløvervangen | Børn | Leder | 1 | 01-08-2021 | 01-01-2028`)
    expect(organisationOf(reading).hostings).toMatchObject([{ startsOn: '2021-08-01', endsOn: '2027-06-01' }])
  })

  test('a row without a start date begins today, and one that has ended had its last day', () => {
    const reading = read(`
      ${head} | slutdato
      1 | Anders | a@l.example | Børn | | Chef | ingen |
      2 | Lone | l@l.example | Børn | | Leder | ingen | 01-02-2026`)
    expect(organisationOf(reading).posts).toMatchObject([
      { startsOn: today, endsOn: null },
      { startsOn: '2026-01-31', endsOn: '2026-02-01' },
    ])
  })

  test('cells are cleaned: unseen characters go, line breaks and runs of spaces become one space', () => {
    const rows = rowsOf(small)
    const anders = rows[1] ?? []
    anders[1] = ' Anders\u200B  Vestergaard\nRiis '
    const reading = readOrganisation(rows, counted())
    expect(organisationOf(reading).people[0]?.name).toBe('Anders Vestergaard Riis')
  })

  test('rows without a word are passed over and the others keep their numbers', () => {
    const reading = readOrganisation([[''], ...rowsOf(small), ['', ' '], ['9', '']], counted())
    expect(faultsOf(reading)).toEqual(['name', 'unit', 'title'].map(column => `7 ${column} cell-empty`))
  })
})

describe('what is good to know before it is made', () => {
  test('a shared mailbox, an empty address, somebody without a host, a column we do not use', () => {
    const reading = read(`
      ${head} | lokale
      1 | Anders | hus@l.example | Børn | | Chef | | A1
      2 | Lone | HUS@l.example | Børn | | Leder | 1 |
      3 | Bent | | Børn | | Køkken | 1 |`)
    expect(reading.warnings).toEqual([
      { rule: 'column-unused', heads: ['lokale'] },
      { rule: 'mailbox-shared', address: 'hus@l.example', names: ['Anders', 'Lone'] },
      { rule: 'no-address', names: ['Bent'] },
      { rule: 'no-host', names: ['Anders'] },
    ])
  })
})

describe('the administrator', () => {
  const given = { newId: () => 'new', today }
  const appoint = (address: string) =>
    withAdministrator(organisationOf(read(small)), { name: 'Eva', address, language: 'da' }, given)

  test('somebody in the file gets the duty', () => {
    const made = appoint('anders@lyngsoe.example')
    if ('refused' in made) throw new Error(made.refused)
    expect(made.administrator.name).toBe('Anders')
    expect(made.organisation.people).toHaveLength(3)
    expect(made.organisation.duties).toEqual([
      {
        id: 'new',
        person: made.administrator.id,
        unit: null,
        duty: 'administrator',
        startsOn: today,
        endsOn: null,
      },
    ])
  })

  test('somebody else becomes a person with that duty and no post', () => {
    const made = appoint('eva@it.example')
    if ('refused' in made) throw new Error(made.refused)
    expect(made.administrator).toMatchObject({
      name: 'Eva',
      number: 'administrator',
      address: 'eva@it.example',
    })
    expect(made.organisation.people).toHaveLength(4)
    expect(made.organisation.posts).toHaveLength(3)
  })

  test('an address two people share cannot be it', () => {
    const shared = organisationOf(
      withRows('1 | A | hus@l.example | Børn | | X | ingen', '2 | B | hus@l.example | Børn | | Y | ingen'),
    )
    expect(withAdministrator(shared, { name: 'A', address: 'hus@l.example', language: 'da' }, given)).toEqual(
      {
        refused: 'address-shared',
      },
    )
  })
})

test('whatever stands in the cells, the rules give an organisation or faults, and every row they name is there', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '1',
      '2',
      'Børn',
      'Skole',
      'a@l.example',
      'ingen',
      '',
      '01-02-2026',
      'hr',
      'da',
      '__proto__',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const table = fc.array(fc.array(word, { minLength: 0, maxLength: 13 }), { maxLength: 8 })
  const heads = fc.shuffledSubarray(
    [
      'nummer',
      'navn',
      'fornavn',
      'efternavn',
      'team',
      'personalegruppe',
      'mail',
      'enhed',
      'overenhed',
      'stilling',
      'leder',
      'startdato',
      'slutdato',
      'sprog',
      'rolle',
    ],
    { minLength: columnNames.length },
  )
  fc.assert(
    fc.property(heads, table, (names, rows) => {
      const reading = readOrganisation([names, ...rows], counted())
      if ('faults' in reading) {
        expect(reading.faults.length).toBeGreaterThan(0)
        for (const fault of reading.faults) expect(fault.row <= rows.length + 1 && fault.row >= 1).toBe(true)
      } else expect(organisationOf(reading).posts.length).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
})
