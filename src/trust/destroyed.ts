// What must stay destroyed (walls.md §1.7). A shelf's line reaches the disk before its key leaves the database, and
// every start replays the lines: a backup that brings the key back loses it again before anybody can ask.

import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../fault-code.ts'
import { syncFolder } from './new-file.ts'

/** `on` is a local date as 2026-08-15, `shelf` a shelf's id. */
export type Destroyed = { on: string; shelf: string }

const line = /^(?<on>\d{4}-\d{2}-\d{2}) (?<shelf>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The log's place: beside the keyring, in no backup of the database. */
export function destroyedLogBeside(keyring: string): string {
  return join(dirname(keyring), 'destroyed.log')
}

/** Writes that these shelves are destroyed. On disk when it returns; before that nothing may be taken as destroyed. */
export async function addDestroyed(log: string, destroyed: readonly Destroyed[]): Promise<void> {
  const handle = await open(log, 'a', 0o600)
  try {
    // A line end before each line too: what a kill tore off stays a line of its own.
    await handle.appendFile(destroyed.map(({ on, shelf }) => `\n${on} ${shelf}\n`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(dirname(log))
}

/**
 * Every shelf ever destroyed, oldest first; none when there is no log yet. `torn` counts lines that a kill cut short:
 * their destroying never began, and is asked for again by whoever asked before.
 */
export async function readDestroyed(log: string): Promise<{ destroyed: Destroyed[]; torn: number }> {
  const lines = (await readLog(log)).split('\n').filter(text => text !== '')
  const destroyed = lines.flatMap(text => findLine(text) ?? [])
  return { destroyed, torn: lines.length - destroyed.length }
}

function findLine(text: string): Destroyed | undefined {
  const { on, shelf } = line.exec(text)?.groups ?? {}
  return on && shelf ? { on, shelf } : undefined
}

async function readLog(log: string): Promise<string> {
  try {
    return await readFile(log, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}
