import { readFileSync, statSync } from 'node:fs'
import { type Keyring, parseKeyring } from './keyring-text.ts'

/**
 * The keyring as it stands in its file at each use: another process may have turned it. A file that is gone or cannot be
 * read changes nothing; nor does another installation's.
 */
export function standingKeyring(file: string, found: Keyring): Keyring {
  let [keyring, mark] = [found, '']

  function now(): Keyring {
    const stands = markOf(file)
    if (stands === undefined || stands === mark) return keyring
    const read = readQuietly(file)
    if (read?.installation === found.installation) [keyring, mark] = [read, stands]
    return keyring
  }

  return {
    installation: found.installation,
    get epochs() {
      return now().epochs
    },
    get current() {
      return now().current
    },
  }
}

// A replaced file is another file, so its inode tells; the times tell of one that was written over.
function markOf(file: string): string | undefined {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true })
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`
  } catch {
    return undefined
  }
}

function readQuietly(file: string): Keyring | undefined {
  try {
    const read = parseKeyring(readFileSync(file, 'utf8'))
    return 'keyring' in read ? read.keyring : undefined
  } catch {
    return undefined
  }
}
