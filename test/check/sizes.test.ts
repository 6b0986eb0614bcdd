import { expect, test } from 'vitest'
import { sizesPart } from '../../bin/check/sizes.ts'
import { look } from './house.ts'

const lines = (count: number) => 'export const day = 1\n'.repeat(count)
const long = (count: number) => `export function walk() {\n${'  walk()\n'.repeat(count - 2)}}\n`

test('a file of 300 lines passes and one of 301 does not', async () => {
  const { faults } = await look(sizesPart, { 'src/domain/a.ts': lines(300), 'src/domain/b.ts': lines(301) })
  expect(faults.map(fault => fault.path)).toEqual(['src/domain/b.ts'])
})

test('stylesheets, migrations and tests count too', async () => {
  const paths = ['db/migrations/0001.sql', 'src/ui/page.css', 'test/long.test.ts']
  const { faults } = await look(sizesPart, Object.fromEntries(paths.map(path => [path, lines(301)])))
  expect(faults.map(fault => fault.path).sort()).toEqual(paths)
})

test('a long file that opens with its reason passes', async () => {
  const { faults } = await look(sizesPart, {
    'db/migrations/0001.sql': `-- Long because the first migration is the whole ground.\n${lines(400)}`,
  })
  expect(faults).toEqual([])
})

test('the ninetieth of a hundred functions may have 20 lines, not 21', async () => {
  const functions = (length: number) => ({ 'src/domain/a.ts': long(length).repeat(9) })
  expect((await look(sizesPart, functions(20))).faults).toEqual([])
  expect((await look(sizesPart, functions(21))).faults.map(fault => fault.message)).toEqual([
    '21 lines, at most 20',
  ])
})

test('the middle file may have 60 lines, not 61', async () => {
  const files = (count: number) =>
    Object.fromEntries(Array.from({ length: 9 }, (_, number) => [`src/domain/${number}.ts`, lines(count)]))
  expect((await look(sizesPart, files(60))).faults).toEqual([])
  expect((await look(sizesPart, files(61))).faults.map(fault => fault.message)).toEqual([
    '61 lines, at most 60',
  ])
})

test('the table has a row for each folder and one for the whole', async () => {
  const { table = '' } = await look(sizesPart)
  expect(table.split('\n').map(row => row.trim().split(/ {2,}/)[0])).toEqual([
    'lines in',
    'bin/',
    'src/',
    'src/browser',
    'src/documents',
    'src/domain',
    'all',
  ])
})
