import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { build } from '../bin/build.ts'
import { ensureCluster } from '../src/db/embedded/cluster.ts'
import { choosePlace, usualHome } from '../src/db/embedded/place.ts'
import { startServer } from '../src/db/embedded/server.ts'
import { makeSocketFolder, PORT, removeSocketFolder } from '../src/db/embedded/socket.ts'
import { settleSuperuser } from '../src/db/embedded/superuser.ts'
import type { TestServer } from './world/ground.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's one real PostgreSQL server; each test file makes a database of its own on it. */
    server: TestServer
  }
}

/**
 * Nobody needs this server's words after the run, nor that it sweeps up behind them, and many houses stand on it at once;
 * the tests of what stays on disk start servers of their own.
 */
const forgetful = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' },
  ...{ max_connections: '250' },
}

async function startForgetful(data: string, password: string) {
  const place = choosePlace({ data, explicitData: true, checkout: process.cwd(), home: usualHome })
  await ensureCluster(place, password)
  const socket = makeSocketFolder(place.data, place.account)
  const settings = Object.entries(forgetful).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = startServer(place, socket, settings)
  await settleSuperuser(socket, [password], server.isOver, () => {})
  const stop = async () => {
    await server.stop()
    removeSocketFolder(place.data)
  }
  return { host: socket, port: PORT, stop }
}

/** One server for the whole run, and the built assets the pages link to. */
export async function setup(project: TestProject) {
  await build()
  const home = await mkdtemp(join(tmpdir(), 'medspil-test-'))
  // As root the server runs as another user, who must be able to pass through.
  await chmod(home, 0o711)
  const password = 'for-this-run-alone'
  const { host, port, stop } = await startForgetful(join(home, 'data'), password)
  project.provide('server', { host, port, password, home })
  return async () => {
    await stop()
    await rm(home, { recursive: true, force: true })
  }
}
