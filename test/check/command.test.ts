import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { build, clean, oneTest, packageJson } from './house.ts'

const checkout = resolve(import.meta.dirname, '../..')

const house = {
  ...clean,
  'package.json': packageJson(['@biomejs/biome', 'knip', 'oxc-parser', 'vitest', 'zod']),
  'test/setup.ts': 'export async function setup() {}\n',
  'bin/build.ts': "export async function build(root: string) {\n  console.log('built', root)\n}\n",
  'db/migrations/0001.sql': 'create table point (id uuid);\n',
  'db/schema.sql': 'TABLE point\n',
}

/** Stands where the check asks a real database: a house this small has none. */
const freshSchema = "process.stdout.write('TABLE point\\n')\n"

/** Runs a house's own test command; gives its exit code and the lines it printed. */
async function testHouse(planted: Record<string, string>, ...args: string[]) {
  const root = build({ ...house, ...planted })
  cpSync(join(checkout, 'bin/check'), join(root, 'bin/check'), { recursive: true })
  for (const file of ['bin/check.ts', 'bin/test.ts', 'vitest.config.ts', 'test/order.ts'])
    copyFileSync(join(checkout, file), join(root, file))
  writeFileSync(join(root, 'bin/check/fresh-schema.ts'), freshSchema)
  const child = spawn(process.execPath, ['bin/test.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { code: child.exitCode, lines: printed.trimEnd().split('\n') }
}

// A house of its own takes seconds to check and test; on a machine that is busy with other tests, many.
const patience = { timeout: 120_000 }

test(
  'the check and the build come first, the tests named follow, and the last line counts them',
  patience,
  async () => {
    const { code, lines } = await testHouse(
      { 'test/false.test.ts': oneTest('false', 2) },
      'test/plan.test.ts',
    )
    expect([...lines.slice(-2), code]).toEqual(['', '1 passed, 0 failed', 0])
    const steps = ['  habits', 'built', ' RUN'].map(step => lines.findIndex(line => line.startsWith(step)))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps).not.toContain(-1)
  },
)

test('a failed test, and a file that breaks before its tests, each count as one', patience, async () => {
  const { code, lines } = await testHouse({
    'test/false.test.ts': oneTest('false', 2),
    'test/broken.test.ts': `${oneTest('never', 1)}\nthrow new Error('broken')\n`,
  })
  expect([lines.at(-1), code]).toEqual(['1 passed, 2 failed', 1])
})

test('a fault in the check stops the run', patience, async () => {
  const { code, lines } = await testHouse({ 'src/clock.ts': 'export const  a = 1\n' })
  expect([lines.at(-1), code]).toEqual(['0 passed, 2 failed', 1])
  expect(lines.filter(line => line.startsWith('built'))).toEqual([])
})
