// The database that comes with the system: a real PostgreSQL server in the data folder, watched over from here.
// Each way it has been seen to fail has its file in embedded/; this one puts them in order.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Held, hold } from '../hold.js'
import { startAnswering } from './embedded/attempts.ts'
import { ensureCluster } from './embedded/cluster.ts'
import { keepGoing } from './embedded/keeping.ts'
import { choosePlace, type Place, usualHome } from './embedded/place.ts'
import { ensureRoom, watchRoom } from './embedded/room.ts'
import { runs } from './embedded/running.ts'
import { makeSocketFolder, PORT, removeSocketFolder } from './embedded/socket.ts'
import { watchPlace } from './embedded/watch-place.ts'

/** A running database. `socket` is the folder its socket is in: the `host` of a connection. */
export type Embedded = {
  socket: string
  port: number
  database: 'medspil'
  superuser: 'postgres'
  /** Sends everybody away, puts the data down, and resolves when the server is gone. */
  stop(): Promise<void>
}

/** `home`: where data go that cannot lie in a closed checkout. */
export type EmbeddedWish = {
  data: string
  explicitData: boolean
  checkout: string
  /**
   * Of the superuser, printable ASCII, newest first: the first makes the database or is set; the others still open it.
   * A function is asked at each start.
   */
  passwords: readonly string[] | (() => readonly string[])
  say(line: string): void
  /** Called once when the data are no longer where they were: somebody moved or deleted the folder. */
  moved?(): void
  home?: string
}

/**
 * Starts the database in `data` (an absolute path) and keeps it running until `stop`. Two cannot have the same data.
 * Throws a StartFault, whose message says what is wrong and what to do; then nothing is left running.
 */
export async function startEmbedded({ home = usualHome, ...wish }: EmbeddedWish): Promise<Embedded> {
  const place = choosePlace({ ...wish, home })
  if (place.moved) wish.say(`Data ligger i ${place.data} / The data are in ${place.data}`)
  ensureRoom(place.data, wish.say)
  const held = holdData(place)
  try {
    return await startHeld(place, wish, held)
  } catch (error) {
    removeSocketFolder(place.data)
    held.release()
    throw error
  }
}

async function startHeld(place: Place, wish: EmbeddedWish, held: Held): Promise<Embedded> {
  const { say } = wish
  const passwords = () => (typeof wish.passwords === 'function' ? wish.passwords() : wish.passwords)
  await ensureCluster(place, passwords()[0] ?? '')
  const socket = makeSocketFolder(place.data, place.account)
  const start = () => startAnswering({ place, socket, passwords: passwords(), say })
  const restart = () => {
    ensureRoom(place.data, say)
    return start()
  }
  const keeping = keepGoing(await start(), restart, say)
  const room = watchRoom(place.data, say)
  const watch = watchPlace(place.data, held, wish)
  return {
    socket,
    port: PORT,
    database: 'medspil',
    superuser: 'postgres',
    async stop() {
      room.end()
      watch.end()
      await keeping.stop()
      // What lies there now may be another's.
      if (held.holds()) removeSocketFolder(place.data)
      else rmSync(socket, { recursive: true, force: true })
      held.release()
    },
  }
}

function holdData({ data }: Place): Held {
  const held = hold(join(data, 'held'))
  if (!('heldBy' in held)) return held
  throw runs({ data, pid: held.heldBy })
}
