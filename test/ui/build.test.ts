import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { build } from '../../bin/build.ts'
import { budget, checkBudget, weightTable } from '../../bin/weight.ts'
import { asset } from '../../src/ui/assets.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-'))
  await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  await cp('src/ui', join(root, 'src/ui'), { recursive: true })
  await mkdir(join(root, 'src/browser/shared'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

const put = (path: string, text: string) => writeFile(join(root, path), text)

test('style, fonts, icon and page scripts get names of their own, and pages find them by plain name', async () => {
  await put('src/browser/shared/hello.ts', 'export const hello: string = "hej"')
  await put('src/browser/preparation.ts', 'import { hello } from "./shared/hello.ts"; document.title = hello')
  const { manifest } = await build(root)
  expect(Object.keys(manifest).sort()).toEqual([
    'demo.css',
    'icon.svg',
    'medspil.css',
    'preparation.js',
    'sans-more.woff2',
    'sans.woff2',
    'serif.woff2',
  ])
  expect(asset('preparation.js', root)).toMatch(/^\/assets\/preparation-[A-Z0-9]{8}\.js$/)
  expect(await readFile(join(root, 'build', asset('preparation.js', root)), 'utf8')).toContain('hej')
  expect((await stat(join(root, 'build', `${asset('medspil.css', root)}.br`))).size).toBeGreaterThan(0)
  expect(() => asset('other.js', root)).toThrow('other.js')
})

test('a page with nothing built says what to run', () => {
  expect(() => asset('medspil.css', root)).toThrow('bin/build.ts')
})

test('M23 fonts and style keep within their budget', async () => {
  const { weights } = await build(root)
  const bytes = (name: string) => weights.find(weight => weight.name === name)?.bytes ?? Number.NaN
  expect(bytes('sans.woff2') + bytes('serif.woff2')).toBeLessThan(budget.fonts)
  expect(bytes('medspil.css')).toBeLessThan(budget.style)
  expect(weightTable(weights)).toContain('first load of 60 KB')
})

test('M23 a page script above 5 KB stops the build and is named', async () => {
  await put(
    'src/browser/heavy.ts',
    `document.title = ${JSON.stringify(randomBytes(9000).toString('base64'))}`,
  )
  await expect(build(root)).rejects.toThrow('heavy.js')
  expect(() => checkBudget([{ name: 'sans.woff2', bytes: budget.fonts + 1 }])).toThrow('fonts')
})

test('fonts are cut once, and again only when half of the work is gone', async () => {
  await build(root)
  const font = join(root, 'build/fonts/sans.woff2')
  const first = (await stat(font)).mtimeMs
  await build(root)
  expect((await stat(font)).mtimeMs).toBe(first)
  await rm(`${font}.key`)
  await build(root)
  expect((await stat(font)).mtimeMs).toBeGreaterThan(first)
})

test('the server and its worker are bundled, with their packages left outside', async () => {
  await mkdir(join(root, 'src/documents'))
  await put('src/page.tsx', 'export const page = (name: string) => <p>{name}</p>')
  const server = `import { renderToString } from 'preact-render-to-string'; import { page } from './page.tsx'
    console.log(renderToString(page('Sara')))`
  await put('src/server.ts', server)
  await put('src/documents/worker.ts', 'console.log("worker")')
  await build(root)
  const run = (file: string) =>
    execFileSync(process.execPath, [join(root, 'build', file)], { encoding: 'utf8' })
  expect(run('server.js').trim()).toBe('<p>Sara</p>')
  expect(run('worker.js').trim()).toBe('worker')
  expect(await readFile(join(root, 'build/server.js'), 'utf8')).toContain('from "preact-render-to-string"')
  expect((await stat(join(root, 'build/server.js.map'))).size).toBeGreaterThan(0)
})
