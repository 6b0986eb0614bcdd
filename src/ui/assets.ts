// Where the browser finds what bin/build.ts made. Names carry a hash of their content, so they may be kept for ever.
import { createHash } from 'node:crypto'
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

/** The product's styles as they stand in a page, with whole addresses, and the hash by which a policy lets them in. */
export type Styles = { text: string; hash: string }

let sheet: Styles | undefined

/** Read once: what is built does not change under a server. Throws when nothing is built. */
export function styles(): Styles {
  sheet ??= readStyles()
  return sheet
}

function readStyles(): Styles {
  const file = readFileSync(join('build', asset('medspil.css')), 'utf8')
  const text = file.replaceAll('url("./', 'url("/assets/')
  return { text, hash: createHash('sha256').update(text).digest('base64') }
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
