import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { createDrawing } from '../../src/documents/draw.ts'
import { urls } from '../../src/urls.ts'
import { planSheet, recordSheet } from '../../test/documents/sheets.ts'
import type { TestServer } from '../../test/world/ground.ts'
import { openBenchHouse, openBenchServer, section } from './house.ts'
import { peopleFile } from './import.ts'
import { median, percentile, rate } from './load.ts'
import type { parts } from './parts.ts'
import { hasPgbench, runPgbench } from './pgbench.ts'
import { phone } from './phone.ts'
import { startBaseline, startProduct, stop } from './processes.ts'
import { autosaved, savesOf } from './saves.ts'
import { round, say } from './say.ts'
import { start } from './start.ts'
import { recorded, type Statement } from './statements.ts'
import { year } from './year.ts'

const clients = 16
const rounds = 3
const seconds = 4

// Named on the command line: these parts alone (`npm run bench -- year`).
const asked = process.argv.slice(2)
const wanted = (part: (typeof parts)[number]) => asked.length === 0 || asked.includes(part)
const bench = await openBenchServer()
const { house, preparers, settings } = await openBenchHouse(bench.server, clients)
try {
  const product = await startProduct(settings)
  try {
    if (wanted('section')) await section_(product.port)
    if (wanted('saves')) await saves(product.port)
    if (wanted('papers')) await papers()
  } finally {
    await stop(product.child)
    await house.close()
  }
} finally {
  await bench.close()
}
if (wanted('start')) await start()
if (wanted('year')) await onOwnServer(year)
if (wanted('import')) await onOwnServer(peopleFile)
if (wanted('phone')) await onOwnServer(phone)

/** What one large part leaves its database to sweep up is not the next one's to pay. */
async function onOwnServer(part: (server: TestServer) => Promise<void>) {
  const own = await openBenchServer()
  try {
    await part(own.server)
  } finally {
    await own.close()
  }
}

/** A preparation section of three questions against the same statements with strings joined, and against bytes. */
async function section_(port: number) {
  const [first] = preparers
  if (!first) return
  const path = urls.step({ id: first.conversation, step: 'relationer' })
  const page = await first.visitor.get(path)
  const statements = await recorded(() => first.visitor.get(path))
  const baseline = await startBaseline({ logins: loginsOf(), statements, page: page.html })
  const ours = () =>
    rate(8, seconds, () => ({ port, path, headers: { cookie: first.cookie, 'accept-encoding': 'gzip' } }))
  const plain = () => rate(8, seconds, () => ({ port: baseline.port, path: '/' }))
  const bytes = () => rate(8, seconds, () => ({ port: baseline.port, path: '/static' }))
  await ours()
  await plain()
  const measured = { ours: [0], plain: [0], bytes: [0] }
  for (let n = 0; n < rounds; n++) {
    measured.ours[n] = await ours()
    measured.plain[n] = await plain()
    measured.bytes[n] = await bytes()
  }
  await stop(baseline.child)
  const [mine, same, still] = [median(measured.ours), median(measured.plain), median(measured.bytes)]
  say(`A preparation section, 8 clients, ${statements.length} statements, ${page.html.length} characters`)
  say(`  ours                                   ${round(mine)} requests/s`)
  say(
    `  node:http, same statements, strings    ${round(same)} requests/s   ratio ${(mine / same).toFixed(2)} (at least 0.50)`,
  )
  say(
    `  node:http, fixed bytes                 ${round(still)} requests/s   ratio ${(mine / still).toFixed(2)}`,
  )
  say(`  HTML gzipped                           ${(gzipSync(page.html).length / 1024).toFixed(1)} KB`)
  say()
}

/** Both papers, drawn again and again in the worker that the product draws them in. */
async function papers() {
  const drawing = createDrawing({ workerUrl: pathToFileURL(join(process.cwd(), 'build/worker.js')) })
  const draws = { Samtalearket: () => drawing.record(recordSheet), Planen: () => drawing.plan(planSheet) }
  for (const [name, draw] of Object.entries(draws)) {
    await draw()
    const times: number[] = []
    for (let n = 0; n < 30; n++) {
      const began = performance.now()
      await draw()
      times.push(performance.now() - began)
    }
    say(
      `${name}, 30 times warm                 p50 ${round(percentile(times, 0.5))} ms, p95 ${round(percentile(times, 0.95))} ms`,
    )
  }
  await drawing.close()
  say()
}

/** Saves over HTTP against pgbench with the statements of those saves; commits are counted by the server. */
async function saves(port: number) {
  const versions = new Map(preparers.map(({ conversation }) => [conversation, 1]))
  const shotOf = savesOf(port, preparers, versions)
  await rate(clients, 2, shotOf)
  const measured = { saved: [0], commits: [0], pgbench: [0] }
  for (let n = 0; n < rounds; n++) {
    const before = await commits()
    const began = performance.now()
    measured.saved[n] = await rate(clients, seconds, shotOf)
    measured.commits[n] = perSecond((await commits()) - before, began)
    measured.pgbench[n] = await pgbenchRound(versions)
  }
  const [saved, committed, against] = [
    median(measured.saved),
    median(measured.commits),
    median(measured.pgbench),
  ]
  const durable = await house.superuser.query('show synchronous_commit')
  say(
    `A save of three questions over HTTP, ${clients} clients, synchronous_commit=${durable.rows[0]?.synchronous_commit}`,
  )
  say(
    `  ours                                   ${round(saved)} saves/s, ${round(committed)} commits/s counted by the server`,
  )
  if (against > 0)
    say(
      `  pgbench, the same statements           ${round(against)} transactions/s   ratio ${(saved / against).toFixed(2)} (at least 0.25)`,
    )
  else say('  pgbench is not on this machine, so there is nothing to compare with')
  say()
}

async function pgbenchRound(versions: Map<string, number>): Promise<number> {
  if (!hasPgbench()) return 0
  const scripts: Statement[][] = []
  for (const { visitor, conversation } of preparers) {
    const version = versions.get(conversation) ?? 0
    versions.set(conversation, version + 1)
    const path = urls.step({ id: conversation, step: 'relationer' })
    const all = await recorded(() => autosaved(visitor, path, section(version, `Gang ${version}.`)))
    scripts.push(all.filter(each => each.role === loginsOf().party?.user))
  }
  const folder = await mkdtemp(join(tmpdir(), 'medspil-pgbench-'))
  const before = await commits()
  const began = performance.now()
  await runPgbench(folder, scripts, loginOf('party'), seconds)
  const measured = perSecond((await commits()) - before, began)
  await rm(folder, { recursive: true })
  return measured
}

function perSecond(count: number, began: number): number {
  return count / ((performance.now() - began) / 1000)
}

async function commits(): Promise<number> {
  await house.superuser.query('select pg_stat_clear_snapshot()')
  const counted = await house.superuser.query<{ count: string }>(
    'select xact_commit as count from pg_stat_database where datname = current_database()',
  )
  return Number(counted.rows[0]?.count ?? 0)
}

function loginOf(role: 'door' | 'party') {
  const { host = '', port = 0, database = '', user = '', password } = house.deps.db[role].options
  // The pool asks for it each time it connects: it changes when the keyring turns.
  const known = typeof password === 'function' ? password() : password
  return { host, port: Number(port), database, user, password: String(known) }
}

function loginsOf() {
  const entries = (['door', 'party'] as const)
    .map(role => loginOf(role))
    .map(login => [login.user, login] as const)
  return { ...Object.fromEntries(entries), party: loginOf('party') }
}
