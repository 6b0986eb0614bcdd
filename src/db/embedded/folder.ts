import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Account } from './account.ts'

/** Makes a folder and those above it that are missing, each with `mode` whatever the umask says. */
export function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), mode)
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, mode)
}

/** Gives a file or folder to the account; undefined leaves it to ourselves. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid)
}

/** Waits until the disk has a folder's names: what was renamed into it is there after a power cut. */
export function settle(folder: string): void {
  const open = openSync(folder, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
