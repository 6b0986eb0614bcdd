import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder.ts'

/**
 * PostgreSQL's programs in a place that others may read: `<home>/server-<version>`. A copy that is not whole, or not
 * of the same files, is made anew; two starts at once end with one of the two copies.
 */
export function copyBinaries(native: string, home: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(native, '..', 'package.json'), 'utf8'),
  )
  const place = join(home, `server-${version}`)
  if (existsSync(place) && listing(place) === listing(native)) return place
  makeFolder(home, 0o711)
  const fresh = `${place}.${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  letAllRead(fresh)
  if (existsSync(place)) rmSync(place, { recursive: true })
  try {
    renameSync(fresh, place)
  } catch (error) {
    rmSync(fresh, { recursive: true })
    if (!existsSync(place)) throw error
  }
  return place
}

/** Every file's path and size, to tell a whole copy from one that a crash cut short. */
function listing(folder: string): string {
  return names(folder)
    .map(name => [name, lstatSync(join(folder, name))] as const)
    .map(([name, found]) => (found.isFile() ? `${name} ${found.size}` : name))
    .sort()
    .join('\n')
}

function letAllRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const name of names(folder)) {
    const found = lstatSync(join(folder, name))
    if (found.isSymbolicLink()) continue
    const runs = found.isDirectory() || (found.mode & 0o100) !== 0
    chmodSync(join(folder, name), runs ? 0o755 : 0o644)
  }
}

const names = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
