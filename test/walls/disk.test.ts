import { chmod, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { type Embedded, startEmbedded } from '../../src/db/embedded.ts'
import { sendMail } from '../../src/outside/jobs/send-mail.ts'
import { createMail } from '../../src/outside/mail.ts'
import { urls } from '../../src/urls.ts'
import { mailServer } from '../outside/mail-server.ts'
import { roundAt } from '../rounds/living.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor } from '../world/visitor.ts'
import { birdsAmong } from './birds.ts'
import { threadIn } from './course.ts'
import { answered } from './crawl.ts'
import { answer, birds, type Thread } from './thread.ts'

// A whole conversation on a server of its own, and then everything that is left of it outside its pages: rows, files,
// the log of the server, mails, what the terminal said. Not one word of it may be found without the keyring.

let home: string
let server: Embedded
let world: World
let thread: Thread
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'medspil-disk-'))
  // As root the server runs as another user, who must be able to pass through.
  await chmod(home, 0o711)
  const wish = { data: join(home, 'data'), explicitData: true, checkout: process.cwd(), say: () => {} }
  server = await startEmbedded({ ...wish, passwords: ['for-this-file-alone'] })
  const place = { host: server.socket, port: server.port, password: 'for-this-file-alone', home }
  world = await openWorld(morning, place)
  thread = await threadIn(world, 'closed')
  await roundAt(world, new Date('2026-04-15T08:00:00Z'))
}, 120_000)
afterAll(async () => {
  await world.close()
  await server.stop()
  await rm(home, { recursive: true, force: true })
})

/** Everything in every table, as text; bytes in hex and again as what they would read as. */
async function wholeDatabase(but = ''): Promise<string> {
  const { rows } = await world.superuser.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename <> $1`,
    [but],
  )
  const lines: string[] = []
  for (const { table } of rows) {
    const held = await world.superuser.query<{ row: string }>(
      `select row_to_json(t)::text as row from ${table} t`,
    )
    lines.push(...held.rows.map(({ row }) => row))
  }
  const bytes = lines.flatMap(line =>
    [...line.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')),
  )
  return [...lines, ...bytes].join('\n')
}

/**
 * A job description is its post's and no talk's (docs/decisions/2026-11-22-a-job-description-is-plain.md); what one may
 * choose among is the concept's. What is chosen is sealed.
 */
const plain = ['competence', 'job']
const sealed = Object.entries(birds)
  .filter(([name]) => !plain.includes(name))
  .map(([, bird]) => bird)

test('no row of any table, the queue’s too, holds a word of it', async () => {
  const whole = await wholeDatabase()
  expect(whole).toContain('Kløvervangen')
  expect(whole.length).toBeGreaterThan(20_000)
  expect(birdsAmong(whole).toSorted()).toEqual(plain)
  expect(birdsAmong(await wholeDatabase('concept'))).toEqual(['job'])
})

test('a copy of the data folder, its write-ahead log and its server’s own log hold none either', async () => {
  await world.superuser.query('checkpoint')
  const copy = join(home, 'copy')
  await cp(join(home, 'data'), copy, { recursive: true, filter: source => !source.includes('.s.PGSQL') })
  const files = (await readdir(copy, { recursive: true, withFileTypes: true })).filter(file => file.isFile())
  const found: string[] = []
  let seenInWal = false
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    const bytes = await readFile(path)
    seenInWal ||= path.includes('pg_wal') && bytes.includes('Kløvervangen')
    for (const bird of sealed)
      for (const form of [bird, Buffer.from(bird, 'utf16le'), Buffer.from(bird).toString('hex')])
        if (bytes.includes(form)) found.push(`${bird} in ${path}`)
  }
  expect(files.some(file => file.name === 'postgres.log')).toBe(true)
  expect(files.length).toBeGreaterThan(500)
  // What is no secret is found, so what is not found is not there.
  expect(seenInWal).toBe(true)
  expect(found).toEqual([])
})

test('the terminal has said who has a letter, and nothing that anybody wrote', () => {
  const said = world.terminal.lines.join('\n')
  expect(said).toContain('Brev til lone@lyngsoe.example')
  expect(birdsAmong(said)).toEqual([])
})

test('each mail about it, sent for real, holds none', async () => {
  const { port, arrived } = await mailServer()
  const mailer = createMail({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Medspil <medspil@lyngsoe.example>',
  })
  await world.superuser.query('update mail set due_at = app.now(), sent_at = null, dropped = null')
  const { rows } = await world.superuser.query('select organisation_id, conversation_id, id, kind from mail')
  for (const { organisation_id: organisation, conversation_id: conversation, id, kind } of rows) {
    await asIfStill(kind)
    const ids = { organisation, conversation, id }
    await sendMail(world.deps, mailer, { number: await lockedJob(ids), ids })
  }
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(
    new Set(['invitation', 'time-agreed', 'to-sign', 'plan-ready', 'follow-up-asked']),
  )
  expect(arrived).toHaveLength(rows.length)
  const raw = arrived.map(mail => mail.raw).join('\n')
  const decoded = raw
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/^[A-Za-z0-9+/=\r\n]{60,}$/gm, text => Buffer.from(text, 'base64').toString('utf8'))
  expect(decoded).toContain('Lone')
  expect(birdsAmong(raw + decoded)).toEqual([])
})

/** A mail goes only while it has its reason, and not while the two sit together. */
async function asIfStill(kind: string) {
  const status = { invitation: 'invited', 'time-agreed': 'agreed', 'to-sign': 'closing' }[kind] ?? 'closed'
  await world.superuser.query(`update conversation set status = $1`, [status])
  await world.superuser.query(`update record set voided_at = case when $1 then app.now() end`, [
    status === 'closing',
  ])
}

/** A job that a worker has begun, as the database demands to see one. */
async function lockedJob(ids: Record<string, string>): Promise<string> {
  const { rows } = await world.superuser.query(
    `select (graphile_worker.add_job('send-mail', $1::json, run_at => now() + interval '1 day')).id::text`,
    [JSON.stringify(ids)],
  )
  await world.superuser.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a test' where id = $1`,
    [rows[0].id],
  )
  return rows[0].id
}

