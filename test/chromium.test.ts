import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chromiumFlags, findChromium, type Search } from '../bin/chromium.ts'

let folder = ''
let bare: Search

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chromium-'))
  await mkdir(join(folder, 'bin'))
  bare = { env: { PATH: join(folder, 'bin') }, places: [], mayInstall: true, turn: join(folder, 'turn') }
})

afterEach(() => rm(folder, { recursive: true }))

const program = (name: string, script = '') =>
  writeFile(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })

/** An apt-get that writes down what it is asked and puts the browser in. */
const aptGet = () =>
  program(
    'apt-get',
    `echo "$1" >> ${folder}/asked
    case "$1" in install) echo '#!/bin/sh' > ${folder}/bin/chromium; /bin/chmod 755 ${folder}/bin/chromium;; esac`,
  )

test('this machine has a browser that starts with our flags', async () => {
  const said = execFileSync(await findChromium(), [...chromiumFlags, '--version'], { encoding: 'utf8' })
  expect(said).toMatch(/Chrom/)
})

test('CHROME_PATH is taken before any other', async () => {
  await program('chromium')
  await program('my-browser')
  const named = join(folder, 'bin', 'my-browser')
  expect(await findChromium({ ...bare, env: { ...bare.env, CHROME_PATH: named } })).toBe(named)
})

test('a CHROME_PATH with nothing to run is told, never passed over', async () => {
  await program('chromium')
  await expect(findChromium({ ...bare, env: { ...bare.env, CHROME_PATH: '/no/browser' } })).rejects.toThrow(
    '/no/browser',
  )
})

test.each(['chromium', 'google-chrome', 'google-chrome-stable'])('%s on the path is found', async name => {
  await program(name)
  expect(await findChromium(bare)).toBe(join(folder, 'bin', name))
})

test('where there is none Debian’s is installed, once for all who ask at the same time', async () => {
  await aptGet()
  const both = await Promise.all([findChromium(bare), findChromium(bare)])
  expect(both).toEqual([join(folder, 'bin', 'chromium'), join(folder, 'bin', 'chromium')])
  expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('update\ninstall\n')
})

test('where none can be had the one message says what to do', async () => {
  await aptGet()
  await expect(findChromium({ ...bare, mayInstall: false })).rejects.toThrow('apt-get install chromium')
  await program('apt-get', 'exit 100')
  await expect(findChromium(bare)).rejects.toThrow('CHROME_PATH')
})
