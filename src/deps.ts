import type { Clock } from './clock.ts'
import type { Database } from './db/database.ts'
import type { DemoFace } from './demo/face.ts'
import type { Random } from './random.ts'
import type { Keys } from './trust/keys.ts'
import type { Pins } from './trust/pins.ts'

/** What the app is given from outside. Tests give the same kinds of things, never a stand-in. */
export type Deps = {
  db: Database
  keys: Keys
  /** The PINs of those without mail, kept under the keyring. */
  pins: Pins
  clock: Clock
  random: Random
  /** Where people reach us, e.g. `https://medspil.example`; links in mails and the check of Origin use it. */
  origin: string
  installation: 'demo' | 'trial' | 'live'
  database: 'embedded' | 'server'
  /** Under the first sign-in codes are hashed, so that a copy of the database gives no code; the others still fit. */
  codeSecrets(): readonly [Uint8Array, ...Uint8Array[]]
  /** What the keyring's turning has due is done; on a server of one's own nothing. */
  turnKeys(): Promise<void>
  /** The list beside the keyring of what is destroyed: it outlives every backup of the database (walls §1.7). */
  destroyedLog: string
  /** How a demo shows itself; in no other installation. */
  demo?: DemoFace
  /** One line to the terminal. Codes go here on trial; texts of a conversation never. */
  say(line: string): void
}
