import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StartFault } from '../../src/db/embedded/fault.ts'
import { open } from '../../src/opening.ts'
import { systemRandom } from '../../src/random.ts'
import { openWorld, type World } from '../world/people.ts'
import { prepared } from './thread.ts'

// A database whose keys lean on a keyring, and a start without that keyring: it stops, says what is missing, and neither
// makes nor changes anything, in the database or beside it.

let world: World
let kept: string
beforeAll(async () => {
  world = await openWorld()
  await prepared(world)
  kept = `${world.env.keyring}.kept`
  await copyFile(world.env.keyring, kept)
})
afterAll(() => world.close())

const another = '{"installation":"11111111-1111-4111-8111-111111111111","epochs":[{"n":1,"secret":"'

test.each([
  ['missing', () => rm(world.env.keyring)],
  ['empty', () => writeFile(world.env.keyring, '')],
  ['cut short', async () => writeFile(world.env.keyring, (await readFile(kept, 'utf8')).slice(0, 60))],
  [
    'of another installation',
    () => writeFile(world.env.keyring, `${another}${Buffer.alloc(32, 7).toString('base64')}"}]}`),
  ],
  ['of this installation with another secret', () => swapSecret()],
] as const)('a keyring that is %s', async (_, spoil) => {
  await copyFile(kept, world.env.keyring)
  await spoil()
  const before = [await print(), await beside()]
  const { env, deps } = world
  const started = open({
    env,
    checkout: process.cwd(),
    clock: deps.clock,
    random: systemRandom,
    say: () => {},
  })
  await expect(started).rejects.toBeInstanceOf(StartFault)
  await expect(started).rejects.toThrow(env.keyring)
  expect([await print(), await beside()]).toEqual(before)
})

async function swapSecret() {
  const ring = JSON.parse(await readFile(kept, 'utf8'))
  ring.epochs[0].secret = Buffer.alloc(32, 9).toString('base64')
  await writeFile(world.env.keyring, JSON.stringify(ring))
}

/** The keyring's folder, file by file. */
async function beside(): Promise<string[]> {
  const folder = dirname(world.env.keyring)
  const names = (await readdir(folder)).toSorted()
  return Promise.all(names.map(async name => `${name}: ${await readFile(`${folder}/${name}`, 'utf8')}`))
}

/** Every row of ours, and every role's password as the server keeps it. */
async function print(): Promise<string> {
  const { rows } = await world.superuser.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
     where schemaname in ('public', 'graphile_worker') and tablename <> 'job_worker'`,
  )
  const prints: string[] = []
  for (const { table } of rows) {
    const held = await world.superuser.query(
      `select md5(string_agg(t::text, '|' order by t::text)) as print from ${table} t`,
    )
    prints.push(`${table} ${held.rows[0].print}`)
  }
  const roles = await world.superuser.query(
    `select md5(string_agg(rolname || rolpassword, '|' order by rolname)) as print from pg_authid where rolname like $1`,
    [`${world.database}%`],
  )
  return [...prints, roles.rows[0].print].join('\n')
}
