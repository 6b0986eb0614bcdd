// The shelves' keys in a file of their own, wrapped as they are: the smaller half of every backup. They open nothing
// without the keyring, and nothing at all once their epoch has ended.

import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { copyOut } from '../backup/copy.ts'
import { type Json, type Packed, writeParcel } from '../backup/parcel.ts'

/** What the head of a keys' file says. `epoch` is the newest when it was made. */
export type KeysHead = { medspil: 'shelf-keys'; format: 1; installation: string; made: string; epoch: number }

/** The columns of each table in the file, in order; the second names what the key is of. */
export const keyTables = {
  shelf: ['organisation_id', 'id', 'epoch', 'wrapped'],
  pin: ['organisation_id', 'slip_id', 'epoch', 'wrapped'],
} as const

/** Every live key as the client's transaction sees them. Gives their number. */
export async function writeKeys(client: Client, file: string, head: KeysHead): Promise<number> {
  return writeParcel(file, head, packKeys(client))
}

async function* packKeys(client: Client): AsyncGenerator<Packed> {
  for (const [table, columns] of Object.entries(keyTables)) {
    const head: Json = { table, columns }
    const text = `copy (select ${columns.join(', ')} from ${table} where wrapped is not null) to stdout`
    yield { head, rows: copyOut(client, text) }
  }
}

const named = /^shelf-keys-epoch-(?<epoch>\d+)-(?<on>\d{4}-\d{2}-\d{2})\.medspil$/

/** Whether the keys were put down in the folder under this epoch; with `on`, on this day. */
export async function isPutDown(folder: string, epoch: number, on?: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.some(name => {
    const said = named.exec(name)?.groups
    return said?.epoch === String(epoch) && (on === undefined || said.on === on)
  })
}

/** Whether keys were ever put down in the folder. */
export async function hasPutDown(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).some(name => named.test(name))
}

/** Puts the newest keys down in the folder, and takes away older ones: they are worth less each day. */
export async function putDown(client: Client, folder: string, head: KeysHead, on: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `shelf-keys-epoch-${head.epoch}-${on}.medspil`
  const keys = await writeKeys(client, join(folder, name), head)
  for (const other of await readdir(folder))
    if (other !== name && named.test(other)) await rm(join(folder, other), { force: true })
  return keys
}
