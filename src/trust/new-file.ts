// A file that must never be half written: a draft beside it, synced, then given its name in one step. A kill leaves
// what stood before or the whole new one. A new file's name may not be taken; a file that is replaced must be there.

import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf } from '../fault-code.ts'
import type { Random } from '../random.ts'

/**
 * Puts `text` at `file` (0600, in a folder made 0700), on disk when it returns. Where a file already stands, also one
 * that another maker wrote meanwhile, that one is left as it is. Rejects with the system's own error.
 */
export async function writeOnce(file: string, text: string, random: Random): Promise<void> {
  await makeFolder(dirname(file))
  const draft = draftOf(file, random)
  await writeSynced(draft, text)
  await link(draft, file).catch(unlessTaken)
  await syncFolder(dirname(file))
  await removeDrafts(file)
}

/** Puts `text` in the place of what stands at `file` (0600), on disk when it returns. One replaces at a time. */
export async function replaceFile(file: string, text: string, random: Random): Promise<void> {
  await makeFolder(dirname(file))
  // Whoever starts meanwhile sweeps drafts away: then once more.
  for (let tries = 1; !(await replaced(file, text, random)); tries++)
    if (tries === 5) throw new Error('the draft was swept away')
  await syncFolder(dirname(file))
}

async function replaced(file: string, text: string, random: Random): Promise<boolean> {
  const draft = draftOf(file, random)
  await writeSynced(draft, text)
  try {
    await rename(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** As `replaceFile`, and what stood there is overwritten with zeros, unless it has another name too. */
export async function replaceSecret(file: string, text: string, random: Random): Promise<void> {
  const before = await open(file, 'r+')
  try {
    await replaceFile(file, text, random)
    const { nlink, size } = await before.stat()
    if (nlink > 0) return
    await before.write(Buffer.alloc(size), 0, size, 0)
    await before.sync()
  } finally {
    await before.close()
  }
}

const draftOf = (file: string, random: Random) =>
  `${file}.${Buffer.from(random.bytes(8)).toString('hex')}.draft`

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

// The folder is its owner's alone. Others may pass through those above it: as root the database runs as another user, and
// its data may lie there too.
async function makeFolder(folder: string): Promise<void> {
  const own = resolve(folder)
  const above = await mkdir(dirname(own), { recursive: true })
  const made = await mkdir(own, { recursive: true, mode: 0o700 })
  const first = above ?? made
  if (first === undefined) return
  for (let at = own; at.startsWith(first); at = dirname(at)) await syncFolder(dirname(at))
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
