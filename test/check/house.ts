import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCheckout } from '../../bin/check/checkout.ts'
import { examine, type Part } from '../../bin/check/part.ts'

const checkout = resolve(import.meta.dirname, '../..')

/** A house so small that every part can find nothing wrong with it. */
export const clean = {
  'package.json': packageJson(['@biomejs/biome', 'vitest']),
  'knip.json': `{
  "entry": ["src/server.ts", "src/*/{worker,talk}.ts", "{bin,test}/**/*.{ts,js}"],
  "project": ["{src,bin,test}/**/*.{ts,js}"],
  "ignoreDependencies": ["@biomejs/biome"]
}
`,
  'bin/prepare.js': '',
  'src/server.ts':
    "import { grow } from './domain/plan.ts'\nimport { urls } from './urls.ts'\n\nconsole.log(grow(1), urls)\n",
  'src/documents/worker.ts': "import { grow } from '../domain/plan.ts'\n\ngrow(2)\n",
  'src/browser/talk.ts': "import { grow } from '../domain/plan.ts'\n\ngrow(3)\n",
  'src/domain/plan.ts': 'export function grow(points: number): number {\n  return points + 1\n}\n',
  'src/urls.ts': "export const urls = { records: '/samtaler' }\n",
  'test/plan.test.ts': oneTest('plan', 1),
}

/** Builds the clean house, plants the given files in it, and lets one part of the check look at it. */
export async function look(part: Part, planted: Record<string, string> = {}) {
  return examine(part, openCheckout(build({ ...clean, ...planted })))
}

/** Lets one part look at a folder with no files of ours at all. */
export async function lookAtNothing(part: Part) {
  return examine(part, openCheckout(build({ 'package.json': clean['package.json'] })))
}

/** Makes the files in a temporary folder, beside our own settings and packages; gone when the test ends. */
export function build(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'medspil-check-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const name of ['biome.json', 'tsconfig.json', '.gitignore'])
    copyFileSync(join(checkout, name), join(root, name))
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

export function packageJson(packages: string[]): string {
  const devDependencies = Object.fromEntries(packages.map(name => [name, '*']))
  return `${JSON.stringify({ type: 'module', devDependencies }, null, 2)}\n`
}

/** A test file whose one test asserts that 1 is the given value. */
export function oneTest(name: string, value: number): string {
  return `import { expect, test } from 'vitest'\n\ntest('${name}', () => {\n  expect(1).toBe(${value})\n})\n`
}
