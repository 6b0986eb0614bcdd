// Unwrapped keys in memory: each at most 60 s, only so many at once, and overwritten with zeros when they go.

import type { Clock } from '../clock.ts'

const life = 60_000
const most = 4096

type Held = { key: Uint8Array; since: number; timer: NodeJS.Timeout }

/**
 * Keys by name. A key that `find` gives is to be used at once and kept nowhere: it may be zeros a moment later.
 * The timer empties the memory of a server nobody asks; the clock holds the same limit where a test moves it.
 */
export function createUnwrapped(clock: Clock) {
  const held = new Map<string, Held>()

  function drop(name: string): void {
    const entry = held.get(name)
    clearTimeout(entry?.timer)
    entry?.key.fill(0)
    held.delete(name)
  }

  function find(name: string): Uint8Array | undefined {
    const entry = held.get(name)
    if (entry && Math.abs(clock.now().getTime() - entry.since) < life) return entry.key
    drop(name)
    return undefined
  }

  function hold(name: string, key: Uint8Array): void {
    drop(name)
    const [oldest] = held.keys()
    if (oldest !== undefined && held.size >= most) drop(oldest)
    const timer = setTimeout(() => drop(name), life).unref()
    held.set(name, { key, since: clock.now().getTime(), timer })
  }

  function dropUnder(prefix: string): void {
    for (const name of held.keys()) if (name.startsWith(prefix)) drop(name)
  }

  return { find, hold, dropUnder }
}
