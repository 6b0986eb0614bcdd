// A file that must never be half written and never be written twice: a draft beside it, synced, then given its name
// in one step that fails when the name is taken. A kill leaves either no file or a whole one.

import { link, mkdir, open, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Random } from '../random.ts'

/**
 * Puts `text` at `file` (0600, in a folder made 0700), on disk when it returns. Where a file already stands, also one
 * that another maker wrote meanwhile, that one is left as it is. Rejects with the system's own error.
 */
export async function writeOnce(file: string, text: string, random: Random): Promise<void> {
  await makeFolder(dirname(file))
  const draft = `${file}.${Buffer.from(random.bytes(8)).toString('hex')}.draft`
  await writeSynced(draft, text)
  await link(draft, file).catch(unlessTaken)
  await syncFolder(dirname(file))
  await removeDrafts(file)
}

/**
 * Removes what makers of `file` left behind, killed ones too: a draft can be a second name of the file itself, secrets
 * and all. Only for where `file` stands: a maker whose draft is gone then takes that one.
 */
export async function removeDrafts(file: string): Promise<void> {
  const folder = dirname(file)
  const drafts = (await readdir(folder)).filter(
    name => name.startsWith(`${basename(file)}.`) && name.endsWith('.draft'),
  )
  for (const name of drafts) await rm(join(folder, name), { force: true })
}

/** Makes the names in `folder` outlive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(resolve(folder), { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = resolve(folder); made.startsWith(first); made = dirname(made))
    await syncFolder(dirname(made))
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// ENOENT: another maker was first and has swept our draft away with the rest.
function unlessTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error
}
