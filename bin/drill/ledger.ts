// What was acknowledged, kept outside the database by one who is never killed: a line an entry, on the disk before
// the writer goes on.
import { EventEmitter, once } from 'node:events'
import { type FileHandle, open, readFile } from 'node:fs/promises'

/** One thing written: who wrote it and the how manieth of theirs it is, from 1. */
export type Entry = { writer: number; entry: number }

/** How the ledger and the database differ. */
export type Account = { acknowledged: number; missing: Entry[]; double: Entry[] }

export class Ledger {
  #path: string
  #file: FileHandle
  #additions = new EventEmitter().setMaxListeners(0)

  private constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  static async open(path: string): Promise<Ledger> {
    return new Ledger(path, await open(path, 'ax', 0o600))
  }

  /** Resolves when the entry is on the disk. */
  async add({ writer, entry }: Entry): Promise<void> {
    await this.#file.write(`${writer} ${entry}\n`)
    await this.#file.datasync()
    this.#additions.emit('added')
  }

  /** Resolves when that many more entries have been added. */
  async grows(by: number): Promise<void> {
    for (let more = 0; more < by; more++) await once(this.#additions, 'added')
  }

  async read(): Promise<Entry[]> {
    const lines = (await readFile(this.#path, 'utf8')).split('\n')
    return lines.filter(line => line !== '').map(parseLine)
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

function parseLine(line: string): Entry {
  const [writer = 0, entry = 0] = line.split(' ').map(Number)
  return { writer, entry }
}

/** What was acknowledged and is not stored, and what is stored more than once. Stored without a word is allowed. */
export function compare(acknowledged: Entry[], stored: Entry[]): Account {
  const key = ({ writer, entry }: Entry) => `${writer} ${entry}`
  const seen = new Set<string>()
  const double = stored.filter(one => seen.has(key(one)) || !seen.add(key(one)))
  const missing = acknowledged.filter(one => !seen.has(key(one)))
  return { acknowledged: acknowledged.length, missing, double }
}
