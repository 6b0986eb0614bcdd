import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { compare, type Entry } from '../../bin/drill/ledger.ts'

const program = join(import.meta.dirname, '..', '..', 'bin', 'drill.ts')

async function drill(...options: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { code, said }
}

test('six kills, of the parent, the server and everything, lose no acknowledged word', {
  timeout: 120_000,
}, async () => {
  const { code, said } = await drill('--rounds', '6')
  expect(said).toMatch(
    /^6 rounds, \d{2,} acknowledged, missing 0, double 0, restart median \d+ ms, max \d+ ms$/m,
  )
  expect(['parent', 'postmaster', 'everything'].filter(name => !said.includes(name))).toEqual([])
  expect(code).toBe(0)
})

test('a database that acknowledges before it writes is found out', { timeout: 120_000 }, async () => {
  const { code, said } = await drill('--rounds', '12', '--careless')
  expect(said).toMatch(/missing [1-9]/)
  expect(code).toBe(1)
})

const entries = (text: string): Entry[] => text.split(' ').map(entry => ({ writer: 1, entry: Number(entry) }))

test('what was acknowledged and is not there is missing; what nobody was told of is not', () => {
  expect(compare(entries('1 2 3'), entries('1 3 4'))).toEqual({
    acknowledged: 3,
    missing: entries('2'),
    double: [],
  })
})

test('what is there twice is double', () => {
  expect(compare(entries('1 2'), entries('1 2 2')).double).toEqual(entries('2'))
})

test('one writer’s entry does not stand for another’s', () => {
  expect(compare([{ writer: 12, entry: 1 }], [{ writer: 1, entry: 21 }]).missing).toHaveLength(1)
})
