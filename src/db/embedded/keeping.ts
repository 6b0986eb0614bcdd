import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from './server.ts'

/** A server that is started again whenever it ends unasked. */
export type Keeping = { stop(): Promise<void> }

type Say = (line: string) => void

/**
 * Keeps the server going: when it ends and nobody asked, `again` starts a new one, and is tried until it succeeds,
 * more slowly each time up to half a minute. The same failure is told once.
 */
export function keepGoing(first: Server, again: () => Promise<Server>, say: Say): Keeping {
  const stopping = new AbortController()
  let server = first
  const watching = watch()

  async function watch(): Promise<void> {
    await server.ended
    while (!stopping.signal.aborted) {
      say(
        'Databaseserveren stoppede uventet og startes igen. / The database server stopped; starting it again.',
      )
      const next = await insist(again, stopping.signal, say)
      if (next === undefined) return
      server = next
      say('Databaseserveren kører igen. / The database server runs again.')
      if (stopping.signal.aborted) return server.stop()
      await server.ended
    }
  }

  return {
    async stop() {
      stopping.abort()
      await server.stop()
      await watching
    },
  }
}

/** What `again` gives once it succeeds; undefined when stopping was asked for first. */
async function insist(
  again: () => Promise<Server>,
  stopping: AbortSignal,
  say: Say,
): Promise<Server | undefined> {
  let told = ''
  for (let failures = 0; !stopping.aborted; failures++) {
    try {
      return await again()
    } catch (error) {
      const fault = error instanceof Error ? error.message : `${error}`
      if (fault !== told) say(fault)
      told = fault
      await pause(Math.min(500 * 2 ** failures, 30_000), undefined, { signal: stopping }).catch(() => {})
    }
  }
  return undefined
}
