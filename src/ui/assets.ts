// Where the browser finds what bin/build.ts made. Names carry a hash of their content, so they may be kept for ever.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = Readonly<Record<string, string>>
const read = new Map<string, Manifest>()

/**
 * The address of a built file: `asset('medspil.css')` → `/assets/medspil-4KX2ZQ7A.css`.
 * Throws when nothing is built, or when no such file was.
 */
export function asset(name: string, root: string = process.cwd()): string {
  const address = manifest(root)[name]
  if (address === undefined)
    throw new Error(`No asset named ${name} in build/assets.json. Run bin/build.ts again.`)
  return address
}

/** The folder whose files stand under /assets/, each beside its .br and .gz. */
export function assetFolder(root: string = process.cwd()): string {
  return join(root, 'build/assets')
}

function manifest(root: string): Manifest {
  const known = read.get(root)
  if (known) return known
  const fresh = readManifest(join(root, 'build/assets.json'))
  read.set(root, fresh)
  return fresh
}

function readManifest(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Error(`Cannot read ${path}. Run bin/build.ts first.`, { cause })
  }
}
