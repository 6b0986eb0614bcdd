import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDestroyed } from '../../src/trust/destroyed.ts'
import { readKeyring, rolePassword } from '../../src/trust/keyring.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import { alive, closedAgainAndAgain, orphans, roundAt } from './shelves.ts'

// The round that destroys, killed with SIGKILL before each thing it does.

let world: World
let again: () => Promise<Thread>
beforeAll(async () => {
  world = await openWorld()
  again = await closedAgainAndAgain(world)
})
afterAll(() => world.close())

const day = new Date('2026-05-14T06:00:00Z')
const destroyer = fileURLToPath(new URL('./doomed-destroyer.ts', import.meta.url))

async function destroyAndDie(step: number) {
  const { deps } = world
  const given = [String(step), day.toISOString(), await jobsUrl(), deps.destroyedLog]
  const child = spawn(process.execPath, [destroyer, ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  child.stdout.on('data', data => said.push(String(data)))
  const [, signal] = await once(child, 'close')
  return { signal, steps: said.join('').split('\n') }
}

/** The jobs' own login, as the app has it. */
async function jobsUrl(): Promise<string> {
  const read = await readKeyring(world.env.keyring)
  if ('wrong' in read) throw new Error(read.wrong)
  const { keyring } = read
  const { host, port, database } = world.superuser
  const password = encodeURIComponent(rolePassword(keyring, keyring.current.n, 'jobs'))
  return `postgres://${database}_jobs:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
}

const shelvesGone = async () =>
  (await world.superuser.query<{ id: string }>('select id from shelf where wrapped is null')).rows.map(
    row => row.id,
  )
const logged = async () => (await readDestroyed(world.deps.destroyedLog)).destroyed.map(({ shelf }) => shelf)

test('T25 M21 no text is left without its key, no key goes before its line, and the next round goes on', async () => {
  await again()
  await world.moveTo(day)
  const whole = await destroyAndDie(Number.POSITIVE_INFINITY)
  expect(whole.signal).toBeNull()
  const line = whole.steps.indexOf('appendFile')
  const destroys = whole.steps.findIndex(step => step.includes('destroy_due_shelf'))
  expect(whole.steps.slice(0, destroys)).toContain('sync')
  expect(line).toBeLessThan(destroys)
  expect(whole.steps.filter(step => step.includes('destroy_due_shelf'))).toHaveLength(2)
  // Up to the second shelf's first step: from there on it is the same again.
  for (const step of Array.from({ length: destroys + 3 }).keys()) {
    const thread = await again()
    await rm(world.deps.destroyedLog, { force: true })
    await world.moveTo(day)
    expect((await destroyAndDie(step)).signal).toBe('SIGKILL')
    expect(await orphans(world)).toEqual([])
    expect(await logged()).toEqual(expect.arrayContaining(await shelvesGone()))
    await expect.poll(lockIsFree).toBe(true)
    await roundAt(world, day.toISOString())
    expect([step, await alive(world, thread)]).toEqual([step, ['plan', 'talk']])
    expect(await orphans(world)).toEqual([])
    expect(await logged()).toEqual(expect.arrayContaining(await shelvesGone()))
  }
})

// Whoever was killed lets go of the round's lock as soon as the server sees the connection is gone.
const lockIsFree = async () => {
  const { rows } = await world.superuser.query(
    `select not exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = 7473
       and l.database = (select oid from pg_database where datname = current_database())) as free`,
  )
  return rows[0].free
}
