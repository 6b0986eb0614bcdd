import type { Server } from 'node:http'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import { fault } from './db/embedded/fault.ts'
import type { Env } from './env.ts'
import { codeOf } from './fault-code.ts'

type Fetch = Parameters<typeof serve>[0]['fetch']
type Place = Pick<Env, 'host' | 'port' | 'data' | 'demo'>

/** A server that answers. Throws a StartFault where the port was taken after it was looked at. */
export function listen(fetch: Fetch, place: Place): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: place.port, hostname: place.host }, () => {
      if ('closeAllConnections' in server) resolve(server)
    })
    const kept = {
      da: `Medspil er stoppet igen, og data står i ${place.data}.`,
      en: `Medspil has stopped again, and the data stand in ${place.data}.`,
    }
    server.once('error', cause => reject(listenFault(cause, place, kept)))
  })
}

const untouched = { da: 'Intet er ændret.', en: 'Nothing was changed.' }

/** Before anything is made: throws a StartFault where nobody could listen. */
export async function refuseTakenPort(place: Pick<Place, 'host' | 'port' | 'demo'>): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', cause => reject(listenFault(cause, place, untouched)))
    probe.listen(place.port, place.host, resolve)
  })
  await new Promise(closed => probe.close(closed))
}

type Outcome = { da: string; en: string }

function listenFault(
  cause: Error,
  { port, host, demo }: Pick<Place, 'host' | 'port' | 'demo'>,
  { da, en }: Outcome,
): Error {
  const code = codeOf(cause)
  const another = `PORT=${port < 65_535 ? port + 1 : 4000} npm start${demo ? ' -- --demo' : ''}`
  if (code === 'EADDRINUSE')
    return fault(
      `Port ${port} er optaget. ${da} Stop det, der bruger den, eller vælg en anden: ${another}`,
      `Port ${port} is taken. ${en} Stop what uses it or choose another: ${another}`,
    )
  if (code !== undefined && ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(code))
    return fault(
      `Der kan ikke lyttes på ${host}:${port} (${code}). ${da} Vælg en anden PORT eller HOST.`,
      `Cannot listen on ${host}:${port} (${code}). ${en} Choose another PORT or HOST.`,
    )
  return cause
}
