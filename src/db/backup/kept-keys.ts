// The keys' files there are, and whether the keyring opens what is in one. Everything here only reads.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findEpoch, opensKey, type WrappedKey } from '../../trust/keyring.ts'
import type { Keyring } from '../../trust/keyring-text.ts'
import { fault } from '../embedded/fault.ts'
import { openParcel } from './parcel.ts'
import { keysIn } from './place.ts'

const keysHead = z.object({
  medspil: z.literal('shelf-keys'),
  format: z.literal(1),
  installation: z.string(),
  made: z.string(),
  epoch: z.number(),
})

export type KeysFile = { file: string; made: string }

/** The newest of this installation's keys' files: the backup's own, the one named, and those put down at home. */
export async function newestKeys(
  o: { folder: string; named: string | undefined; shelfKeys: string },
  installation: string,
): Promise<KeysFile> {
  const home = listNames(o.shelfKeys).map(name => join(o.shelfKeys, name))
  const asked = [keysIn(o.folder), ...(o.named ? [o.named] : []), ...home]
  const found: KeysFile[] = []
  for (const file of asked) found.push(...(await headIn(file, installation, file === o.named)))
  const [newest] = found.toSorted((one, other) => (one.made < other.made ? 1 : -1))
  if (!newest) throw noKeys(o.folder)
  return newest
}

const listNames = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.medspil'))
  } catch {
    return []
  }
}

async function headIn(file: string, installation: string, isNamed: boolean): Promise<KeysFile[]> {
  try {
    const { head, tables } = await openParcel(file)
    await tables.return(undefined)
    const said = keysHead.safeParse(head)
    if (said.success && said.data.installation === installation) return [{ file, made: said.data.made }]
  } catch {
    // not there, or no file of keys
  }
  if (isNamed) throw notKeys(file)
  return []
}

/** `ended`: keys under an epoch that the keyring has ended. `closed`: of what are the keys it should open and does not. */
export type Tried = { keys: number; ended: number; newer: number; closed: string[] }

/** Tries every key in the file on the keyring. Throws `Damaged`. */
export async function tryKeys(file: string, keyring: Keyring): Promise<Tried> {
  const tried: Tried = { keys: 0, ended: 0, newer: 0, closed: [] }
  const { tables } = await openParcel(file)
  for await (const { rows } of tables)
    for await (const line of linesOf(rows)) {
      tried.keys++
      const key = keyOf(line)
      const fate = fateOf(key, keyring)
      if (fate === 'closed') tried.closed.push(key.id)
      else if (fate) tried[fate]++
    }
  return tried
}

function fateOf(key: WrappedKey, keyring: Keyring): 'ended' | 'newer' | 'closed' | undefined {
  if (key.epoch > keyring.current.n) return 'newer'
  if (!findEpoch(keyring, key.epoch)) return 'ended'
  return opensKey(keyring, key) ? undefined : 'closed'
}

// COPY's text: columns between tabs, bytes as \\x and hex.
function keyOf(line: string): WrappedKey {
  const [organisation_id = '', id = '', epoch = '', wrapped = ''] = line.split('\t')
  return { organisation_id, id, epoch: Number(epoch), wrapped: Buffer.from(wrapped.slice(3), 'hex') }
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = `${rest}${Buffer.from(piece).toString('latin1')}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const noKeys = (folder: string) =>
  fault(
    `Nøglefilen til sikkerhedskopien mangler i ${folder}. Peg på den nyeste: npm run restore -- ${folder} --keys FIL. Intet er ændret.`,
    `The backup's file of keys is missing in ${folder}. Name the newest one: npm run restore -- ${folder} --keys FILE. Nothing was changed.`,
  )

const notKeys = (file: string) =>
  fault(
    `${file} er ikke en nøglefil til denne installation, eller den er skåret over. Intet er ændret.`,
    `${file} is no file of keys for this installation, or it is cut short. Nothing was changed.`,
  )
