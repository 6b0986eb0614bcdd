// COPY over an open connection, which `pg` leaves to whoever submits the statement: rows leave and enter the database as
// the text PostgreSQL itself writes and reads, so a value comes back as it was whatever its type.

import { once } from 'node:events'
import type { Client, Connection } from 'pg'

declare module 'pg' {
  interface Connection {
    sendCopyFromChunk(chunk: Uint8Array): void
    endCopyFrom(): void
    sendCopyFail(message: string): void
  }
}

/** Waiting bytes at which the one who gives is asked to wait. */
const enough = 1 << 20

/** A statement under way; `pg` calls what is named handle… */
class Copying {
  readonly #text: string
  readonly done: Promise<number>
  protected finish: (rows: number) => void = () => {}
  protected fail: (fault: unknown) => void = () => {}
  #rows = 0

  constructor(text: string) {
    this.#text = text
    this.done = new Promise((resolve, reject) => {
      this.finish = resolve
      this.fail = reject
    })
    this.done.catch(() => {}) // whoever awaits it hears of it
  }

  submit(connection: Connection): void {
    connection.query(this.#text)
  }
  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(/^COPY (\d+)$/.exec(text)?.[1])
  }
  handleError(fault: unknown): void {
    this.fail(fault)
  }
  handleReadyForQuery(): void {
    this.finish(this.#rows)
  }
}

class CopyingOut extends Copying {
  readonly #rows: Uint8Array[] = []
  #waiting = 0
  #abandoned = false
  #connection: Connection | undefined
  #come: () => void = () => {}

  override submit(connection: Connection): void {
    this.#connection = connection
    super.submit(connection)
  }
  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    if (this.#abandoned) return
    // The chunk lies in a buffer that is used again.
    this.#rows.push(Buffer.from(chunk))
    this.#waiting += chunk.length
    if (this.#waiting > enough) this.#connection?.stream.pause()
    this.#come()
  }

  /** All that has come so far, or waits for more; undefined when that was all. */
  async next(): Promise<Uint8Array | undefined> {
    if (this.#waiting === 0) {
      const more = new Promise<void>(resolve => {
        this.#come = resolve
      })
      await Promise.race([more, this.done])
    }
    if (this.#waiting === 0) return undefined
    const rows = Buffer.concat(this.#rows.splice(0))
    this.#waiting = 0
    this.#connection?.stream.resume()
    return rows
  }
  /** Nobody asks any more: what comes is let go, and the connection goes on. */
  abandon(): void {
    this.#abandoned = true
    this.#connection?.stream.resume()
  }
}

class CopyingIn extends Copying {
  #connection: Connection | undefined
  readonly open: Promise<unknown>
  #opened: () => void = () => {}

  constructor(text: string) {
    super(text)
    const opened = new Promise<void>(resolve => {
      this.#opened = resolve
    })
    this.open = Promise.race([opened, this.done])
  }
  handleCopyInResponse(connection: Connection): void {
    this.#connection = connection
    this.#opened()
  }

  async give(chunk: Uint8Array): Promise<void> {
    const connection = this.#connection
    connection?.sendCopyFromChunk(chunk)
    if (connection?.stream.writableNeedDrain)
      await Promise.race([once(connection.stream, 'drain'), this.done])
  }
  end(): void {
    this.#connection?.endCopyFrom()
  }
  giveUp(): void {
    this.#connection?.sendCopyFail('given up')
  }
}

/** Rows as `copy … to stdout` writes them, in pieces of many rows; the generator's return is how many there were. */
export async function* copyOut(client: Client, text: string): AsyncGenerator<Uint8Array, number> {
  const copying = new CopyingOut(text)
  client.query(copying)
  try {
    for (let rows = await copying.next(); rows; rows = await copying.next()) yield rows
    return await copying.done
  } finally {
    copying.abandon()
  }
}

/** Gives `copy … from stdin` what `copyOut` gave; the number of rows taken in. */
export async function copyIn(
  client: Client,
  text: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  const copying = new CopyingIn(text)
  client.query(copying)
  try {
    await copying.open
    for await (const piece of pieces) await copying.give(piece)
    copying.end()
  } catch (fault) {
    copying.giveUp()
    await copying.done.catch(() => {})
    throw fault
  }
  return copying.done
}
