// The one door to the keys (walls.md §1.6). Who holds a shelf's row may ask; the table says which kind of reader
// opens which scope. What comes out seals and reads and never shows its bytes.

import type { Clock } from '../clock.ts'
import type { Random } from '../random.ts'
import { findEpoch } from './keyring.ts'
import type { Keyring } from './keyring-text.ts'
import { newKey, openBytes, openText, type Place, sealBytes, sealText, unwrap, wrap } from './sealing.ts'
import { createUnwrapped } from './unwrapped.ts'

/** An audience and a deletion date: own (one person), part (a GRUS member and the host), talk, plan, room. */
export type Scope = 'own' | 'part' | 'talk' | 'plan' | 'room'

export type Reader = 'pages' | 'pdf' | 'room' | 'mail' | 'calendar' | 'import' | 'deletion'

/** A row of the table shelf; `wrapped` is null once the shelf is destroyed. */
export type ShelfRow = {
  organisation_id: string
  id: string
  scope: Scope
  epoch: number
  wrapped: Uint8Array | null
}

/** Where a value stands on its shelf; the organisation and the shelf are the key's own. */
export type Cell = Omit<Place, 'organisation' | 'shelf'>

export type Refusal = {
  refused:
    | 'shelf-closed-to-reader'
    | 'shelf-destroyed'
    | 'epoch-missing'
    | 'wrapped-key-altered'
    | 'sealed-text-altered'
}

/**
 * One opened shelf. Reading gives the value or a named refusal. Sealing throws when the shelf was destroyed after it
 * was opened; the error holds no text. May be kept while a request lasts: the bytes behind it are fetched at each use.
 */
export type Key = {
  seal(cell: Cell, text: string): Uint8Array
  read(cell: Cell, sealed: Uint8Array): { text: string } | Refusal
  sealBytes(cell: Cell, bytes: Uint8Array): Uint8Array
  readBytes(cell: Cell, sealed: Uint8Array): { bytes: Uint8Array } | Refusal
}

export type Keys = ReturnType<typeof createKeys>

const opens: Record<Reader, readonly Scope[]> = {
  pages: ['own', 'part', 'talk', 'plan'],
  pdf: ['talk', 'plan'],
  room: ['room', 'talk'],
  mail: [],
  calendar: [],
  import: [],
  deletion: [],
}

/** Destroyed shelves remembered, so that a key opened just before is worth nothing just after. */
const mostForgotten = 10_000

export function createKeys({ keyring, clock, random }: { keyring: Keyring; clock: Clock; random: Random }) {
  const unwrapped = createUnwrapped(clock)
  const forgotten = new Set<string>()

  /** A new shelf's key, and what its row is to keep. Of two made for one shelf, the one whose row is stored counts. */
  function fresh(organisation: string, shelf: string): { key: Key; wrapped: Uint8Array; epoch: number } {
    const { n: epoch, secret } = keyring.current
    const bytes = newKey(random)
    const wrapped = wrap(bytes, { secret, organisation, shelf, epoch }, random)
    const row = { organisation_id: organisation, id: shelf, epoch, wrapped }
    unwrapped.hold(nameOf(row), bytes)
    return { key: keyOf(row), wrapped, epoch }
  }

  /** The shelf's key for this kind of reader, or why not. */
  function open({ scope, wrapped, ...shelf }: ShelfRow, reader: Reader): Key | Refusal {
    if (!opens[reader].includes(scope)) return { refused: 'shelf-closed-to-reader' }
    if (wrapped === null) return { refused: 'shelf-destroyed' }
    const bytes = bytesOf({ ...shelf, wrapped })
    return 'refused' in bytes ? bytes : keyOf({ ...shelf, wrapped })
  }

  /** Call when the shelf's destruction is committed: its bytes go now, and keys already opened refuse. */
  function forget(shelf: Pick<ShelfRow, 'organisation_id' | 'id'>): void {
    unwrapped.dropUnder(addressOf(shelf))
    const [oldest] = forgotten
    if (oldest !== undefined && forgotten.size >= mostForgotten) forgotten.delete(oldest)
    forgotten.add(addressOf(shelf))
  }

  function keyOf(row: LiveRow): Key {
    const at = (cell: Cell): Place => ({ ...cell, organisation: row.organisation_id, shelf: row.id })
    return {
      seal: (cell, text) => sealText(demand(bytesOf(row)), at(cell), text, random),
      sealBytes: (cell, bytes) => sealBytes(demand(bytesOf(row)), at(cell), bytes, random),
      read(cell, sealed) {
        const found = bytesOf(row)
        return 'refused' in found ? found : openText(found.key, at(cell), sealed)
      },
      readBytes(cell, sealed) {
        const found = bytesOf(row)
        return 'refused' in found ? found : openBytes(found.key, at(cell), sealed)
      },
    }
  }

  function bytesOf(row: LiveRow): { key: Uint8Array } | Refusal {
    if (forgotten.has(addressOf(row))) return { refused: 'shelf-destroyed' }
    const held = unwrapped.find(nameOf(row))
    if (held) return { key: held }
    const secret = findEpoch(keyring, row.epoch)?.secret
    if (!secret) return { refused: 'epoch-missing' }
    const opened = unwrap(row.wrapped, {
      secret,
      organisation: row.organisation_id,
      shelf: row.id,
      epoch: row.epoch,
    })
    if ('key' in opened) unwrapped.hold(nameOf(row), opened.key)
    return opened
  }

  return { fresh, open, forget }
}

type LiveRow = { organisation_id: string; id: string; epoch: number; wrapped: Uint8Array }

function addressOf({ organisation_id, id }: { organisation_id: string; id: string }): string {
  return `${organisation_id}/${id}/`
}

// The wrapped bytes are part of the name: without the row as it stands there is no key, not even a remembered one.
function nameOf(row: LiveRow): string {
  return `${addressOf(row)}${row.epoch}/${Buffer.from(row.wrapped).toString('base64')}`
}

function demand(found: { key: Uint8Array } | Refusal): Uint8Array {
  if ('refused' in found) throw new Error(`cannot seal: ${found.refused}`)
  return found.key
}
