import { setTimeout as pause } from 'node:timers/promises'
import { fault, StartFault } from './fault.ts'
import { stopOrphan } from './orphan.ts'
import { clusterIn, type Place } from './place.ts'
import { clearSocket, type Server, startServer } from './server.ts'
import { settleSuperuser } from './superuser.ts'

/** What a server says when the one before it was killed and its processes are not all gone yet. */
const NOT_YET_GONE = /already exists|still in use/

const PATIENCE = 30_000

/** What a start needs to know. Passwords are the superuser's, newest first. */
export type Attempt = {
  place: Place
  socket: string
  passwords: readonly string[]
  say(line: string): void
}

/**
 * A server that answers. A start that fails because the one before it is still going away is tried again for half a
 * minute; any other failure throws a StartFault with the server's own last words.
 */
export async function startAnswering(attempt: Attempt): Promise<Server> {
  const last = performance.now() + PATIENCE
  for (;;) {
    await stopOrphan(clusterIn(attempt.place.data), attempt.say)
    clearSocket(attempt.socket)
    const server = startServer(attempt.place, attempt.socket)
    if (await answers(server, attempt)) return server
    const said = await server.ended
    if (!NOT_YET_GONE.test(said) || performance.now() > last) throw cannotStart(attempt.place, said)
    await pause(200)
  }
}

/** False when the server ended before it answered. */
async function answers(server: Server, { place, socket, passwords, say }: Attempt): Promise<boolean> {
  try {
    return await settleSuperuser(socket, passwords, server.isOver, say)
  } catch (error) {
    await server.stop()
    throw error instanceof StartFault ? error : cannotStart(place, `${error}`)
  }
}

function cannotStart({ data }: Place, said: string): StartFault {
  const words = said.split('\n').slice(-3).join('\n')
  return fault(
    `Databasen i ${data} kunne ikke starte. Dens sidste ord står nedenfor og i ${data}/postgres.log.`,
    `The database in ${data} could not start. Its last words:\n${words}`,
  )
}
