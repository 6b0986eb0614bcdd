// How long the product takes from the command to its first answer, with nothing there and the second time, and what it
// keeps in memory then and while eight read at once.
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { descendants } from '../drill/kills.ts'
import { rate } from './load.ts'
import { startProduct, stop } from './processes.ts'
import { round, say } from './say.ts'

export async function start() {
  const folder = await mkdtemp(join(tmpdir(), 'medspil-bench-start-'))
  await chmod(folder, 0o711)
  const settings = { MEDSPIL_DATA: join(folder, 'data') }
  try {
    const cold = await startOnce(settings)
    await stop(cold.child)
    const warm = await startOnce(settings)
    const idle = await memoryOf(warm.child.pid, settings.MEDSPIL_DATA)
    const sent = await rate(8, 4, () => ({ port: warm.port, path: '/log-ind' }))
    const loaded = await memoryOf(warm.child.pid, settings.MEDSPIL_DATA)
    await stop(warm.child)
    say('A start, from the command to the first answer (what is installed is there)')
    say(`  nothing there: database, keyring, roles  ${(cold.took / 1000).toFixed(1)} s`)
    say(`  the second time                          ${(warm.took / 1000).toFixed(1)} s`)
    say(
      `  memory, its own and the database's: idle ${idle} MB, after ${round(sent)} pages a second ${loaded} MB`,
    )
    say()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function startOnce(settings: Record<string, string>) {
  const began = performance.now()
  const started = await startProduct(settings)
  return { ...started, took: performance.now() - began }
}

/** Megabytes of the process, of its database and of all they have started, shared pages counted once (PSS). */
async function memoryOf(pid: number | undefined, data: string): Promise<number> {
  const server = Number.parseInt(await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  const roots = [pid ?? server, server]
  const all = new Set(roots.flatMap(root => [root, ...descendants(root)]))
  const shares = await Promise.all([...all].map(shareOf))
  return Math.round(shares.reduce((sum, share) => sum + share, 0) / 1024)
}

async function shareOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
}
