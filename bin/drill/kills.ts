import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from './house.ts'

/** A way to kill: what is killed, and whether the parent lives on and starts the rest again itself. */
export type Kill = { name: string; parentLives: boolean; kill(house: House, data: string): Promise<void> }

/** The Node process alone, the database server alone, and both with all they started. */
export const kills: [Kill, ...Kill[]] = [
  { name: 'parent', parentLives: false, kill: house => house.kill() },
  {
    name: 'postmaster',
    parentLives: true,
    async kill(_house, data) {
      killAll([serverPid(data)])
    },
  },
  {
    name: 'everything',
    parentLives: false,
    async kill(house, data) {
      killAll([house.pid, ...descendants(house.pid), serverPid(data)])
      await house.ended
    },
  },
]

function serverPid(data: string): number {
  return Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

function killAll(pids: number[]): void {
  for (const pid of new Set(pids)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // it went with the one before
    }
  }
}

/** Every process below this one, however deep. */
export function descendants(pid: number): number[] {
  const children = listProcesses().filter(one => one.parent === pid)
  return children.flatMap(child => [child.pid, ...descendants(child.pid)])
}

function listProcesses(): { pid: number; parent: number }[] {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return pids.flatMap(pid => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
      return [{ pid: Number(pid), parent: Number(parent) }]
    } catch {
      return [] // it ended while we looked
    }
  })
}
