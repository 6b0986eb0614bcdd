import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tryKeys } from '../../src/db/backup/kept-keys.ts'
import { transaction } from '../../src/db/database.ts'
import { serverGround } from '../../src/db/ground.ts'
import { dailyTurn } from '../../src/db/keys/daily-turn.ts'
import { type Turning, turnKeys } from '../../src/db/keys/turn.ts'
import { getShelf } from '../../src/db/shelves.ts'
import { systemRandom } from '../../src/random.ts'
import { opensKey, type WrappedKey } from '../../src/trust/keyring.ts'
import { keyringText } from '../../src/trust/keyring-text.ts'
import { createKeys } from '../../src/trust/keys.ts'
import { rolePasswords } from '../../src/trust/passwords.ts'
import { urls } from '../../src/urls.ts'
import { proofOf } from '../walls/proof.ts'
import { destroyNow } from '../world/destroy.ts'
import { morning } from '../world/house.ts'
import { openWorld, signIn, type World } from '../world/people.ts'
import { byPin, employ, printed, spend } from '../world/slips.ts'
import { invited, prepared } from '../world/thread.ts'
import { createVisitor, wordsOf } from '../world/visitor.ts'
import { backedUp, keyringOf, startOn } from './copies.ts'

// The keyring turned under a running house, by a moved clock: what lives goes on opening, what is destroyed does not.

let world: World
let talk: string
let login: string
let turning: Turning
let day = 0
beforeAll(async () => {
  world = await openWorld()
  talk = await prepared(world)
  const rikke = await employ(world, 'Rikke Holt', { duty: 'administrator', address: 'rikke@lyngsoe.example' })
  const sofie = await employ(world, 'Sofie Dam')
  const slip = await printed(await signIn(world, world.organisation, rikke), sofie)
  login = slip.login
  await spend(createVisitor(world), slip)
  const { keyring: file, shelfKeys, databaseUrl = '' } = world.env
  await beginKeyring(file)
  turning = { ground: await serverGround(databaseUrl), file, shelfKeys, random: systemRandom }
})
afterAll(() => world.close())

/** As if the keyring had been made when the house was: the ground it stands on may be older. */
async function beginKeyring(file: string) {
  const { installation, epochs } = await keyringOf(file)
  const first = epochs.map(epoch => ({ ...epoch, made: morning }))
  await writeFile(file, keyringText(installation, first))
}

const turned = (anew = false) => turnKeys(turning, world.deps.clock.now(), anew)

/** So many days and hours later. */
async function later(hours: number) {
  day += hours / 24
  await world.moveTo(new Date(morning.getTime() + day * 86_400_000))
}

async function pageOfLone(reader: Pick<World, 'as'> = world): Promise<string> {
  const lone = await reader.as('lone')
  return wordsOf(await lone.get(urls.step({ id: talk, step: 'relationer' })))
}

const liveKeys = async (): Promise<(WrappedKey & { table: string })[]> =>
  (
    await world.superuser.query(
      `select 'shelf' as table, organisation_id, id, epoch, wrapped from shelf where wrapped is not null
        union all select 'pin', organisation_id, slip_id, epoch, wrapped from pin`,
    )
  ).rows

/** All live keys open, and stand under this epoch. */
async function allUnder(epoch: number) {
  const [ring, keys] = [await keyringOf(world.env.keyring), await liveKeys()]
  expect(keys.filter(key => !opensKey(ring, key))).toEqual([])
  expect(new Set(keys.map(key => key.epoch))).toEqual(new Set([epoch]))
  expect(new Set(keys.map(({ table }) => table))).toEqual(new Set(['shelf', 'pin']))
}

test('T25 a text deleted just after a turn opens in no backup seven days later, and all that lives does', async () => {
  await later(5 * 24)
  expect(await turned()).toMatchObject({ begun: 2, wrapped: 4, broken: 0, ended: [] })
  await allUnder(2)
  const backup = await backedUp(world)
  const kept = join(backup.folder, 'shelf-keys.medspil')
  const { rows } = await world.superuser.query(
    `select organisation_id, id from shelf s where s.scope = 'talk' and s.wrapped is not null`,
  )
  for (const shelf of rows) await destroyNow(world, shelf)
  const keys = 4
  expect(rows).toHaveLength(1)
  const opens = () => keyringOf(world.env.keyring).then(ring => tryKeys(kept, ring))
  for (const hours of [24, 24, 24, 24, 22, 1.5, 46.5]) {
    await later(hours)
    await turned()
    expect(await pageOfLone()).toContain('Torsdagsmøderne')
    expect(await opens()).toMatchObject({ keys, closed: [], ended: 0 })
  }
  await later(1.75)
  await turned()
  expect(await opens()).toMatchObject({ keys, closed: [], ended: keys })
  const [newest = '', ...others] = await readdir(world.env.shelfKeys)
  expect(others).toEqual([])
  const standing = await tryKeys(join(world.env.shelfKeys, newest), await keyringOf(world.env.keyring))
  expect(standing).toMatchObject({ keys: keys - 1, ended: 0, closed: [] })
  expect(await pageOfLone()).toContain('Torsdagsmøderne')
})

