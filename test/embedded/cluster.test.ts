import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  ask,
  connect,
  findPostmaster,
  isGone,
  isRoot,
  makeFolder,
  open,
  openAndStop,
  ordinary,
  readLog,
} from './yard.ts'

const data = makeFolder(afterAll)

test('a start that is killed while it makes the database leaves nothing: the next makes it whole', async () => {
  const first = open({ data })
  const workshops = () => readdirSync(data).filter(name => name.startsWith('initdb'))
  await expect.poll(workshops, { interval: 5 }).toHaveLength(1)
  await first.kill()
  await expect.poll(killAllOnIt, { interval: 5 }).toBe(0)
  expect(readdirSync(data)).not.toContain('postgres')

  const ready = await open({ data }).ready
  expect(await ask(ready, 'SELECT 1')).toBe(1)
  expect(workshops()).toEqual([])
})

/** Whatever works on the data, also what was begun in the moment the start was killed. How many there were. */
function killAllOnIt(): number {
  const pids = readdirSync('/proc').filter(pid => commandOf(pid).includes(data))
  for (const pid of pids) tryKill(Number(pid))
  return pids.length
}

const commandOf = (pid: string) => orElse(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'), '')
const tryKill = (pid: number) => orElse(() => process.kill(pid, 'SIGKILL'), false)

/** What is no process, or no longer one, has nothing to say. */
function orElse<T>(look: () => T, otherwise: T): T {
  try {
    return look()
  } catch {
    return otherwise
  }
}

test('no password is left in any file', async () => {
  const secret = 'hemmelig-vandfald'
  const own = makeFolder()
  const house = open({ data: own, passwords: [secret] })
  await connect(await house.ready, secret)
  await house.stop()
  await isGone(() => findPostmaster(own))
  expect(filesWith(own, secret)).toEqual([])
  expect(filesWith(own, 'SCRAM-SHA-256$4096')).not.toEqual([])
})

/** The files below a folder in which these words stand. */
function filesWith(folder: string, words: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(one => one.isFile()).map(one => join(one.parentPath, one.name))
  return files.filter(file => readFileSync(file).includes(words))
}

test('when the keyring has turned the newest password is set, and the one before it opens no more', async () => {
  await openAndStop({ data, passwords: ['yard'] })
  const turned = open({ data, passwords: ['newer', 'yard'] })
  const ready = await turned.ready
  await connect(ready, 'newer')
  await expect(connect(ready, 'yard')).rejects.toThrow('password authentication failed')
  await turned.stop()
  await openAndStop({ data, passwords: ['newer'] })
})

test('a keyring the database does not know is told; nothing is left running and nothing changed', async () => {
  const house = open({ data, passwords: ['another', 'installation'] })
  await expect(house.ready).rejects.toThrow('kender ikke nøgleringen')
  expect(await house.ended).toBe(1)
  await isGone(() => findPostmaster(data))
  await openAndStop({ data, passwords: ['newer'] })
})

test('(9) a database of another major version is refused and not touched', async () => {
  const older = makeFolder()
  mkdirSync(join(older, 'postgres'))
  writeFileSync(join(older, 'postgres', 'PG_VERSION'), '17\n')
  if (isRoot) chownSync(join(older, 'postgres'), ordinary, ordinary)
  await expect(open({ data: older }).ready).rejects.toThrow('lavet af PostgreSQL 17, og her er PostgreSQL 18')
  expect(readdirSync(join(older, 'postgres'))).toEqual(['PG_VERSION'])
})

test('a server that cannot start is not passed over: its own last words are told', async () => {
  writeFileSync(join(data, 'postgres', 'postgresql.auto.conf'), 'no_such_setting = 1\n')
  const house = open({ data, passwords: ['newer'] })
  await expect(house.ready).rejects.toThrow('no_such_setting')
  expect(await house.ended).toBe(1)
  expect(readLog(data)).toContain('no_such_setting')
})
