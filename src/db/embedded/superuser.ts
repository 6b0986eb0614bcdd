// The server's own administrator. Its password follows the keyring: when the keyring has turned, the newest password
// is set and older ones stop working. The server is handed only a verifier, so no password is in any statement.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { fault } from './fault.ts'
import { PORT } from './socket.ts'

const WRONG_PASSWORD = '28P01'

/** Class 57: starting up or shutting down. A refused socket counts the same. */
const NOT_YET = '57'

/**
 * Waits until the server answers, however long it repairs itself, then sees that the newest password is the one
 * that works and that the database `medspil` is there. Passwords are printable ASCII, newest first.
 * Resolves to false when `isOver` came true first. Throws a StartFault when no password fits.
 */
export async function settleSuperuser(
  socket: string,
  passwords: readonly string[],
  isOver: () => boolean,
  say: (line: string) => void,
): Promise<boolean> {
  const patience = setTimeout(() => say(repairing), 10_000)
  try {
    for (let tries = 0; !isOver(); tries++) {
      const entered = await enter(socket, passwords)
      if (entered) return await settle(entered.client, entered.password, passwords[0] ?? '')
      await pause(Math.min(20 * 1.2 ** tries, 500))
    }
    return false
  } finally {
    clearTimeout(patience)
  }
}

const repairing =
  'Databasen retter sig op efter et afbrudt stop; det kan tage lidt. / The database is recovering; this can take a while.'

type Entered = { client: pg.Client; password: string }

/** A connection with the first password that fits; undefined when the server does not answer yet. */
async function enter(socket: string, passwords: readonly string[]): Promise<Entered | undefined> {
  for (const password of passwords) {
    const client = new pg.Client({
      host: socket,
      port: PORT,
      user: 'postgres',
      password,
      database: 'postgres',
      connectionTimeoutMillis: 5_000,
    })
    client.on('error', () => {}) // a lost connection shows in the next query
    try {
      await client.connect()
      return { client, password }
    } catch (error) {
      await client.end().catch(() => {})
      const code = error instanceof pg.DatabaseError ? (error.code ?? '') : NOT_YET
      if (code.startsWith(NOT_YET)) return undefined
      if (code !== WRONG_PASSWORD) throw error
    }
  }
  throw fault(
    'Databasen kender ikke nøgleringen: den hører til en anden installation eller er ældre end databasen. Læg den rette keyring.json på plads.',
    'The database does not know the keyring: it belongs to another installation or is older than the database. Put the right keyring.json in place.',
  )
}

async function settle(client: pg.Client, password: string, newest: string): Promise<true> {
  try {
    if (password !== newest) await client.query(`ALTER ROLE postgres PASSWORD '${verifier(newest)}'`)
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'medspil'")
    if (rowCount === 0) await client.query('CREATE DATABASE medspil')
    return true
  } finally {
    await client.end()
  }
}

/** What PostgreSQL keeps of a password, made by us (RFC 5802 with SHA-256): Base64 and `$:` only, safe in quotes. */
function verifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const key = (name: string) => createHmac('sha256', salted).update(name).digest()
  const stored = createHash('sha256').update(key('Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`
}
