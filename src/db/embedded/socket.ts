import { lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { giveTo } from './folder.ts'

/** The number in the socket's name. Nothing listens on the network. */
export const PORT = 5432

/**
 * A new folder for the server's socket, mode 0700: short, because a socket's whole path must fit in 107 bytes, and
 * with a name nobody can guess and take first. The one before it, left by a killed start, is removed.
 */
export function makeSocketFolder(data: string, account: Account | undefined): string {
  const note = join(data, 'socket')
  removeSocketFolder(data)
  const folder = mkdtempSync(account && isFolder('/run') ? '/run/medspil-' : '/tmp/medspil-')
  writeFileSync(note, folder, { mode: 0o600 })
  giveTo(account, folder)
  return folder
}

/** Removes the socket folder that `<data>/socket` names, if it is one of ours. */
export function removeSocketFolder(data: string): void {
  const note = join(data, 'socket')
  const folder = lstatSync(note, { throwIfNoEntry: false })?.isFile() ? readFileSync(note, 'utf8') : ''
  if (/^\/(run|tmp)\/medspil-\w{6}$/.test(folder) && isFolder(folder)) {
    rmSync(folder, { recursive: true, force: true })
  }
  rmSync(note, { force: true })
}

const isFolder = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
