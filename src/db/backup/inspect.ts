// What a restore knows before it touches anything: that the backup is whole and this installation's, that this edition
// can take it, and that the keyring opens the newest keys there are.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Env } from '../../env.ts'
import type { Destroyed } from '../../trust/destroyed.ts'
import { readKeyring } from '../../trust/keyring.ts'
import type { Keyring } from '../../trust/keyring-text.ts'
import { getDestroyed } from '../destruction.ts'
import { fault, StartFault } from '../embedded/fault.ts'
import { type DatabaseHead, sumOf } from './back-up.ts'
import { type KeysFile, newestKeys, type Tried, tryKeys } from './kept-keys.ts'
import { checkParcel, Damaged } from './parcel.ts'
import { databaseIn, refuseNearKeyring } from './place.ts'

export type RestoreWish = {
  env: Env
  checkout: string
  folder: string
  /** A newer file of keys than the backup's own. */
  keys?: string | undefined
  /** Texts whose keys have ended with their epoch are given up; otherwise they stop the restore. */
  acceptLoss: boolean
}

export type Inspected = {
  head: DatabaseHead
  keyring: Keyring
  keys: KeysFile
  tried: Tried
  destroyed: readonly Destroyed[]
}

const databaseHead = z.object({
  medspil: z.literal('database'),
  format: z.literal(1),
  installation: z.string(),
  made: z.string(),
  migrations: z.array(z.object({ name: z.string(), sum: z.string() })).min(1),
  counters: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
})

/** Changes nothing. Throws a StartFault that says what to do. */
export async function inspect(wish: RestoreWish): Promise<Inspected> {
  const { env, folder } = wish
  refuseNearKeyring(folder, env.keyring)
  const head = await checkDatabase(databaseIn(folder))
  const keyring = await keyringFor(env.keyring, head.installation)
  await refuseOtherEdition(head, join(wish.checkout, 'db/migrations'))
  const keys = await newestKeys({ folder, named: wish.keys, shelfKeys: env.shelfKeys }, head.installation)
  const tried = await checkKeys(keys, keyring, wish)
  return { head, keyring, keys, tried, destroyed: await getDestroyed(env.keyring) }
}

async function checkDatabase(file: string): Promise<DatabaseHead> {
  if (!existsSync(file)) throw existsSync(`${file}.draft`) ? unfinished(file) : noBackup(file)
  const head = await whole(file, () => checkParcel(file))
  const said = databaseHead.safeParse(head)
  if (!said.success) throw Number(head.format) > 1 ? newer() : noBackup(file)
  return said.data
}

async function whole<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    throw cause instanceof Damaged ? damaged(file) : cause
  }
}

async function keyringFor(file: string, installation: string): Promise<Keyring> {
  const found = await readKeyring(file)
  if ('fault' in found) throw new StartFault(found.fault)
  if (found.keyring.installation !== installation) throw foreign(file)
  return found.keyring
}

async function refuseOtherEdition({ migrations }: DatabaseHead, folder: string): Promise<void> {
  for (const { name, sum } of migrations) {
    const file = join(folder, name)
    if (!existsSync(file)) throw newer()
    if ((await sumOf(file)) !== sum) throw otherEdition(name)
  }
}

async function checkKeys(keys: KeysFile, keyring: Keyring, { acceptLoss }: RestoreWish): Promise<Tried> {
  const tried = await whole(keys.file, () => tryKeys(keys.file, keyring))
  if (tried.newer > 0) throw keyringOld(keys)
  if (tried.ended > 0 && !acceptLoss) throw keysOld(keys, tried)
  const opens = tried.keys - tried.ended - tried.closed.length
  if (tried.closed.length > 0 && !(acceptLoss && opens > 0)) throw keysClosed(keys, tried)
  return tried
}

const noBackup = (file: string) =>
  fault(
    `Der er ingen sikkerhedskopi i ${file}. Peg på den mappe, npm run backup skrev i. Intet er ændret.`,
    `There is no backup in ${file}. Name the folder that npm run backup wrote. Nothing was changed.`,
  )

const unfinished = (file: string) =>
  fault(
    `Sikkerhedskopien i ${file} blev afbrudt, før den var færdig. Brug en anden. Intet er ændret.`,
    `The backup in ${file} was broken off before it was done. Use another one. Nothing was changed.`,
  )

const damaged = (file: string) =>
  fault(
    `${file} er beskadiget eller skåret over. Hent den igen fra dit lager, eller brug en anden sikkerhedskopi. Intet er ændret.`,
    `${file} is damaged or cut short. Fetch it again from where you keep it, or use another backup. Nothing was changed.`,
  )

const newer = () =>
  fault(
    'Sikkerhedskopien er lavet af en nyere udgave af Medspil. Hent den udgave, og gendan med den. Intet er ændret.',
    'The backup was made by a newer edition of Medspil. Fetch that edition and restore with it. Nothing was changed.',
  )

const otherEdition = (name: string) =>
  fault(
    `Sikkerhedskopien er lavet af en anden udgave af Medspil (${name} er ikke den samme). Gendan med den udgave, der lavede den. Intet er ændret.`,
    `The backup was made by another edition of Medspil (${name} differs). Restore with the edition that made it. Nothing was changed.`,
  )

const foreign = (file: string) =>
  fault(
    `Nøgleringen ${file} hører til en anden installation end sikkerhedskopien. Læg den rette på plads, eller skriv dens fil i MEDSPIL_KEYRING. Intet er ændret.`,
    `The keyring ${file} belongs to another installation than the backup. Put the right one in place or name it in MEDSPIL_KEYRING. Nothing was changed.`,
  )

const keyringOld = ({ file }: KeysFile) =>
  fault(
    `Nøgleringen er ældre end nøglefilen ${file}. Find den nyeste kopi af nøgleringen. Intet er ændret.`,
    `The keyring is older than the file of keys ${file}. Find the newest copy of the keyring. Nothing was changed.`,
  )

const keysOld = ({ file, made }: KeysFile, { keys, ended }: Tried) =>
  fault(
    `Nøglefilen ${file} er fra ${made.slice(0, 10)}, og ${ended} af dens ${keys} nøgler er udløbet. Peg på en nyere: --keys FIL. Findes ingen, så opgiv de tekster med --accept-loss. Intet er ændret.`,
    `The file of keys ${file} is from ${made.slice(0, 10)}, and ${ended} of its ${keys} keys have ended. Name a newer one: --keys FILE. If there is none, give those texts up with --accept-loss. Nothing was changed.`,
  )

const keysClosed = ({ file }: KeysFile, { keys, closed }: Tried) =>
  fault(
    `Nøgleringen åbner ikke ${closed.length} af de ${keys} nøgler i ${file}. Det er den forkerte nøglering, eller nøglerne er ændret. Intet er ændret.`,
    `The keyring does not open ${closed.length} of the ${keys} keys in ${file}. It is the wrong keyring, or the keys were altered. Nothing was changed.`,
  )
