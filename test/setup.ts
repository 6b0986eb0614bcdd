import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { build } from '../bin/build.ts'
import { startEmbedded } from '../src/db/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's one real PostgreSQL server; each test file makes a database of its own on it. */
    server: { host: string; port: number; password: string }
  }
}

/**
 * Nobody needs this server's words after the run, nor that it sweeps up behind them; the tests of what stays on disk start
 * servers of their own.
 */
async function forgetAtPowerCut(server: { host: string; port: number; password: string }) {
  const client = new Client({ ...server, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query('alter system set fsync = off')
  await client.query('alter system set full_page_writes = off')
  await client.query('alter system set autovacuum = off')
  await client.query('select pg_reload_conf()')
  await client.end()
}

/** One server for the whole run, and the built assets the pages link to. */
export async function setup(project: TestProject) {
  await build()
  const home = await mkdtemp(join(tmpdir(), 'medspil-test-'))
  // As root the server runs as another user, who must be able to pass through.
  await chmod(home, 0o711)
  const password = 'for-this-run-alone'
  const embedded = await startEmbedded({
    data: join(home, 'data'),
    explicitData: true,
    checkout: process.cwd(),
    passwords: [password],
    say: () => {},
  })
  await forgetAtPowerCut({ host: embedded.socket, port: embedded.port, password })
  project.provide('server', { host: embedded.socket, port: embedded.port, password })
  return async () => {
    await embedded.stop()
    await rm(home, { recursive: true, force: true })
  }
}
