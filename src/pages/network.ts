import { networkOf } from '../domain/door.ts'
import type { PageContext } from './context.ts'

/**
 * The network a request came from. Behind a proxy on this machine it is the last address the proxy wrote; a
 * forwarded address from anywhere else is anybody's claim and not read.
 */
export function networkOfRequest(c: PageContext): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1'
  const loopback = peer === '::1' || peer.startsWith('127.') || peer.startsWith('::ffff:127.')
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return networkOf(loopback && forwarded ? forwarded : peer).slice(0, 64)
}
