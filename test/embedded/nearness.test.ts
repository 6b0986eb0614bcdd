import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ask, connect, findPostmaster, getPostmaster, isGone, makeFolder, open, readLog } from './yard.ts'

// as deep as folders get: a socket in here could not be reached, for its path would not fit
const data = join(makeFolder(afterAll), 'a'.repeat(60), 'b'.repeat(60), 'data')

test('(5) the server is reached through a socket in a closed folder with a short path, and by no network', async () => {
  const { socket } = await open({ data }).ready
  const folder = statSync(socket)
  expect(folder.mode & 0o777).toBe(0o700)
  expect(folder.uid).toBe(statSync(join(data, 'postgres')).uid)
  expect(`${socket}/.s.PGSQL.5432`.length).toBeLessThan(100)
  expect(listening(getPostmaster(data))).toEqual([])
})

/** The network sockets a process has open. */
function listening(pid: number): string[] {
  const open = readdirSync(`/proc/${pid}/fd`).map(fd => statInode(`/proc/${pid}/fd/${fd}`))
  const tables = ['tcp', 'tcp6'].map(table => readFileSync(`/proc/net/${table}`, 'utf8'))
  const inodes = tables.flatMap(table => table.split('\n').map(line => line.trim().split(/\s+/)[9] ?? ''))
  return inodes.filter(inode => /^[1-9]/.test(inode) && open.includes(inode))
}

function statInode(path: string): string {
  return `${statSync(path, { throwIfNoEntry: false })?.ino}`
}

test('(5) the socket folder of a start that was killed is cleared away by the next', async () => {
  const killed = open({ data })
  const { socket } = await killed.ready
  await killed.kill()
  await isGone(() => findPostmaster(data))
  const next = await open({ data }).ready
  expect(next.socket).not.toBe(socket)
  expect(statSync(socket, { throwIfNoEntry: false })).toBeUndefined()
})

test('whoever has no password does not come in, and what is acknowledged is on the disk', async () => {
  const ready = await open({ data }).ready
  await expect(connect(ready, 'wrong')).rejects.toThrow('password authentication failed')
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
    expect(await ask(ready, `SHOW ${name}`), name).toBe('on')
  }
  expect(await ask(ready, 'SHOW server_encoding')).toBe('UTF8')
})

test('Danish is sorted as Danes do', async () => {
  const ready = await open({ data }).ready
  const names = `unnest(ARRAY['Åse', 'Aage', 'Zoe', 'Ærø', 'Øre', 'bo', 'Anna']) name`
  const sorted = `SELECT string_agg(name, ' ' ORDER BY name COLLATE "da-x-icu") FROM ${names}`
  expect(await ask(ready, sorted)).toBe('Anna bo Zoe Ærø Øre Aage Åse')
  expect(await ask(ready, sorted.replace('COLLATE "da-x-icu"', ''))).toBe('Anna bo Zoe Ærø Øre Aage Åse')
})

test('no text of a conversation reaches the log: not in errors, details, parameters, nor when a process is killed', async () => {
  const ready = await open({ data }).ready
  const client = await connect(ready)
  await client.query('CREATE TABLE IF NOT EXISTS talk (word text PRIMARY KEY, score int CHECK (score < 5))')
  const canary = 'kanariefugl'
  const attempts: [string, string[]?][] = [
    ['INSERT INTO talk VALUES ($1), ($1)', [canary]],
    ['INSERT INTO talk VALUES ($1, 9)', [canary]],
    [`SELECT '${canary}'::int`],
    ['SELECT $1::int', [canary]],
    [`SELEKT ${canary}`],
    [`DO $$ BEGIN RAISE WARNING '${canary}'; RAISE EXCEPTION '${canary}'; END $$`],
  ]
  for (const [sql, values] of attempts) await expect(client.query(sql, values)).rejects.toThrow()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const asleep = client.query(`SELECT pg_sleep(60), '${canary}'`)
  const [, killed] = await Promise.allSettled([killWhenBusy(ready, canary, rows[0]?.pid ?? 0), asleep])
  expect(killed.status).toBe('rejected')
  await expect.poll(() => readLog(data)).toContain('terminated by signal 9')
  expect(readLog(data)).not.toContain(canary)
  await expect.poll(() => ask(ready, 'SELECT 1').catch(() => 0), { timeout: 10_000 }).toBe(1)
})

/** Waits until the statement runs, then kills its process. */
async function killWhenBusy(ready: Parameters<typeof ask>[0], word: string, pid: number): Promise<void> {
  const running = `SELECT count(*)::int FROM pg_stat_activity WHERE pid = ${pid} AND query LIKE '%${word}%' AND state = 'active'`
  await expect.poll(() => ask(ready, running)).toBe(1)
  process.kill(pid, 'SIGKILL')
}
