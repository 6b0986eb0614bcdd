import { randomUUID } from 'node:crypto'

// A text too large to go along in a form waits here, in this process's memory alone and for half an hour: one for each
// setup. Whoever comes later than that chooses the file again.

const held = new Map<string, { id: string; text: string; timer: NodeJS.Timeout }>()
const patience = 30 * 60_000

/** Keeps it in place of the setup's last one; the id is for the form. */
export function hold(setup: string, text: string, id: string = randomUUID()): string {
  letGo(setup)
  const timer = setTimeout(() => held.delete(setup), patience)
  timer.unref()
  held.set(setup, { id, text, timer })
  return id
}

export function findHeld(setup: string, id: string): string | undefined {
  const found = held.get(setup)
  return found?.id === id ? found.text : undefined
}

export function letGo(setup: string): void {
  clearTimeout(held.get(setup)?.timer)
  held.delete(setup)
}
