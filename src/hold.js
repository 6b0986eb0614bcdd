// One process at a time in a folder, without trusting a pid. Whoever holds it stands as a symbolic link whose text
// is the process's mark; the links are numbered and the highest one counts, so a dead holder is followed, never
// erased: two that follow at once both ask for the same number, and only one gets it. Plain JavaScript, because
// bin/prepare.js reads it before the pinned Node is there.
import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const FREE = 'free'

/** What tells a process from a later one with the same pid: "<pid> <start ticks>@<boot>", or undefined if it is gone. */
export function processMark(pid) {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (stat === undefined) return undefined
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (state === 'Z' || state === 'X') return undefined
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${pid} ${rest[18]}@${boot}`
}

/** The pid a mark names; NaN for a text that is no mark. */
export function pidOf(mark) {
  return Number.parseInt(mark, 10)
}

/** Whether the marked process still runs. One we are not allowed to look at counts as running. */
export function lives(mark) {
  const pid = pidOf(mark)
  if (!(pid > 0)) return false
  const now = processMark(pid)
  if (now !== undefined) return now === mark.trim()
  try {
    process.kill(pid, 0)
    return false // it is there and has no mark: a zombie
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Takes the folder for this process: `{ release, holds }`, or `{ heldBy }` with the pid of the living process that has it.
 * A folder that was moved away is held no more, whatever has come in its place: nothing there is let go.
 */
export function hold(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (;;) {
    const newest = Math.max(0, ...numbers(folder))
    const holder = newest === 0 ? FREE : quietly(() => readlinkSync(join(folder, `${newest}`)))
    if (holder === undefined) continue
    if (holder !== FREE && lives(holder)) return { heldBy: pidOf(holder) }
    const mark = processMark(process.pid)
    if (!follow(folder, newest, mark)) continue
    const holds = () => quietly(() => readlinkSync(join(folder, `${newest + 1}`))) === mark
    return { holds, release: () => holds() && quietly(() => follow(folder, newest + 1, FREE)) }
  }
}

/** The pid of the living process that holds the folder, without asking for it; undefined when nobody does. */
export function heldBy(folder) {
  const newest = Math.max(0, ...(quietly(() => numbers(folder)) ?? []))
  const holder = newest === 0 ? FREE : quietly(() => readlinkSync(join(folder, `${newest}`)))
  return holder !== undefined && holder !== FREE && lives(holder) ? pidOf(holder) : undefined
}

function follow(folder, newest, text) {
  try {
    symlinkSync(text, join(folder, `${newest + 1}`))
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  const later = numbers(folder).some(number => number > newest + 1)
  if (later) rmSync(join(folder, `${newest + 1}`), { force: true }) // we looked long ago: others came and went since
  if (later) return false
  for (const older of numbers(folder)) if (older <= newest) rmSync(join(folder, `${older}`), { force: true })
  return true
}

function numbers(folder) {
  return readdirSync(folder).map(Number).filter(Number.isSafeInteger)
}

function quietly(read) {
  try {
    return read()
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined
    throw error
  }
}
