import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StartFault } from '../../src/db/embedded/fault.ts'
import type { Env } from '../../src/env.ts'
import { urls } from '../../src/urls.ts'
import { destroyNow } from '../world/destroy.ts'
import { openWorld, signIn, type World } from '../world/people.ts'
import { prepared } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'
import { backedUp, backUpInto, emptyPlace, lookInto, ownFolder, restored, startOn, sumsOf } from './copies.ts'

// Backups of a living house, restored to empty places: whole, or refused with a word on what to do.

let world: World
let talk: string
let backup: { folder: string; rows: number; keys: number }
let before: Record<string, string>
let empty: Env
beforeAll(async () => {
  world = await openWorld()
  talk = await prepared(world)
  // A row of each kind of value that a text could trip over.
  await world.superuser.query(
    `select graphile_worker.add_job('nobody-does-it', '{"a":"æ\\t\\\\b\\n"}'::json)`,
  )
  await world.superuser.query(`update unit set name = E'Kløver\\t\\\\N\\nvangen' where name = 'Engvejen'`)
  backup = await backedUp(world, async snapshot => {
    before = await sumsOf(world.superuser, snapshot)
  })
  empty = await emptyPlace(world)
})
afterAll(() => world.close())

const now = () => world.deps.clock.now()

async function looking<T>(place: Env, look: (client: Client) => Promise<T>): Promise<T> {
  const client = await lookInto(place, world.superuser)
  return look(client).finally(() => client.end())
}

/** What Lone sees of her own preparation in the house restored there. */
async function pageOfLone(place: Env): Promise<string> {
  const there = await startOn(place, world.deps.clock)
  try {
    const lone = await signIn({ ...world, ...there }, world.organisation, world.people.lone)
    return wordsOf(await lone.get(urls.step({ id: talk, step: 'relationer' })))
  } finally {
    await there.close()
  }
}

test('neither file holds the keyring, the database’s holds no key, and the keys’ no name', async () => {
  const read = async (name: string) =>
    gunzipSync(await readFile(join(backup.folder, name))).toString('latin1')
  const [database, keys] = [await read('database.medspil'), await read('shelf-keys.medspil')]
  const { rows } = await world.superuser.query<{ hex: string }>(
    `select encode(wrapped, 'hex') as hex from shelf`,
  )
  expect(rows).toHaveLength(backup.keys)
  expect(rows.filter(({ hex }) => database.includes(hex))).toEqual([])
  expect(rows.filter(({ hex }) => !keys.includes(hex))).toEqual([])
  const { epochs } = JSON.parse(await readFile(world.env.keyring, 'utf8'))
  expect(database + keys).not.toContain(epochs[0].secret)
  expect(database).toContain('Lone Bach Holm')
  expect(keys).not.toContain('Lone')
})

test('of two backups begun at once in one folder the one that waited is refused, and the other’s files stand', async () => {
  const folder = await ownFolder(world)
  const both = await Promise.allSettled([backUpInto(folder, world), backUpInto(folder, world)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toHaveProperty('reason.message', saysFilled)
  expect((await readdir(folder)).toSorted()).toEqual([database, keys])
})

const saysFilled = expect.stringMatching(/er ikke tom.*\n.*is not empty/)

const another = '11111111-1111-4111-8111-111111111111'
const secret = Buffer.alloc(32, 7).toString('base64')
const [database, keys] = ['database.medspil', 'shelf-keys.medspil']

type Spoil = (folder: string, keyring: string) => Promise<unknown>
const spoilt: [string, Spoil, RegExp][] = [
  ['no folder', folder => rm(folder, { recursive: true }), /ingen sikkerhedskopi/],
  ['an empty folder', folder => rm(join(folder, database)), /ingen sikkerhedskopi/],
  ['one that was broken off', folder => breakOff(join(folder, database)), /blev afbrudt/],
  ['one cut short', folder => cut(join(folder, database), -40), /beskadiget eller skåret over/],
  ['one cut to nothing', folder => cut(join(folder, database), 0), /beskadiget eller skåret over/],
  ['one bit flipped', folder => flip(join(folder, database)), /beskadiget eller skåret over/],
  ['one word changed inside', folder => reword(join(folder, database)), /beskadiget eller skåret over/],
  ['a file that is no backup', folder => writeFile(join(folder, database), 'hej'), /beskadiget/],
  ['keys in the database’s place', f => cp(join(f, keys), join(f, database)), /ingen sikkerhedskopi/],
  ['keys cut short', folder => cut(join(folder, keys), -10), /beskadiget eller skåret over/],
  ['no keys', folder => rm(join(folder, keys)), /Nøglefilen.*mangler/],
  ['no keyring', (_, keyring) => rm(keyring), /Nøgleringen .* mangler/],
  ['another installation’s keyring', (_, k) => ring(k, { installation: another }), /anden installation/],
  [
    'a keyring with another secret',
    (_, k) => ring(k, { epochs: [{ n: 1, secret }] }),
    /åbner ikke 3 af de 3/,
  ],
  [
    'a keyring that has ended the epoch',
    (_, k) => ring(k, { epochs: [{ n: 2, secret }] }),
    /3 af dens 3 nøgler er udløbet/,
  ],
  ['the keyring in the same folder', (f, k) => cp(k, join(f, 'keyring.json')), /ikke ligge sammen/],
]

test.each(spoilt)(
  '%s is refused with what to do, and the place is as empty as before',
  async (_, spoil, says) => {
    const folder = join(dirname(empty.data), 'backup')
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    await cp(backup.folder, folder, { recursive: true })
    await cp(world.env.keyring, empty.keyring)
    await spoil(folder, empty.keyring)
    const refused = restored(empty, folder, now())
    await expect(refused).rejects.toBeInstanceOf(StartFault)
    await expect(refused).rejects.toThrow(says)
    await expect(refused).rejects.toThrow(/^.*Intet er .*\n.*Nothing was .*$/)
    expect(await looking(empty, sumsOf)).toEqual({})
  },
)

async function cut(file: string, at: number) {
  await writeFile(file, (await readFile(file)).subarray(0, at))
}

async function flip(file: string) {
  const bytes = await readFile(file)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  await writeFile(file, bytes)
}

async function reword(file: string) {
  const bytes = gunzipSync(await readFile(file))
  bytes.write('Karin', bytes.indexOf('Karim'))
  await writeFile(file, gzipSync(bytes))
}

async function breakOff(file: string) {
  await rm(file)
  await writeFile(`${file}.draft`, '')
}

async function ring(file: string, change: Record<string, unknown>) {
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...change }))
}

