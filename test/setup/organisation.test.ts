import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnNames } from '../../src/domain/organisation/columns.ts'
import { readOrganisation } from '../../src/domain/organisation/reading.ts'
import { withAdministrator } from '../../src/domain/organisation.ts'
import { counted, faultsOf, head, hostsOf, organisationOf, read, rowsOf, today } from './rows.ts'

const small = `
  ${head}
  1 | Anders | anders@lyngsoe.example | Børn | | Chef | ingen
  2 | Lone | lone@lyngsoe.example | Kløvervangen | Børn | Leder | 1
  3 | Maja | maja@lyngsoe.example | Kløvervangen | Børn | Pædagog | 2`

const withRows = (...rows: string[]) => read([head, ...rows].join('\n'))

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

describe('S3-03 the host is the nearest leader from the tree of units', () => {
  const tree = (leader: { lone: string; maja: string }) =>
    withRows(
      '1 | Anders | a@l.example | Børn | | Chef | ingen',
      '2 | Hanne | h@l.example | Børn | | Konsulent | 1',
      `3 | Lone | l@l.example | Kløvervangen | Børn | Leder | ${leader.lone}`,
      '4 | Birthe | b@l.example | Kløvervangen | Børn | Souschef | 3',
      `5 | Maja | m@l.example | Kløvervangen | Børn | Pædagog | ${leader.maja}`,
    )

  test('an empty cell is filled from the unit itself, and for its leader from the unit above', () => {
    const reading = tree({ lone: '', maja: '' })
    expect(hostsOf(reading)).toEqual(['Anders → Hanne', 'Lone → Birthe', 'Anders → Lone', 'Lone → Maja'])
    expect(reading.warnings).toEqual([
      {
        rule: 'host-found',
        pairs: [
          { name: 'Lone', host: 'Anders' },
          { name: 'Maja', host: 'Lone' },
        ],
      },
    ])
  })

  test('"ingen" is nobody, and a named leader goes before the tree', () => {
    expect(hostsOf(tree({ lone: 'ingen', maja: '4' }))).toEqual([
      'Anders → Hanne',
      'Lone → Birthe',
      'Birthe → Maja',
    ])
  })

  test('two who lead side by side are not chosen between: nobody is found, and it is said', () => {
    const reading = withRows(
      '1 | Lone | l@l.example | Kløvervangen | | Leder | ingen',
      '2 | Rikke | r@l.example | Kløvervangen | | Leder | ingen',
      '3 | Maja | m@l.example | Kløvervangen | | Pædagog | 1',
      '4 | Naja | n@l.example | Kløvervangen | | Pædagog | 2',
      '5 | Ole | o@l.example | Kløvervangen | | Pædagog |',
    )
    expect(hostsOf(reading)).toEqual(['Lone → Maja', 'Rikke → Naja'])
    expect(reading.warnings).toEqual([{ rule: 'no-host', names: ['Ole'] }])
  })

  test('a board chair hosts the leader and is nobody’s nearest leader', () => {
    const reading = read(`
      ${head} | rolle
      1 | Karen | k@l.example | Kløvervangen | | Bestyrelsesformand | | formand
      2 | Lone | l@l.example | Kløvervangen | | Leder | 1 |
      3 | Maja | m@l.example | Kløvervangen | | Pædagog | 2 |
      4 | Ole | o@l.example | Kløvervangen | | Pædagog | |`)
    expect(hostsOf(reading)).toEqual(['Karen → Lone', 'Lone → Maja', 'Lone → Ole'])
  })

  test('a leader of two houses hosts from the post nearest to the participant', () => {
    const reading = withRows(
      '1 | Anders | a@l.example | Børn | | Chef | ingen',
      '2 | Lone | l@l.example | Kløvervangen | Børn | Leder | 1',
      '2 | Lone | l@l.example | Engvejen | Børn | Konstitueret leder | 1',
      '3 | Ole | o@l.example | Engvejen | Børn | Pædagog | 2',
    )
    const { hostings, posts } = organisationOf(reading)
    const hosting = hostings.at(-1)
    expect(posts.find(post => post.id === hosting?.hostPost)?.title).toBe('Konstitueret leder')
  })
})

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
      'an end comes before the start',
      `${head} | startdato | slutdato\n${anders} | 01-02-2026 | 31-01-2026`,
      '2 endsOn ends-before-start',
    ],
    ['a language is unknown', `${head} | sprog\n${anders} | constructor`, '2 language language-unknown'],
    ['a duty is unknown', `${head} | rolle\n${anders} | hr, konge`, '2 duty duty-unknown'],
  ])('%s', (_what, text, fault) => {
    expect(faultsOf(read(text))).toEqual([fault])
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
          Array.from({ length: 10_001 }, () => ['x']),
          counted(),
        ),
      ),
    ).toEqual(['10000  too-many-rows'])
  })

  test('a ring of hosts names everybody in it', () => {
    const reading = withRows(
      '1 | Anders | a@l.example | Børn | | Chef | 3',
      '2 | Lone | l@l.example | Børn | | Leder | 1',
      '3 | Maja | m@l.example | Børn | | Pædagog | 2',
      '4 | Ole | o@l.example | Børn | | Pædagog | 2',
    )
    expect('faults' in reading && reading.faults).toEqual([
      { rule: 'host-ring', row: 2, names: ['Anders', 'Maja', 'Lone'], column: 'leader', head: 'leder' },
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
    const reading = read(small, { ...counted(), taken: new Set(['lone@lyngsoe.example']) })
    expect(faultsOf(reading)).toEqual(['3 address address-taken'])
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

  test('no fault ever carries what stood in the cell', () => {
    const reading = read(`${head}\n1 | Anders | hemmelig-adresse | Børn | | Chef | hemmelig-leder`)
    expect(faultsOf(reading)).toHaveLength(2)
    expect(JSON.stringify(reading)).not.toContain('hemmelig')
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
      } else expect(reading.organisation.posts.length).toBeGreaterThan(0)
    }),
    { numRuns: 150 },
  )
})
