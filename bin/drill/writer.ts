import { setTimeout as pause } from 'node:timers/promises'
import type { Entry, Ledger } from './ledger.ts'

/**
 * Stores an entry and resolves when it was acknowledged. It is called again with an entry whose fate is unknown,
 * because the connection broke before the answer, and must then store it only if it is not there.
 */
export type Write = (entry: Entry) => Promise<void>

/** Writes entry after entry, each until it is acknowledged and then into the ledger, until the signal comes. */
export async function keepWriting(
  writer: number,
  write: Write,
  ledger: Ledger,
  end: AbortSignal,
): Promise<void> {
  for (let entry = 1; !end.aborted; ) {
    try {
      await write({ writer, entry })
    } catch {
      await pause(10) // nobody answered: the same entry again
      continue
    }
    await ledger.add({ writer, entry })
    entry++
  }
}
