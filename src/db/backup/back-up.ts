// A backup: the whole database as one moment saw it, and the shelves' keys of the same moment in a file of their own. The
// database's file has no key in it, so it can be kept for long; the keys' file is of no use once their epoch has ended.

import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client, ClientConfig } from 'pg'
import { codeOf } from '../../fault-code.ts'
import { fault } from '../embedded/fault.ts'
import { keyTables, writeKeys } from '../keys/dump.ts'
import { takeTurn } from '../keys/turn.ts'
import { withClient } from '../owner.ts'
import { copyOut } from './copy.ts'
import { type Packed, writeParcel } from './parcel.ts'
import { databaseIn, keysIn, refuseFilled } from './place.ts'
import { type Copied, type Counter, columnList, listCopied, listCounters, named } from './tables.ts'

/** What the head of a database's file says. `migrations`: each with its text's sum, in the order they were run. */
export type DatabaseHead = {
  medspil: 'database'
  format: 1
  installation: string
  made: string
  migrations: { name: string; sum: string }[]
  counters: Counter[]
}

/** `seen` is called with the snapshot's name, which others may look by until the backup is done. */
export type BackupWish = {
  owner: ClientConfig
  folder: string
  /** Of this edition's migrations. */
  migrations: string
  epoch: number
  now: Date
  seen?(snapshot: string): Promise<void>
}

export type BackedUp = { rows: number; keys: number }

/** Writes the two files into the folder, whole or not at all. Writers go on meanwhile. Throws a StartFault. */
export async function backUp(wish: BackupWish): Promise<BackedUp> {
  return withClient(wish.owner, async client => {
    await waitForTurn(client)
    // Another backup may have been made in it while this one waited.
    refuseFilled(wish.folder)
    await client.query('begin isolation level repeatable read read only')
    const head = await headOf(client, wish)
    if (wish.seen) await wish.seen(await nameSnapshot(client))
    return write(client, wish, head)
  })
}

// While the keyring turns, half of the keys are under one epoch and half under the next.
async function waitForTurn(client: Client): Promise<void> {
  for (let tries = 0; !(await takeTurn(client)); tries++) {
    if (tries === 600) throw turning()
    await pause(100)
  }
}

async function write(client: Client, { folder, epoch }: BackupWish, head: DatabaseHead): Promise<BackedUp> {
  const { installation, made } = head
  const keysHead = { medspil: 'shelf-keys', format: 1, installation, made, epoch } as const
  try {
    const rows = await writeParcel(databaseIn(folder), head, pack(client))
    return { rows, keys: await writeKeys(client, keysIn(folder), keysHead) }
  } catch (cause) {
    for (const file of [databaseIn(folder), keysIn(folder)]) await rm(file, { force: true })
    throw codeOf(cause) === 'ENOSPC' ? full(folder) : cause
  }
}

async function headOf(client: Client, { migrations, now }: BackupWish): Promise<DatabaseHead> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('public.installation') is not null as there`,
  )
  const found = there.rows[0]?.there
    ? await client.query<{ installation: string }>('select installation from installation')
    : undefined
  const installation = found?.rows[0]?.installation
  if (!installation) throw nothingThere()
  return {
    medspil: 'database',
    format: 1,
    installation,
    made: now.toISOString(),
    migrations: await describeMigrations(client, migrations),
    counters: await listCounters(client),
  }
}

async function describeMigrations(client: Client, folder: string): Promise<DatabaseHead['migrations']> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return Promise.all(rows.map(async ({ name }) => ({ name, sum: await sumOf(join(folder, name)) })))
}

/** The sum of a migration's text. */
export async function sumOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}

async function* pack(client: Client): AsyncGenerator<Packed> {
  for (const copied of await listCopied(client)) {
    const text = `copy (select ${withoutKeys(copied)} from ${named(copied)}) to stdout`
    yield { head: copied, rows: copyOut(client, text) }
  }
}

const lent = Object.keys(keyTables).map(table => `public.${table}`)

// An empty key says that there was one.
function withoutKeys(copied: Copied): string {
  if (!lent.includes(`${copied.schema}.${copied.table}`)) return columnList(copied)
  return copied.columns
    .map(name =>
      name === 'wrapped'
        ? `case when wrapped is not null then ''::bytea end`
        : columnList({ columns: [name] }),
    )
    .join(', ')
}

async function nameSnapshot(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name')
  return rows[0]?.name ?? ''
}

const full = (folder: string) =>
  fault(
    `Disken ved ${folder} er fuld. Intet er gemt der. Ryd op, eller vælg en anden disk, og prøv igen.`,
    `The disk at ${folder} is full. Nothing was kept there. Make room or choose another disk and try again.`,
  )

const turning = () =>
  fault(
    'En anden sikkerhedskopi eller et skift af nøgleringen er i gang. Prøv igen om lidt. Intet er gemt.',
    'Another backup or a turning of the keyring is under way. Try again shortly. Nothing was kept.',
  )

const nothingThere = () =>
  fault(
    'Databasen er tom: her er intet at tage kopi af. Se, om MEDSPIL_DATA eller DATABASE_URL er den rigtige.',
    'The database is empty: there is nothing to back up. See whether MEDSPIL_DATA or DATABASE_URL is the right one.',
  )
