import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { processMark } from '../src/hold.js'

const here = join(import.meta.dirname, '..')
/** An npm that writes down each call, waits for a file `go` when `slow`, and leaves a Node of the given version. */
const standIn = (options: { slow?: boolean; fails?: boolean; version?: string }) => `
const fs = require('node:fs')
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
if (${options.slow ?? false}) while (!fs.existsSync('go')) pause()
if (${options.fails ?? false}) process.exit(1)
fs.mkdirSync('node_modules/.bin', { recursive: true })
fs.writeFileSync('node_modules/.bin/node', '#!/bin/sh\\necho ${options.version ?? 'v24.9.9'}\\n', { mode: 0o755 })
`

async function checkout(npm: Parameters<typeof standIn>[0] = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'prepare-'))
  onTestFinished(() => rm(folder, { recursive: true, maxRetries: 5 }))
  await chmod(folder, 0o755)
  for (const file of ['bin/prepare.js', 'src/hold.js']) await cp(join(here, file), join(folder, file))
  await writeFile(join(folder, 'package.json'), '{"type":"module","name":"x","version":"1.0.0"}')
  await writeFile(join(folder, 'package-lock.json'), '{}')
  await mkdir(join(folder, 'npm'))
  await writeFile(join(folder, 'npm', 'package.json'), '{"type":"commonjs"}')
  await writeFile(join(folder, 'npm', 'npm-cli.js'), standIn(npm))
  return folder
}

type Run = { code: number | null; said: string }
type Started = { process: ChildProcess; says(words: string): Promise<void>; ends: Promise<Run> }

function start(folder: string, environment: NodeJS.ProcessEnv = {}, uid?: number): Started {
  const child = spawn(process.execPath, [join(folder, 'bin', 'prepare.js')], {
    cwd: folder,
    env: { ...process.env, npm_execpath: join(folder, 'npm', 'npm-cli.js'), ...environment },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  let said = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', part => {
      said += part
      for (const listen of listeners) listen()
    })
  }
  return {
    process: child,
    says: words =>
      new Promise(resolve => {
        const listen = () => said.includes(words) && resolve()
        listeners.add(listen)
        listen()
      }),
    ends: new Promise(resolve => child.on('close', code => resolve({ code, said }))),
  }
}

const prepare = (...given: Parameters<typeof start>) => start(...given).ends

