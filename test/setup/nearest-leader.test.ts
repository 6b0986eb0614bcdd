import { describe, expect, test } from 'vitest'
import { faultsOf, head, hostsOf, organisationOf, read, withRows } from './rows.ts'

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

  test('a leader is named by name too, however it is spelt, where one person alone has it', () => {
    expect(hostsOf(tree({ lone: 'ANDERS', maja: 'Birthe' }))).toEqual([
      'Anders → Hanne',
      'Anders → Lone',
      'Lone → Birthe',
      'Birthe → Maja',
    ])
    const two = withRows(
      '1 | Bo | bo@l.example | Børn | | Chef | ingen',
      '2 | Bo | b@l.example | Børn | | Chef | ingen',
      '3 | Maja | m@l.example | Børn | | Pædagog | Bo',
    )
    expect(faultsOf(two)).toEqual(['4 leader leader-of-two'])
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

  test.each([
    ['without a job, and the leader names nobody', '', ''],
    ['without a job, and the leader names the chair', '', '1'],
    ['with the duty where the job stands', 'Bestyrelsesformand', '1'],
  ])('S0-08 a board chair %s: a duty, no post, and nobody’s nearest leader', (_, title, leader) => {
    const reading = read(`
      ${head} | rolle
      1 | Karen | k@l.example | Kløvervangen | | ${title} | | bestyrelsesformand
      2 | Lone | l@l.example | Kløvervangen | | Leder | ${leader} |
      3 | Maja | m@l.example | Kløvervangen | | Pædagog | 2 |
      4 | Ole | o@l.example | Kløvervangen | | Pædagog | |`)
    const { people, posts, duties, units } = organisationOf(reading)
    expect(hostsOf(reading)).toEqual(['Lone → Maja', 'Lone → Ole'])
    expect(posts.map(post => post.title)).toEqual(['Leder', 'Pædagog', 'Pædagog'])
    expect(duties).toMatchObject([{ person: people[0]?.id, unit: units[0]?.id, duty: 'chair' }])
    expect(reading.warnings.map(({ rule }) => rule)).toEqual(['host-found'])
  })

  test('somebody with a job who chairs as well has both', () => {
    const reading = read(`
      ${head} | rolle
      1 | Karen | k@l.example | Kløvervangen | | Afdelingschef | ingen | formand
      2 | Lone | l@l.example | Kløvervangen | | Leder | 1 |`)
    expect(organisationOf(reading).duties).toHaveLength(1)
    expect(hostsOf(reading)).toEqual(['Karen → Lone'])
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
