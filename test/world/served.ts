import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { House } from './house.ts'

/** The house's app on a free port of this machine, until it is closed. */
export async function serveHouse({ app }: Pick<House, 'app'>): Promise<{ address: string; close(): void }> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise(listening => server.once('listening', listening))
  return { address: `http://localhost:${portOf(server.address())}`, close: () => void server.close() }
}

/** The port a server listens on. */
export function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}