const calls = async (folder: string) => {
  const text = await readFile(join(folder, 'calls'), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}

test('what is missing is installed once, with everything needed and without scripts', async () => {
  const folder = await checkout()
  expect(await prepare(folder)).toMatchObject({ code: 0 })
  expect(await prepare(folder)).toEqual({ code: 0, said: '' })
  const [call, ...more] = await calls(folder)
  expect(more).toEqual([])
  expect(call).toMatch(/^ci --ignore-scripts .*--include=dev/)
})

test('a changed lock file installs again', async () => {
  const folder = await checkout()
  await prepare(folder)
  await writeFile(join(folder, 'package-lock.json'), '{"changed":true}')
  expect(await prepare(folder)).toMatchObject({ code: 0 })
  expect(await calls(folder)).toHaveLength(2)
})

test('of two starts at once one installs and the other waits for it', async () => {
  const folder = await checkout({ slow: true })
  const first = start(folder)
  await first.says('Henter')
  const second = start(folder)
  await second.says(`Venter på pid ${first.process.pid}`)
  await writeFile(join(folder, 'go'), '')
  expect([(await first.ends).code, (await second.ends).code]).toEqual([0, 0])
  expect(await calls(folder)).toHaveLength(1)
})

test('the turn of a start that was killed is taken over', async () => {
  const folder = await checkout({ slow: true })
  const killed = start(folder)
  await killed.says('Henter')
  killed.process.kill('SIGKILL')
  // What it had begun to run lives on, and holds its lines open until it may go on.
  await writeFile(join(folder, 'go'), '')
  await killed.ends
  expect(await prepare(folder)).toMatchObject({ code: 0 })
})

test('nothing is installed under a running server', async () => {
  const folder = await checkout()
  await mkdir(join(folder, 'build'))
  await writeFile(join(folder, 'build', 'server.pid'), `${processMark(process.pid)}\n`)
  const run = await prepare(folder)
  expect(run).toMatchObject({
    code: 1,
    said: expect.stringContaining(`kører allerede herfra (pid ${process.pid})`),
  })
  expect(await calls(folder)).toEqual([])
})

test('a pid file left by a server that is gone hinders nobody, even when its pid is another’s now', async () => {
  const folder = await checkout()
  await mkdir(join(folder, 'build'))
  await writeFile(join(folder, 'build', 'server.pid'), `${process.pid} 1@an-earlier-boot\n`)
  expect(await prepare(folder)).toMatchObject({ code: 0 })
})

test('an installation that fails says what to do, and the next start tries again', async () => {
  const folder = await checkout({ fails: true })
  const run = await prepare(folder)
  expect(run).toMatchObject({ code: 1, said: expect.stringContaining('Prøv så igen') })
  await writeFile(join(folder, 'npm', 'npm-cli.js'), standIn({}))
  expect(await prepare(folder)).toMatchObject({ code: 0 })
})

test('a machine the pinned Node does not run on is told so', async () => {
  const folder = await checkout({ version: 'v20.0.0' })
  expect(await prepare(folder)).toMatchObject({ code: 1, said: expect.stringContaining('Node 24') })
})

test('a folder one may not write in is no hindrance until something is missing', async () => {
  const folder = await checkout()
  await prepare(folder)
  const closed = [folder, join(folder, '.prepare-lock')]
  onTestFinished(async () => {
    for (const path of closed) await chmod(path, 0o755)
  })
  for (const path of closed) await chmod(path, 0o555)
  const stranger = process.getuid?.() === 0 ? 65_534 : undefined
  expect(await prepare(folder, {}, stranger)).toEqual({ code: 0, said: '' })
  await rm(join(folder, 'node_modules', '.medspil-prepared'))
  const run = await prepare(folder, {}, stranger)
  expect(run).toMatchObject({ code: 1, said: expect.stringContaining('som den, mappen tilhører') })
})

test('npm itself brings development’s packages in production too, and runs no script of theirs', async () => {
  const folder = await checkout()
  await writeFile(join(folder, 'package.json'), JSON.stringify(real))
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(realLock))
  for (const name of ['pinned', 'wanted']) {
    await mkdir(join(folder, name))
    const scripts = { preinstall: 'echo > ../ran', install: 'echo > ../ran', postinstall: 'echo > ../ran' }
    const bin = name === 'pinned' ? { node: 'node' } : {}
    await writeFile(
      join(folder, name, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', scripts, bin }),
    )
    await writeFile(join(folder, name, 'node'), '#!/bin/sh\necho v24.0.0\n', { mode: 0o755 })
  }
  const run = await prepare(folder, { npm_execpath: '', NODE_ENV: 'production', npm_config_omit: 'dev' })
  expect(run).toMatchObject({ code: 0 })
  expect(await readFile(join(folder, 'node_modules', 'wanted', 'package.json'), 'utf8')).toContain('wanted')
  await expect(readFile(join(folder, 'ran'))).rejects.toThrow('ENOENT')
})

const real = {
  type: 'module',
  name: 'x',
  version: '1.0.0',
  dependencies: { pinned: 'file:pinned' },
  devDependencies: { wanted: 'file:wanted' },
}

const realLock = {
  name: 'x',
  version: '1.0.0',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': {
      name: 'x',
      version: '1.0.0',
      dependencies: real.dependencies,
      devDependencies: real.devDependencies,
    },
    pinned: { version: '1.0.0', bin: { node: 'node' }, hasInstallScript: true },
    wanted: { version: '1.0.0', dev: true, hasInstallScript: true },
    'node_modules/pinned': { resolved: 'pinned', link: true },
    'node_modules/wanted': { resolved: 'wanted', link: true, dev: true },
  },
}
