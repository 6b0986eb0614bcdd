import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from './server.ts'

/** A server that is started again whenever it ends unasked. */
export type Keeping = { stop(): Promise<void> }

/**
 * Keeps the server going: when it ends and nobody asked, `again` starts a new one, and is tried until it succeeds,
 * more slowly each time. What went wrong is said once per failure that differs.
 */
export function keepGoing(first: Server, again: () => Promise<Server>, say: (line: string) => void): Keeping {
  const stopping = new AbortController()
  let server = first

  const restart = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        return await again()
      } catch (error) {
        say(error instanceof Error ? error.message : `${error}`)
        await pause(Math.min(500 * 2 ** failures, 30_000), undefined, { signal: stopping.signal }).catch(
          () => {},
        )
      }
    }
    return undefined
  }

  const watching = (async () => {
    for (;;) {
      await server.ended
      if (stopping.signal.aborted) return
      say(
        'Databaseserveren stoppede uventet og startes igen. / The database server stopped unexpectedly; restarting it.',
      )
      const next = await restart()
      if (next === undefined) return
      server = next
      if (stopping.signal.aborted) return await server.stop()
    }
  })()

  return {
    async stop() {
      stopping.abort()
      await server.stop()
      await watching
    },
  }
}
