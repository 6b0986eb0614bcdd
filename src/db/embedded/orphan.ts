// A server whose Medspil was killed may still be running on our folder. It is stopped, cleanly, before a new one
// starts. Its pid file is removed only when its pid certainly belongs to somebody else.
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processMark } from '../../hold.js'
import { fault } from './fault.ts'

/** The pid in `<cluster>/postmaster.pid`, if there is one. */
export function findServerPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return pid > 1 ? pid : undefined
}

/** Whether the process is a living PostgreSQL server (no zombie, no other program) of exactly this folder. */
export function serves(pid: number, cluster: string): boolean {
  if (processMark(pid) === undefined) return false
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false // gone, or another user's: then it is not ours, for only its owner can serve this folder
  }
}

/** Stops a server that still runs on the folder and waits until it is gone. Throws a StartFault if it will not go. */
export async function stopOrphan(cluster: string, say: (line: string) => void): Promise<void> {
  const pid = findServerPid(cluster)
  if (pid === undefined) return
  if (!serves(pid, cluster)) return forget(cluster, pid)
  say(
    `En databaseserver fra før (pid ${pid}) lukkes først. / Stopping an earlier database server first (pid ${pid}).`,
  )
  if (await endsAfter('SIGINT', pid, cluster, 15_000)) return
  if (await endsAfter('SIGQUIT', pid, cluster, 15_000)) return
  throw fault(
    `En databaseserver fra før (pid ${pid}) kører stadig i ${cluster} og vil ikke lukke. Luk den: kill -INT ${pid}`,
    `An earlier database server (pid ${pid}) still runs in ${cluster} and will not stop. Stop it: kill -INT ${pid}`,
  )
}

/** SIGINT: everybody is sent away and the data are put down. SIGQUIT: at once; the next start repairs. */
async function endsAfter(
  signal: 'SIGINT' | 'SIGQUIT',
  pid: number,
  cluster: string,
  milliseconds: number,
): Promise<boolean> {
  const last = performance.now() + milliseconds
  if (serves(pid, cluster)) process.kill(pid, signal)
  while (serves(pid, cluster)) {
    if (performance.now() > last) return false
    await pause(25)
  }
  return true
}

/** A pid that lives as something else would make the server refuse; one that is dead the server clears up itself. */
function forget(cluster: string, pid: number): void {
  if (existsSync(`/proc/${pid}`)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}