test('a page that breaks while somebody writes says nothing of it, on the page or in the terminal', async () => {
  const nowhere = new Pool({ host: '/nowhere', connectionTimeoutMillis: 100 })
  const broken = createApp({ ...world.deps, db: { ...world.deps.db, party: nowhere } })
  const visitor = createVisitor({ app: broken })
  for (const [name, value] of (await world.as('lone')).cookies) visitor.cookies.set(name, value)
  const typed = { ...answer('q1', birds.participantKept, birds.participantNote), ...answer('q2', '', '') }
  const response = await answered(
    await visitor.postOnly(urls.step({ id: thread.id, step: 'indledning' }), typed),
  )
  expect(response.status).toBe(500)
  expect(birdsAmong(response.body + response.headers)).toEqual([])
  const said = world.terminal.lines.filter(line => line.startsWith('error'))
  expect(said).toHaveLength(1)
  expect(birdsAmong(said.join('\n'))).toEqual([])
})

test('nor does the database when it refuses a row: its sentence with the values goes nowhere', async () => {
  const lone = await world.as('lone')
  const before = world.terminal.lines.length
  await world.superuser.query(`alter table answer add constraint planted check (version < 0) not valid`)
  await world.superuser.query(`update conversation set status = 'agreed' where id = $1`, [thread.id])
  const typed = {
    ...answer('q3', birds.participantKept, birds.participantNote, '1'),
    ...answer('q4', '', ''),
  }
  const response = await answered(await lone.postOnly(urls.step({ id: thread.id, step: 'strategi' }), typed))
  await world.superuser.query(`alter table answer drop constraint planted`)
  expect(response.status).toBe(500)
  expect(response.body).not.toContain('planted')
  expect(world.terminal.lines.slice(before)).toEqual([expect.stringMatching(/^error \S{8} \w+ 23514 at /)])
  const log = await readFile(join(home, 'data', 'postgres.log'), 'utf8')
  expect(log).not.toMatch(/planted|Failing row|INSERT|insert into/)
  expect(birdsAmong(log)).toEqual([])
})
