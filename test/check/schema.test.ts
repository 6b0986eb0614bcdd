import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { compare } from '../../bin/check/schema.ts'
import { build } from './house.ts'

const checkout = resolve(import.meta.dirname, '../..')

test('the same text passes', () => {
  expect(compare('TABLE a\nTABLE b\n', 'TABLE a\nTABLE b\n')).toEqual([])
})

test.for([
  ['another line', 'TABLE a\nTABLE x\n', 'has "TABLE x", the migrations make "TABLE b"'],
  ['a line too few', 'TABLE a\n', 'has "", the migrations make "TABLE b"'],
  ['a line too many', 'TABLE a\nTABLE b\nTABLE c\n', 'has "TABLE c", the migrations make ""'],
] as const)('%s is told with its place', ([, file, message]) => {
  const [fault] = compare(file, 'TABLE a\nTABLE b\n')
  expect(fault?.message).toContain(message)
  expect(fault?.line).toBe(
    file.split('\n').findIndex((line, at) => line !== ['TABLE a', 'TABLE b', ''][at]) + 1,
  )
})

test('a migration that db/schema.sql does not know of is found', { timeout: 120_000 }, async () => {
  const root = build({})
  for (const name of ['bin', 'concepts', 'db', 'src', 'package.json'])
    cpSync(join(checkout, name), join(root, name), { recursive: true })
  const planted = build({ 'db/migrations/9999-planted.sql': 'create table aardvark (id uuid primary key);' })
  cpSync(join(planted, 'db'), join(root, 'db'), { recursive: true })
  const child = spawn(process.execPath, ['bin/check.ts', 'schema'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  expect(await text(child.stdout)).toContain('the migrations make "TABLE aardvark"')
})
