import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StartFault } from '../../src/db/embedded/fault.ts'
import type { Env } from '../../src/env.ts'
import { urls } from '../../src/urls.ts'
import { destroyNow } from '../world/destroy.ts'
import { openWorld, signIn, type World } from '../world/people.ts'
import { prepared } from '../world/thread.ts'
import { wordsOf } from '../world/visitor.ts'
import { backedUp, emptyPlace, lookInto, restored, startOn, sumsOf } from './copies.ts'

// Backups of a living house, restored to empty places: whole, or refused with a word on what to do.

let world: World
let talk: string
let backup: { folder: string; rows: number; keys: number }
let before: Record<string, string>
beforeAll(async () => {
  world = await openWorld()
  talk = await prepared(world)
  await world.superuser.query('select graphile_worker.add_job($1, $2::json)', [
    'nobody-does-it',
    '{"a":"æ\\tb"}',
  ])
  backup = await backedUp(world, async snapshot => {
    before = await sumsOf(world.superuser, snapshot)
  })
})
afterAll(() => world.close())

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

async function looking<T>(place: Env, look: (client: Client) => Promise<T>): Promise<T> {
  const client = await lookInto(place, world.superuser)
  return look(client).finally(() => client.end())
}

const now = () => world.deps.clock.now()

test('a conversation with text is there row for row, and its text opens', async () => {
  const place = await emptyPlace(world)
  expect(await restored(place, backup.folder, now())).toMatchObject({
    rows: backup.rows,
    keys: backup.keys,
    destroyed: 0,
  })
  expect(await looking(place, sumsOf)).toEqual(before)
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['public.answer', 'graphile_worker._private_jobs']),
  )
  expect(await pageOfLone(place)).toContain('Torsdagsmøderne')
  expect(await looking(place, wallsOf)).toEqual(await wallsOf(world.superuser))
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

test('numbers that a counter gives go on from where they were', async () => {
  const place = await emptyPlace(world)
  await restored(place, backup.folder, now())
  const next = `select nextval('graphile_worker._private_tasks_id_seq') > max(id) as on from graphile_worker._private_tasks`
  expect((await looking(place, client => client.query(next))).rows).toEqual([{ on: true }])
})

test('neither file holds the keyring or a name from the other, and the database’s holds no key', async () => {
  const { gunzipSync } = await import('node:zlib')
  const read = async (name: string) =>
    gunzipSync(await readFile(join(backup.folder, name))).toString('latin1')
  const [database, keys] = [await read('database.medspil'), await read('shelf-keys.medspil')]
  const { rows } = await world.superuser.query<{ hex: string }>(
    `select encode(wrapped, 'hex') as hex from shelf`,
  )
  expect(rows).toHaveLength(backup.keys)
  for (const { hex } of rows) {
    expect(database).not.toContain(hex)
    expect(keys).toContain(hex)
  }
  const { epochs } = JSON.parse(await readFile(world.env.keyring, 'utf8'))
  expect(database + keys).not.toContain(epochs[0].secret)
  expect(database).toContain('Kl\u00c3\u00b8vervangen')
  expect(keys).not.toContain('Lone')
})

test('restoring onto what is there already is refused, and nothing there is touched', async () => {
  const place = await emptyPlace(world)
  await restored(place, backup.folder, now())
  const there = await looking(place, sumsOf)
  await expect(restored(place, backup.folder, now())).rejects.toThrow(/ikke tom[\s\S]*not empty/)
  expect(await looking(place, sumsOf)).toEqual(there)
})