test('a conversation is there row for row, its text opens, and what stands there is not restored onto', async () => {
  await cp(world.env.keyring, empty.keyring)
  const { rows, keys } = backup
  expect(await restored(empty, backup.folder, now())).toMatchObject({ rows, keys, destroyed: 0 })
  const there = await looking(empty, sumsOf)
  expect(there).toEqual(before)
  expect(Object.keys(there)).toEqual(
    expect.arrayContaining(['public.answer', 'graphile_worker._private_jobs']),
  )
  expect(await looking(empty, wallsOf)).toEqual(await wallsOf(world.superuser))
  expect(await looking(empty, countersOf)).toEqual(await countersOf(world.superuser))
  await expect(restored(empty, backup.folder, now())).rejects.toThrow(/ikke tom[\s\S]*not empty/)
  expect(await looking(empty, sumsOf)).toEqual(there)
  expect(await pageOfLone(empty)).toContain('Torsdagsmøderne')
})

test('keys whose epoch has ended are given up when one says so: all the rest comes back', async () => {
  const place = await emptyPlace(world)
  await ring(place.keyring, { epochs: [{ n: 2, secret }] })
  const told = await restored(place, backup.folder, now(), { acceptLoss: true })
  expect(told).toMatchObject({ rows: backup.rows, destroyed: backup.keys })
  expect(await looking(place, aliveIn)).toEqual([])
  const there = await looking(place, sumsOf)
  expect(there['public.answer']).toMatch(/^0 /)
  expect(there['public.conversation']).toBe(before['public.conversation'])
})

/** Which tables are behind forced walls, and which triggers are on. */
async function wallsOf(client: Client) {
  const { rows } = await client.query(
    `select c.relname, c.relrowsecurity, c.relforcerowsecurity, t.tgname, t.tgenabled
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
      where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') order by 1, 4`,
  )
  return rows
}

async function countersOf(client: Client) {
  const { rows } = await client.query('select sequencename, last_value from pg_sequences order by 1')
  return rows
}

test('T25 what is destroyed after the backup stays so, by the list and by newer keys alike, also after a broken-off restore', async () => {
  const { rows: shelves } = await world.superuser.query(`select organisation_id, id from shelf order by id`)
  for (const shelf of shelves) await destroyNow(world, shelf)
  const newer = await backedUp(world)
  const [listed, keyless] = [await halfRestored(), await emptyPlace(world)]
  await expect(startOn(listed, world.deps.clock)).rejects.toThrow(/afbrudt[\s\S]*broken off/)
  expect(await looking(listed, sumsOf)).toEqual({})

  // The list alone, cut down to one of them: the others come back with the backup's own keys.
  await writeFile(log(listed), `\n2026-04-02 ${shelves[0].id}\n`)
  expect(await restored(listed, backup.folder, now())).toMatchObject({ destroyed: 1 })
  expect(await looking(listed, aliveIn)).toEqual(shelves.slice(1).map(({ id }) => id))

  await rm(log(keyless))
  const newest = { keys: join(newer.folder, keys) }
  expect(await restored(keyless, backup.folder, now(), newest)).toMatchObject({ destroyed: shelves.length })
  expect(await looking(keyless, aliveIn)).toEqual([])
  expect((await looking(keyless, sumsOf))['public.answer']).toMatch(/^0 /)
})

test('a list of what is destroyed that cannot be read stops a restore with what to do', async () => {
  const place = await emptyPlace(world)
  await rm(log(place), { force: true })
  await mkdir(log(place))
  await expect(restored(place, backup.folder, now())).rejects.toThrow(/slettet, kan ikke læses/)
  expect(await looking(place, sumsOf)).toEqual({})
})

const log = (place: Env) => join(dirname(place.keyring), 'destroyed.log')

/** As a restore that was broken off leaves a database: nothing starts there, and it can be done again. */
async function halfRestored(): Promise<Env> {
  const place = await emptyPlace(world)
  const { username } = new URL(place.databaseUrl ?? '')
  await looking(place, client => client.query(`create schema medspil_restoring authorization ${username}`))
  return place
}

async function aliveIn(client: Client): Promise<string[]> {
  const { rows } = await client.query('select id from shelf where wrapped is not null order by id')
  return rows.map(({ id }) => id)
}