test('a PIN from before the turns lets in, and a code that was sent before one', async () => {
  expect((await byPin(createVisitor(world), login)).path).toBe(urls.home())
  const karim = createVisitor(world)
  const said = world.terminal.next(/^Kode til karim@lyngsoe\.example: (\d{6})$/)
  await karim.post(urls.signIn(), { address: 'karim@lyngsoe.example' })
  const [, code = ''] = await said
  expect(await turned(true)).toHaveProperty('begun')
  expect((await karim.post(urls.signInCode(), { code })).path).toBe(urls.home())
})

test('who comes with a new connection while the keyring turns is let in, whichever password the server knows', async () => {
  const there = await startOn(world.env, world.deps.clock)
  const lone = createVisitor(there)
  for (const [name, value] of (await world.as('lone')).cookies) lone.cookies.set(name, value)
  const read = async () => (await lone.get(urls.step({ id: talk, step: 'relationer' }))).status
  const [, ...statuses] = await Promise.all([turned(true), read(), read(), read(), read()])
  expect(statuses).toEqual([200, 200, 200, 200])
  const [newest, older] = rolePasswords(await keyringOf(world.env.keyring), 'party')
  // As a turn that was killed between the file and the logins leaves it.
  await setPartyPassword(older)
  const first = await comeIn(there.deps.db.party, 8)
  await setPartyPassword(newest)
  const second = await comeIn(there.deps.db.party, 6)
  for (const client of [...first, ...second]) client.release()
  expect(await read()).toBe(200)
  await there.close()
})

/** So many more connections, all held at once. */
const comeIn = (pool: Pool, count: number) => Promise.all(Array.from({ length: count }, () => pool.connect()))

const setPartyPassword = (password = '') =>
  world.superuser.query(`alter role ${world.database}_party password '${password}'`)

test('nothing is sealed under an epoch that has ended, by whoever has an old keyring still', async () => {
  await later(49)
  const old = await keyringOf(world.env.keyring)
  expect((await turned(true)).ended).toContain(old.epochs[0]?.n)
  await later(49)
  expect((await turned()).ended).toContain(old.current.n)
  const keys = createKeys({ keyring: old, clock: world.deps.clock, random: systemRandom })
  const { host, id } = await invitedAnew()
  const own = {
    organisation: world.organisation,
    conversation: id,
    scope: 'own',
    person: world.people.anders.person,
  } as const
  const made = transaction(world.deps.db.party, proofOf(host), tx => getShelf(tx, keys, systemRandom, own))
  await expect(made).rejects.toMatchObject({ code: 'P0411' })
})

/** A conversation in which its host has no shelf of their own yet. */
async function invitedAnew() {
  const days = { 'day-1': '2026-05-11', 'day-2': '2026-05-12' }
  return { id: await invited(world, days, 'karim'), host: await world.as('anders') }
}

test('the server asks for a new copy of the keyring when an epoch begins and when one ends, and tells a hindrance anew that went and came', async () => {
  const said: string[] = []
  const own = { ...turning }
  const daily = dailyTurn(own, world.deps.clock, line => said.push(line))
  const copy = expect.stringContaining(
    `Tag nu en ny kopi af nøgleringen, og slet den gamle kopi: ${own.file}`,
  )
  await later(5 * 24)
  await daily()
  expect(said.splice(0)).toEqual([copy])
  await later(49)
  await daily()
  expect(said.splice(0)).toEqual([copy])
  const hinders = expect.stringContaining('Nøglefilen kan ikke skrives')
  for (const shelfKeys of [own.file, own.file, turning.shelfKeys, own.file]) {
    own.shelfKeys = shelfKeys
    await daily()
  }
  expect(said).toEqual([hinders, hinders])
})

const turner = fileURLToPath(new URL('./doomed-turner.ts', import.meta.url))

async function turnAndDie(step: string) {
  const given = [
    step,
    world.env.databaseUrl,
    world.env.keyring,
    world.env.shelfKeys,
    world.deps.clock.now().toISOString(),
  ]
  const child = spawn(process.execPath, [turner, ...given.map(String)], {
    stdio: 'inherit',
  })
  const [, signal] = await once(child, 'close')
  return signal
}

/** Before which it is killed: each leaves another half behind. */
const steps = ['alter role', 'update pin', 'commit', 'rename shelf-keys', 'write zeros']

test('killed while it turns, at each half that leaves, every text opens, and the next one goes on to the end', {
  timeout: 120_000,
}, async () => {
  for (const step of steps) {
    await turned(true)
    await later(49)
    expect([step, await turnAndDie(step)]).toEqual([step, 'SIGKILL'])
    const ring = await keyringOf(world.env.keyring)
    expect((await liveKeys()).filter(key => !opensKey(ring, key))).toEqual([])
    expect(await pageOfLone()).toContain('Torsdagsmøderne')
    await turned()
    await allUnder((await keyringOf(world.env.keyring)).current.n)
    expect((await keyringOf(world.env.keyring)).epochs.length).toBeLessThanOrEqual(2)
    expect(await pageOfLone()).toContain('Torsdagsmøderne')
  }
})