test('T25 what was destroyed after the backup stays destroyed, by the list and by the newest keys alike', async () => {
  const other = await openWorld()
  const id = await prepared(other)
  const old = await backedUp(other)
  const { rows } = await other.superuser.query(`select organisation_id, id from shelf where scope = 'own'`)
  for (const shelf of rows) await destroyNow(other, shelf)
  const newer = await backedUp(other)
  const keys = join(newer.folder, 'shelf-keys.medspil')

  const [byList, byKeys, byNeither] = await Promise.all([1, 2, 3].map(() => emptyPlace(other)))
  for (const place of [byKeys, byNeither]) await rm(join(dirname(place?.keyring ?? ''), 'destroyed.log'))
  if (!byList || !byKeys || !byNeither) throw new Error('no places')
  expect((await restored(byList, old.folder, now())).destroyed).toBe(rows.length)
  expect((await restored(byKeys, old.folder, now(), { keys })).destroyed).toBe(rows.length)
  expect((await restored(byNeither, old.folder, now())).destroyed).toBe(0)
  for (const [place, texts] of [
    [byList, '0'],
    [byKeys, '0'],
    [byNeither, '2'],
  ] as const) {
    const client = await lookInto(place, other.superuser)
    const answers = await client.query(
      'select count(*)::text as texts from answer where conversation_id = $1',
      [id],
    )
    expect(answers.rows).toEqual([{ texts }])
    await client.end()
  }
  await other.close()
})

/** A copy of the backup's folder that a test may spoil. */
async function copyOfBackup(): Promise<string> {
  const place = await emptyPlace(world)
  const folder = join(dirname(place.data), 'backup')
  await cp(backup.folder, folder, { recursive: true })
  return folder
}

const spoilt: [string, (folder: string, place: Env) => Promise<unknown>, RegExp][] = [
  ['no folder', folder => rm(folder, { recursive: true }), /ingen sikkerhedskopi/],
  ['an empty folder', folder => rm(join(folder, 'database.medspil')), /ingen sikkerhedskopi/],
  [
    'a backup that was broken off',
    async folder => {
      await rm(join(folder, 'database.medspil'))
      await writeFile(join(folder, 'database.medspil.draft'), '')
    },
    /blev afbrudt/,
  ],
  ['a file cut short', folder => cut(join(folder, 'database.medspil'), -40), /beskadiget eller skåret over/],
  [
    'a file cut to nothing',
    folder => cut(join(folder, 'database.medspil'), 0),
    /beskadiget eller skåret over/,
  ],
  ['one bit flipped', folder => flip(join(folder, 'database.medspil')), /beskadiget eller skåret over/],
  ['a file that is no backup', folder => writeFile(join(folder, 'database.medspil'), 'hej'), /beskadiget/],
  ['keys cut short', folder => cut(join(folder, 'shelf-keys.medspil'), -10), /beskadiget eller skåret over/],
  ['no keys', folder => rm(join(folder, 'shelf-keys.medspil')), /Nøglefilen.*mangler/],
  ['no keyring', (_, { keyring }) => rm(keyring), /Nøgleringen .* mangler/],
  [
    'a keyring of another installation',
    (_, { keyring }) => rewrite(keyring, r => ({ ...r, installation: another })),
    /anden installation/,
  ],
  [
    'a keyring with another secret',
    (_, { keyring }) => rewrite(keyring, r => ({ ...r, epochs: [{ n: 1, secret }] })),
    /åbner ikke 3 af de 3/,
  ],
  [
    'a keyring that has ended the keys’ epoch',
    (_, { keyring }) => rewrite(keyring, r => ({ ...r, epochs: [{ n: 2, secret }] })),
    /3 af dens 3 nøgler er udløbet/,
  ],
  [
    'the keyring in the same folder',
    (folder, { keyring }) => cp(keyring, join(folder, 'keyring.json')),
    /må ikke ligge sammen med nøgleringen/,
  ],
]
const another = '11111111-1111-4111-8111-111111111111'
const secret = Buffer.alloc(32, 7).toString('base64')

test.each(spoilt)(
  '%s is refused with what to do, and the place is as empty as before',
  async (_, spoil, says) => {
    const place = await emptyPlace(world)
    const folder = await copyOfBackup()
    await spoil(folder, place)
    const refused = restored(place, folder, now())
    await expect(refused).rejects.toBeInstanceOf(StartFault)
    await expect(refused).rejects.toThrow(says)
    await expect(refused).rejects.toThrow(/Intet er (ændret|skrevet)/)
    expect(await looking(place, sumsOf)).toEqual({})
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

type Ring = Record<string, unknown>
async function rewrite(file: string, change: (ring: Ring) => Ring) {
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')))))
}
