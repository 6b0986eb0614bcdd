import { setTimeout as pause } from 'node:timers/promises'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { codeOf } from '../fault-code.ts'

/** Passwords that may be the right one, the likeliest first. */
export type Passwords = () => readonly string[]

type Callback = Parameters<Pool['connect']>[0]
type Login = { password(): string; now(): number; tryAfter(refused: number): void; count(): number }

/** A pool that keeps its way in while passwords change: one that is refused is followed by the next. */
export function loginPool(config: PoolConfig, passwords: Passwords): Pool {
  let at = 0
  const count = () => Math.max(1, passwords().length)
  return new LoginPool(config, {
    count,
    password: () => passwords()[at % count()] ?? '',
    now: () => at,
    // Of many that are refused at once, one goes on to the next: else they would go round and past it.
    tryAfter: refused => {
      if (at === refused) at = (at + 1) % count()
    },
  })
}

const REFUSED = '28P01'

class LoginPool extends Pool {
  readonly #login: Login

  constructor(config: PoolConfig, login: Login) {
    super({ ...config, password: login.password })
    this.#login = login
  }

  override connect(): Promise<PoolClient>
  override connect(callback: Callback): void
  override connect(callback?: Callback): Promise<PoolClient> | undefined {
    const connected = this.#insist()
    if (!callback) return connected
    connected.then(
      client => callback(undefined, client, fault => client.release(fault)),
      fault => callback(fault, undefined, () => {}),
    )
    return undefined
  }

  async #insist(): Promise<PoolClient> {
    for (let tries = 1; ; tries++) {
      const tried = this.#login.now()
      try {
        return await super.connect()
      } catch (fault) {
        const refused = codeOf(fault) === REFUSED
        if (!refused || tries > 3 * this.#login.count()) throw fault
        this.#login.tryAfter(tried)
        if (tries % this.#login.count() === 0) await pause(50)
      }
    }
  }
}
