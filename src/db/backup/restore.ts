// Restoring: a backup's rows with the newest keys there are, into a place that is empty; all of it or nothing. What was
// destroyed since the backup was made stays so.

import { readdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Client } from 'pg'
import { codeOf } from '../../fault-code.ts'
import { heldBy } from '../../hold.js'
import { rolePassword } from '../../trust/keyring.ts'
import { syncFolder } from '../../trust/new-file.ts'
import { fault } from '../embedded/fault.ts'
import { stopOrphan } from '../embedded/orphan.ts'
import { choosePlace, clusterIn, usualHome } from '../embedded/place.ts'
import { refuseRunning, workshopOf } from '../embedded/running.ts'
import { removeSocketFolder } from '../embedded/socket.ts'
import { embeddedGround, type Ground, serverGround } from '../ground.ts'
import { restoring } from '../installation.ts'
import { prepareLogins, rolesMissing } from '../logins.ts'
import { migrate } from '../migrate.ts'
import { withClient } from '../owner.ts'
import { type Inspected, inspect, type RestoreWish } from './inspect.ts'
import { type Loaded, load, OtherTables } from './load.ts'
import { databaseIn } from './place.ts'

export type Restoring = RestoreWish & { now: Date; say(line: string): void; home?: string }

/** `from` and `keysFrom` are when the two files were made; `keys` how many there are. */
export type Restored = Loaded & { from: string; keysFrom: string; keysFile: string; keys: number }

/** Throws a StartFault that says what to do; then nothing is changed. */
export async function restore(wish: Restoring): Promise<Restored> {
  const { databaseUrl } = wish.env
  if (!databaseUrl) refuseRunning({ ...wish.env, checkout: wish.checkout, home: wish.home })
  const found = await inspect(wish)
  const into = databaseUrl ? intoServer(wish, found, databaseUrl) : intoFolder(wish, found)
  const loaded = await into.catch(cause => {
    throw explained(cause)
  })
  const { head, keys, tried } = found
  return { ...loaded, from: head.made, keysFrom: keys.made, keysFile: keys.file, keys: tried.keys }
}

/** In a folder beside the one it is for, which it becomes when it is whole. */
async function intoFolder(wish: Restoring, found: Inspected): Promise<Loaded> {
  const { env, checkout, home = usualHome } = wish
  const { data } = choosePlace({ ...env, checkout, home })
  if (readdirSync(data).length > 0) throw notEmpty(data)
  const workshop = workshopOf(data)
  await clearWorkshop(workshop, wish)
  try {
    const loaded = await inWorkshop(wish, found, workshop)
    await rename(workshop, data)
    await syncFolder(dirname(data))
    return loaded
  } catch (cause) {
    await rm(workshop, { recursive: true, force: true, maxRetries: 5 })
    throw cause
  }
}

// What a killed restore left goes first, its server too.
async function clearWorkshop(workshop: string, { say }: Restoring): Promise<void> {
  if (heldBy(join(workshop, 'held')) !== undefined) throw underWay(workshop)
  await stopOrphan(clusterIn(workshop), say)
  removeSocketFolder(workshop)
  await rm(workshop, { recursive: true, force: true, maxRetries: 5 })
}

async function inWorkshop(wish: Restoring, found: Inspected, workshop: string): Promise<Loaded> {
  const { keyring } = found
  const env = { ...wish.env, data: workshop, explicitData: true }
  const ground = await embeddedGround({ ...wish, env, keyring })
  try {
    return await loadInto(ground, wish, found, async () => {})
  } finally {
    await ground.stop()
  }
}

/** A mark stands in the database from before its first table until its last row: no start takes half for a whole. */
async function intoServer(wish: Restoring, found: Inspected, url: string): Promise<Loaded> {
  const ground = await serverGround(url)
  await withClient(ground.owner, async client => {
    await refuseFull(client)
    await client.query(`create schema if not exists ${restoring}`)
  })
  return loadInto(ground, wish, found, async client => {
    await client.query(`drop schema ${restoring}`)
  })
}

async function loadInto(
  ground: Ground,
  { checkout, folder, now }: Restoring,
  { head, keyring, keys, tried, destroyed }: Inspected,
  done: (client: Client) => Promise<void>,
): Promise<Loaded> {
  const { owner } = ground
  const { database } = ground.server
  const refused = await prepareLogins(owner, database, role => rolePassword(keyring, keyring.current.n, role))
  if (refused) throw rolesMissing(refused.sql)
  await migrate(owner, database, join(checkout, 'db/migrations'), head.migrations.at(-1)?.name)
  const given = {
    database: databaseIn(folder),
    keys: keys.file,
    counters: head.counters,
    destroyed,
    oldestEpoch: keyring.epochs[0]?.n ?? 1,
    closed: tried.closed,
    now,
  }
  const loaded = await withClient(owner, client => load(client, given, () => done(client)))
  await withClient(owner, client => client.query('analyze'))
  return loaded
}

async function refuseFull(client: Client): Promise<void> {
  const { rows } = await client.query<{ half: boolean; full: boolean }>(
    `select to_regnamespace($1) is not null as half, exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'app', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'f')) as full`,
    [restoring],
  )
  if (rows[0]?.full && !rows[0].half) throw databaseFull()
}

function explained(cause: unknown): unknown {
  if (cause instanceof OtherTables) return otherTables(cause.message)
  const isFull = ['53100', 'ENOSPC'].includes(codeOf(cause) ?? '')
  return isFull ? diskFull() : cause
}

const notEmpty = (data: string) =>
  fault(
    `Mappen ${data} er ikke tom, og der gendannes kun til en tom. Flyt den (behold den, til du har set, at alt er der), og prøv igen. Intet er ændret.`,
    `The folder ${data} is not empty, and only an empty one is restored to. Move it away (keep it until you have seen that all is there) and try again. Nothing was changed.`,
  )

const databaseFull = () =>
  fault(
    'Databasen i DATABASE_URL er ikke tom, og der gendannes kun til en tom. Lav en ny database, og peg på den. Intet er ændret.',
    'The database in DATABASE_URL is not empty, and only an empty one is restored to. Make a new database and name it. Nothing was changed.',
  )

const underWay = (workshop: string) =>
  fault(
    `En gendannelse er allerede i gang i ${workshop}. Vent på den. Intet er ændret.`,
    `A restore is already under way in ${workshop}. Wait for it. Nothing was changed.`,
  )

const otherTables = (which: string) =>
  fault(
    `Sikkerhedskopien har andre tabeller end denne udgave af Medspil (${which}). Gendan med den udgave, der lavede den. Intet er ændret.`,
    `The backup has other tables than this edition of Medspil (${which}). Restore with the edition that made it. Nothing was changed.`,
  )

const diskFull = () =>
  fault(
    'Disken blev fuld under gendannelsen. Intet er gendannet. Ryd op, og prøv igen.',
    'The disk became full while restoring. Nothing was restored. Make room and try again.',
  )
