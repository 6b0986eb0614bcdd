import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import type { House } from '../../bin/drill/house.ts'
import { descendants } from '../../bin/drill/kills.ts'
import { watchdog } from '../../src/db/embedded/server.ts'
import { ask, connect, findPostmaster, getPostmaster, isGone, makeFolder, open, readLog } from './yard.ts'

const data = makeFolder(afterAll)

/** What the server wrote in its log while the work was done. */
async function logged(work: () => Promise<unknown>): Promise<string> {
  const from = statSync(join(data, 'postgres.log'), { throwIfNoEntry: false })?.size ?? 0
  await work()
  return readLog(data).slice(from)
}

test('(4) when the parent is killed the server ends by itself and in good order', async () => {
  const house = open({ data })
  const ready = await house.ready
  await connect(ready)
  const family = descendants(house.pid)
  expect(family).toContain(getPostmaster(data))
  await house.kill()
  await isGone(() => family.find(isRunning))
  expect(readLog(data)).toContain('received fast shutdown request')
  expect(readLog(data)).toMatch(/database system is shut down\n$/)
})

function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

test('(4) a server that does not go when it is asked is ended all the same', async () => {
  const stubborn = `
    process.on('SIGINT', () => console.log('asked'))
    process.on('SIGQUIT', () => process.exit(3))
    setInterval(() => {}, 1000)
    console.log('here')`
  const command = ['-c', watchdog(0.3), 'medspil-watchdog', process.execPath, '-e', stubborn]
  const shell = spawn('/bin/sh', command, { detached: true })
  const lines = createInterface(shell.stdout)[Symbol.asyncIterator]()
  expect(await lines.next()).toMatchObject({ value: 'here' })
  shell.stdin.end()
  expect(await lines.next()).toMatchObject({ value: 'asked' })
  expect(await once(shell, 'exit')).toEqual([3, null])
})

test('(4) Ctrl-C in the terminal reaches the parent and not the server', async () => {
  const house = open({ data })
  await house.ready
  const session = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3]
  expect(session(getPostmaster(data))).not.toBe(session(house.pid))
})

test('a server that is killed is started again, at the same address, with everything in it', async () => {
  const house = open({ data })
  const ready = await house.ready
  await ask(ready, 'CREATE TABLE word AS SELECT 7 AS seven')
  const before = getPostmaster(data)
  process.kill(before, 'SIGKILL')
  await house.says('startes igen')
  await house.says('kører igen')
  expect(getPostmaster(data)).not.toBe(before)
  expect(await ask(ready, 'SELECT seven FROM word')).toBe(7)
})

/** The parent, the watchdog and the server killed at once; its other processes may live a little longer. */
async function killAll(house: House): Promise<void> {
  const server = getPostmaster(data)
  const below = descendants(server)
  process.kill(house.pid, 'SIGSTOP') // so that it cannot answer what follows
  for (const pid of descendants(house.pid).filter(pid => !below.includes(pid))) process.kill(pid, 'SIGKILL')
  await house.kill()
}

test('(3) while a killed server’s process still holds its memory the start is tried again, not given up', async () => {
  const first = open({ data })
  const client = await connect(await first.ready)
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const backend = rows[0]?.pid ?? 0
  process.kill(backend, 'SIGSTOP')
  await killAll(first)
  const again = open({ data })
  const words = await logged(async () => {
    await expect.poll(() => readLog(data), { timeout: 20_000 }).toContain('still in use')
    process.kill(backend, 'SIGCONT')
    await again.ready
  })
  expect(words).toContain('database system is ready')
  expect(await ask(await again.ready, 'SELECT 1')).toBe(1)
})

test('(6) ready means that a connection works, also while the data are being repaired', async () => {
  const first = open({ data })
  await ask(
    await first.ready,
    'CREATE TABLE IF NOT EXISTS much AS SELECT n FROM generate_series(1, 200000) n',
  )
  await killAll(first)
  const again = open({ data })
  const words = await logged(async () => {
    expect(await ask(await again.ready, 'SELECT count(*)::int FROM much')).toBe(200_000)
  })
  expect(words).toContain('automatic recovery in progress')
})

test('two on the same data: the second is refused and told who has it; the first goes on', async () => {
  const first = open({ data })
  const ready = await first.ready
  await expect(open({ data }).ready).rejects.toThrow(`kører allerede med data i ${data} (pid ${first.pid})`)
  expect(await ask(ready, 'SELECT 1')).toBe(1)
})

test('a folder that is moved away under its server: both end within seconds, and write nothing in what came in its place', async () => {
  const yard = makeFolder()
  const [here, away] = [join(yard, 'data'), join(yard, 'away')]
  const house = open({ data: here })
  const ready = await house.ready
  await ask(ready, 'CREATE TABLE word AS SELECT 7 AS seven')
  renameSync(here, away)
  const another = join(here, 'postgres', 'global', 'pg_control')
  mkdirSync(dirname(another), { recursive: true })
  // As large as PostgreSQL's own, and anybody's to write: what keeps it whole is that nobody does.
  writeFileSync(another, Buffer.alloc(8192, 7))
  for (const path of [here, dirname(dirname(another)), dirname(another)]) chmodSync(path, 0o777)
  chmodSync(another, 0o666)
  await house.says('flyttet eller slettet')
  await house.ended
  await isGone(() => findPostmaster(away))
  expect(readFileSync(another).equals(Buffer.alloc(8192, 7))).toBe(true)
  expect(() => statSync(ready.socket)).toThrow('ENOENT')
  expect(await ask(await open({ data: away }).ready, 'SELECT seven FROM word')).toBe(7)
})

test('when asked to stop everything is gone and the process ends by itself', async () => {
  const house = open({ data })
  const ready = await house.ready
  await connect(ready)
  await house.stop()
  expect(await house.ended).toBe(0)
  expect(findPostmaster(data)).toBeUndefined()
  expect(() => statSync(ready.socket)).toThrow('ENOENT')
})
