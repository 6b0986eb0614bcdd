import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'

// A server of one's own, 15 or newer, with an owner who is no superuser: the same code, the same walls. Tried where a
// server's programs are installed; the rest of the tests run on the server that comes with the system.

const programs = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1) ?? ''
const found = existsSync(join(programs, 'initdb'))

let world: World
let stop = async () => {}
beforeAll(async () => {
  if (!found) return
  const server = await startServer()
  stop = server.stop
  world = await openWorld(undefined, server)
})
afterAll(async () => {
  await world?.close()
  await stop()
})

describe.skipIf(!found)('on an installed server', () => {
  test('a host invites, the invited reads, and nobody else sees that there is anything', async () => {
    const anders = await world.as('anders')
    const sent = await anders.post(urls.planning({ post: world.people.lone.post }), {
      length: '75',
      otherLength: '',
      where: 'later',
      place: '',
      greeting: 'Jeg glæder mig.',
      'day-1': '2026-04-14',
      'time-1': '13:00',
    })
    const id = sent.path.split('/')[2] ?? ''
    expect(wordsOf(await (await world.as('lone')).get(urls.invitation({ id })))).toContain('Jeg glæder mig')
    expect((await (await world.as('karim')).get(urls.invitation({ id }))).status).toBe(404)
  })

  test('the owner is no superuser, and the roles cannot become it', async () => {
    const owner = new Client({ connectionString: world.env.databaseUrl })
    await owner.connect()
    const rows = await owner.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user')
    expect(rows.rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
    await owner.end()
    const [party] = [world.deps.db.party]
    await expect(party.query(`set role ${world.database}_owner`)).rejects.toMatchObject({ code: '42501' })
  })
})

/** The installed server on a socket of its own; as root it runs as Debian's postgres. */
async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'medspil-own-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const user = await serverUser()
  if (user) chownSync(data, user.uid, user.gid)
  const as = { ...user, cwd: data, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }
  await promisify(execFile)(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    as,
  )
  const settings = [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${data}`,
    '-c',
    'max_connections=80',
  ]
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...settings], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  for await (const line of child.stderr) if (`${line}`.includes('ready to accept connections')) break
  child.stderr.resume()
  return {
    host: data,
    port: 5432,
    password: '',
    home: folder,
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGINT')
      await gone
      rmSync(folder, { recursive: true })
    },
  }
}

async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const { stdout } = await promisify(execFile)('getent', ['passwd', 'postgres'])
  const [, , uid, gid] = stdout.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
