import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { restore } from '../../src/db/backup/restore.ts'
import { readEnv } from '../../src/env.ts'
import { hold } from '../../src/hold.js'
import { makeFolder } from '../embedded/yard.ts'
import { portOf } from '../world/served.ts'

// What stops a start is found before anything is made, and said in words.

type Settings = Record<string, string>

/** The built server, started where it must refuse; gives what it said, its code and what stands in the folder. */
async function refused(folder: string, args: string[], settings: Settings = {}) {
  const env = {
    PATH: process.env.PATH,
    MEDSPIL_DATA: join(folder, 'data'),
    PORT: `${await freePort()}`,
    ...settings,
  }
  const child = spawn(process.execPath, ['build/server.js', ...args], { env })
  onTestFinished(() => void child.kill())
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { said, code, made: readdirSync(folder) }
}

async function listener(): Promise<{ port: number; close(): void }> {
  const server = createServer()
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return { port: portOf(server.address()), close: () => void server.close() }
}

async function freePort(): Promise<number> {
  const { port, close } = await listener()
  close()
  return port
}

test('an option nobody knows, and one that npm kept, stop the start before anything is made', async () => {
  const folder = makeFolder()
  const [unknown, kept] = await Promise.all([
    refused(folder, ['--dmeo']),
    refused(folder, [], { npm_config_demo: 'true' }),
  ])
  expect(unknown).toEqual({ said: expect.stringContaining('kender ikke »--dmeo«'), code: 1, made: [] })
  expect(kept).toEqual({ said: expect.stringContaining('Skriv: npm start -- --demo\n'), code: 1, made: [] })
})

test('a port that is taken is found before anything is made, also for a demo, and what is said is true', async () => {
  const { port, close } = await listener()
  onTestFinished(close)
  const folder = makeFolder()
  const [real, demo] = await Promise.all([
    refused(folder, [], { PORT: `${port}` }),
    refused(folder, ['--demo'], { PORT: `${port}` }),
  ])
  expect(real.said).toMatch(
    new RegExp(
      `^Port ${port} er optaget. Intet er ændret.* PORT=${port + 1} npm start\nPort ${port} is taken`,
    ),
  )
  expect(demo.said).toContain(`PORT=${port + 1} npm start -- --demo\n`)
  expect([real.code, real.made, demo.code, demo.made]).toEqual([1, [], 1, []])
})

test('a start where the data are gone and their keys are not makes no empty house in their place', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'data-shelf-keys'))
  writeFileSync(join(folder, 'data-shelf-keys', 'shelf-keys-epoch-1-2026-11-22.medspil'), '')
  expect(await refused(folder, [])).toEqual({
    said: expect.stringMatching(/^Der er ingen data i .*npm run restore.*\nThere are no data in /),
    code: 1,
    made: ['data-shelf-keys'],
  })
})

test('where Medspil runs neither a start nor a restore goes on, and both say its pid first', async () => {
  const folder = makeFolder()
  const data = join(folder, 'data')
  const held = hold(join(data, 'held'))
  onTestFinished(() => void ('release' in held && held.release()))
  const says = `Medspil kører allerede med data i ${data} (pid ${process.pid}). Stop den først`
  expect(await refused(folder, [])).toEqual({
    said: expect.stringContaining(says),
    code: 1,
    made: [basename(data)],
  })
  const env = readEnv({ MEDSPIL_DATA: data })
  if ('faults' in env) throw new Error(env.faults.join())
  const wish = {
    checkout: process.cwd(),
    folder: join(folder, 'no-backup'),
    acceptLoss: false,
    say: () => {},
  }
  await expect(restore({ ...wish, env, now: new Date('2026-11-22') })).rejects.toThrow(says)
})
