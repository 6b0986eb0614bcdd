import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { descendants } from '../../bin/drill/kills.ts'
import { findServerPid, serves } from '../../src/db/embedded/orphan.ts'
import { ask, connect, findPostmaster, getPostmaster, isRoot, makeFolder, open, openAndStop } from './yard.ts'

const data = makeFolder(afterAll)

const pidFile = join(data, 'postgres', 'postmaster.pid')

/** Its parent and its watchdog killed, the server itself lives on: an orphan, with somebody still connected. */
async function makeOrphan(): Promise<number> {
  const house = open({ data })
  const ready = await house.ready
  await ask(ready, 'CREATE TABLE word AS SELECT 1 AS one')
  await connect(ready)
  const server = getPostmaster(data)
  const kept = [server, ...descendants(server)]
  process.kill(house.pid, 'SIGSTOP') // so that it cannot answer what follows
  for (const pid of descendants(house.pid).filter(pid => !kept.includes(pid))) process.kill(pid, 'SIGKILL')
  await house.kill()
  return server
}

test('(1) (2) a server that lost its parent is stopped in good order before a new one starts', async () => {
  const orphan = await makeOrphan()
  expect(findPostmaster(data)).toBe(orphan)
  const house = open({ data })
  const ready = await house.ready
  expect(await house.says(`pid ${orphan}`)).toContain('lukkes først')
  expect(findPostmaster(data)).not.toBe(orphan)
  expect(await ask(ready, 'SELECT one FROM word')).toBe(1)
  expect(readFileSync(join(data, 'postgres.log'), 'utf8')).not.toContain('not properly shut down')
})

test('(1) only a living postgres of exactly this folder counts as its server', async () => {
  const other = makeFolder()
  mkdirSync(join(other, 'postgres'))
  await open({ data }).ready
  const server = getPostmaster(data)
  expect(serves(server, join(data, 'postgres'))).toBe(true)
  expect(serves(server, join(other, 'postgres'))).toBe(false)
  const guest = spawn('sleep', ['60'], { cwd: join(data, 'postgres') })
  onTestFinished(() => void guest.kill())
  await once(guest, 'spawn')
  expect(serves(guest.pid ?? 0, join(data, 'postgres'))).toBe(false)
  expect(serves(999_999_999, join(data, 'postgres'))).toBe(false)
})

test('(1) a pid file that names a zombie or another’s process does not hinder a start', async () => {
  await openAndStop({ data })
  const { uid, gid } = statSync(join(data, 'postgres'))
  const who = isRoot ? { uid, gid } : {}
  const shell = spawn('sh', ['-c', 'sh -c "exit 0" & echo $!; exec sleep 60'], { ...who, cwd: '/' })
  onTestFinished(() => void shell.kill('SIGKILL'))
  const { value: zombie } = await createInterface(shell.stdout)[Symbol.asyncIterator]().next()
  for (const pid of [zombie, shell.pid]) {
    writeFileSync(pidFile, [pid, join(data, 'postgres'), '1', '5432', '', '', '', ''].join('\n'))
    expect(findServerPid(join(data, 'postgres'))).toBe(Number(pid))
    await openAndStop({ data })
  }
})
