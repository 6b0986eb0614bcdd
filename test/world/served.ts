import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { House } from './house.ts'

/** The house's app on a free port of this machine, until it is closed. */
export async function serveHouse({ app }: Pick<House, 'app'>): Promise<{ address: string; close(): void }> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(listening => server.once('listening', listening))
  return { address: `http://localhost:${portOf(server.address())}`, close: () => void server.close() }
}

const portOf = (bound: AddressInfo | string | null): number =>
  bound !== null && typeof bound === 'object' ? bound.port : 0
