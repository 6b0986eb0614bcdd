import { expect, test } from 'vitest'
import { hostsIn } from '../../src/pages/setup/host-table.tsx'
import { organisationOf, withRows } from './rows.ts'

test('two of one name are told apart by their numbers where one reads who hosts whom, and nobody else is', () => {
  const reading = withRows(
    '1 | Anders | a@l.example | Børn | | Chef | ingen',
    '2 | Anne Holm | n@l.example | Børn | | Pædagog | 1',
    '3 | Anne Holm | h@l.example | Børn | | Pædagog | 1',
    '4 | Maja | m@l.example | Børn | | Vikar | 2',
  )
  const hosts = hostsIn(organisationOf(reading), { kinds: {} })
  expect(hosts.map(({ name, participants }) => [name, ...participants])).toEqual([
    ['Anders', 'Anne Holm (2)', 'Anne Holm (3)'],
    ['Anne Holm (2)', 'Maja'],
  ])
})
