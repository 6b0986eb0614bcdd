// A full disk must not keep the database from starting, for then nobody can look, export or tidy up. A ballast file
// keeps 32 MB that can be let go when they are needed; it is made again when there is room.
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from './fault.ts'
import { clusterIn } from './place.ts'

const MB = 1024 * 1024
const BALLAST = 32 * MB

/** Below `low` the ballast goes, above `ample` it is made again. The others are what a start needs at least. */
const low = 48 * MB
const ample = 3 * BALLAST
const toStart = 24 * MB
const toMake = 96 * MB

type Say = (line: string) => void

/** Lets the ballast go or makes it, as the free bytes on the disk ask. */
export function tendBallast(data: string, say: Say, free = freeBytes(data)): void {
  const ballast = join(data, 'ballast')
  if (free < low && existsSync(ballast)) {
    rmSync(ballast)
    say(
      `Disken er næsten fuld (${inMB(free)} MB fri ved ${data}). De sidste ${inMB(BALLAST)} MB i reserve er taget i brug. Ryd op nu. / The disk is nearly full; the reserve is in use. Make room now.`,
    )
  }
  if (free > ample && !existsSync(ballast)) makeBallast(ballast)
}

/** The same before a start. Throws a StartFault when there is too little room even without the ballast. */
export function ensureRoom(data: string, say: Say): void {
  const least = existsSync(clusterIn(data)) ? toStart : toMake
  tendBallast(data, say)
  const free = freeBytes(data)
  if (free >= least) return
  throw fault(
    `Disken er fuld: ${inMB(free)} MB fri ved ${data}, og databasen skal bruge ${inMB(least)} MB for at starte. Intet er rørt. Ryd op, og start igen.`,
    `The disk is full: ${inMB(free)} MB free at ${data}, and the database needs ${inMB(least)} MB to start. Nothing was touched. Make room and start again.`,
  )
}

/** Tends the ballast every ten seconds until `end` is called. */
export function watchRoom(data: string, say: Say): { end(): void } {
  const tend = () => {
    try {
      tendBallast(data, say)
    } catch {
      // the folder is gone or cannot be read: the server will say so better than we can
    }
  }
  const timer = setInterval(tend, 10_000)
  timer.unref()
  return { end: () => clearInterval(timer) }
}

/** Random bytes, so that no file system can squeeze them together; a ballast that does not fit is not kept. */
function makeBallast(path: string): void {
  try {
    writeFileSync(path, randomBytes(BALLAST), { mode: 0o600, flush: true })
  } catch {
    rmSync(path, { force: true })
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

const inMB = (bytes: number) => Math.floor(bytes / MB)
