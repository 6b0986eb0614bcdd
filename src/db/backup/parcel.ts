// A file of tables that is either whole or refused. Inside gzip, one frame after another: a letter, the length in four
// bytes, and that many bytes. H is the head, T begins a table, D is some of its rows, E ends it with their number and
// sum, Z ends the file with the number of tables and the sum of their sums. Everything but D is JSON.

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { codeOf } from '../../fault-code.ts'
import { syncFolder } from '../../trust/new-file.ts'

/** The file is not whole, or not what was written. */
export class Damaged extends Error {
  override name = 'Damaged'
}

/** A table as it is written: what the head of its part says, and rows, whose number the generator returns. */
export type Packed = { head: Json; rows: AsyncGenerator<Uint8Array, number> }
/** A table as it is read. Its rows come once, in order, and are found whole or `Damaged` when the last has come. */
export type Unpacked = { head: Json; rows: AsyncIterable<Uint8Array> }
export type Json = Record<string, unknown>

type Kind = 'H' | 'T' | 'D' | 'E' | 'Z'
type Frame = { kind: string; bytes: Buffer }

const longest = 1 << 17

/** Writes the file whole or not at all, for its owner alone; on disk when it returns. Gives the number of rows. */
export async function writeParcel(file: string, head: Json, tables: AsyncIterable<Packed>): Promise<number> {
  const draft = `${file}.draft`
  const count = { rows: 0 }
  try {
    await rm(draft, { force: true })
    const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(frames(head, tables, count)), createGzip({ level: 1 }), target)
    await rename(draft, file)
  } catch (fault) {
    await rm(draft, { force: true })
    throw fault
  }
  await syncFolder(dirname(file))
  return count.rows
}

async function* frames(head: Json, tables: AsyncIterable<Packed>, count: { rows: number }) {
  yield frame('H', head)
  const all = createHash('sha256')
  let number = 0
  for await (const table of tables) {
    yield frame('T', table.head)
    const sum = createHash('sha256').update(JSON.stringify(table.head))
    let piece = await table.rows.next()
    for (; !piece.done; piece = await table.rows.next()) {
      sum.update(piece.value)
      for (let at = 0; at < piece.value.length; at += longest)
        yield frame('D', piece.value.subarray(at, at + longest))
    }
    const rows = piece.value
    const digest = sum.digest('hex')
    yield frame('E', { rows, sum: digest })
    all.update(digest)
    count.rows += rows
    number++
  }
  yield frame('Z', { tables: number, sum: all.digest('hex') })
}

function frame(kind: Kind, of: Json | Uint8Array): Buffer {
  const bytes = of instanceof Uint8Array ? of : Buffer.from(JSON.stringify(of))
  const front = Buffer.alloc(5)
  front.write(kind)
  front.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([front, bytes])
}

/** Reads the file's head, then table by table. Every table's rows must be read before the next is asked for. */
export async function openParcel(file: string): Promise<{ head: Json; tables: AsyncGenerator<Unpacked> }> {
  const coming = readFrames(file)
  try {
    return { head: json(await next(coming, 'H')), tables: unpack(coming) }
  } catch (fault) {
    await coming.return(undefined)
    throw fault
  }
}

/** Reads it all and gives its head. Throws `Damaged`. */
export async function checkParcel(file: string): Promise<Json> {
  const { head, tables } = await openParcel(file)
  for await (const { rows } of tables) for await (const _ of rows);
  return head
}

// COPY's text has a line end after each row and nowhere else.
function countRows(piece: Uint8Array): number {
  let rows = 0
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++
  return rows
}

async function* unpack(coming: AsyncGenerator<Frame>): AsyncGenerator<Unpacked> {
  const all = createHash('sha256')
  let number = 0
  for (;;) {
    const begun = await next(coming, 'T', 'Z')
    if (begun.kind === 'Z') {
      const { tables, sum } = json(begun)
      if (tables !== number || sum !== all.digest('hex')) throw new Damaged('tables are missing')
      await nothingAfter(coming)
      return
    }
    number++
    const state = { ended: false }
    const head = json(begun)
    yield { head, rows: rowsOf(coming, head, all, state) }
    if (!state.ended) throw new Error('a table was not read to its end')
  }
}

async function* rowsOf(
  coming: AsyncGenerator<Frame>,
  head: Json,
  all: ReturnType<typeof createHash>,
  state: { ended: boolean },
): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256').update(JSON.stringify(head))
  let rows = 0
  let piece = await next(coming, 'D', 'E')
  for (; piece.kind === 'D'; piece = await next(coming, 'D', 'E')) {
    sum.update(piece.bytes)
    rows += countRows(piece.bytes)
    yield piece.bytes
  }
  const [said, digest] = [json(piece), sum.digest('hex')]
  if (said.sum !== digest || said.rows !== rows) throw new Damaged('a table is not as it was written')
  all.update(digest)
  state.ended = true
}

async function next(coming: AsyncGenerator<Frame>, ...kinds: Kind[]): Promise<Frame> {
  const came = await coming.next()
  const one = came.done ? undefined : came.value
  if (one === undefined || !kinds.some(kind => kind === one.kind)) throw new Damaged('it is cut short')
  return one
}

async function nothingAfter(coming: AsyncGenerator<Frame>): Promise<void> {
  if (!(await coming.next()).done) throw new Damaged('something follows its end')
}

async function* readFrames(file: string): AsyncGenerator<Frame> {
  const source = createReadStream(file)
  const unzipped = source.pipe(createGunzip({ chunkSize: longest }))
  source.once('error', fault => unzipped.destroy(fault))
  let held = Buffer.alloc(0)
  try {
    for await (const piece of unzipped) {
      held = Buffer.concat([held, piece])
      for (let length = lengthOf(held); held.length >= 5 + length; length = lengthOf(held)) {
        yield { kind: held.toString('latin1', 0, 1), bytes: held.subarray(5, 5 + length) }
        held = held.subarray(5 + length)
      }
    }
  } catch (fault) {
    throw unreadable(fault)
  } finally {
    source.destroy()
  }
  if (held.length > 0) throw new Damaged('it is cut short')
}

/** Of the first frame in what is held; more than is held when its front has not come yet. */
function lengthOf(held: Buffer): number {
  if (held.length < 5) return Number.POSITIVE_INFINITY
  const length = held.readUInt32BE(1)
  if (length > longest) throw new Damaged('it is no file of tables')
  return length
}

// What zlib says of bytes that are not its own. A file that cannot be read at all is something else.
function unreadable(fault: unknown): unknown {
  const code = codeOf(fault) ?? ''
  return code.startsWith('Z_') || code === 'ERR_BUFFER_OUT_OF_BOUNDS'
    ? new Damaged(`it does not unpack: ${code}`)
    : fault
}

function json({ bytes }: Frame): Json {
  const value: unknown = parse(bytes)
  if (typeof value !== 'object' || value === null) throw new Damaged('its words are garbled')
  return { ...value }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
