import type { Client } from 'pg'
import type { Random } from '../../random.ts'
import { findEpoch, type WrappedKey } from '../../trust/keyring.ts'
import type { Keyring } from '../../trust/keyring-text.ts'
import { unwrap, wrap } from '../../trust/sealing.ts'

// Every live key comes under the keyring's newest epoch, so many at a time. A key that is changed or destroyed between
// being read and being written stays as it has become; begun again, it does what is left.

/** `wrapped`: keys that came under the newest epoch. `broken`: those that no secret of the keyring opens, left alone. */
export type Rewrapped = { wrapped: number; broken: number }

/** A table of wrapped keys: which column names the row, and which one the wrapping belongs to. */
const tables = [
  { table: 'shelf', key: 'id', lockedBy: 'id' },
  { table: 'pin', key: 'person_id', lockedBy: 'slip_id' },
] as const

// A few milliseconds of work each: the server answers others meanwhile.
const atOnce = 200
const first = '00000000-0000-0000-0000-000000000000'

type Row = WrappedKey & { key: string }
type At = { organisation_id: string; key: string }

/** Only the owner may. `client` may be in a transaction: then all is done in it. */
export async function rewrap(client: Client, keyring: Keyring, random: Random): Promise<Rewrapped> {
  const sum: Rewrapped = { wrapped: 0, broken: 0 }
  for (const each of tables) {
    let at: At | undefined = { organisation_id: first, key: first }
    while (at) {
      const rows: Row[] = await listOld(client, each, keyring.current.n, at)
      const turned = rows.flatMap(row => turn(keyring, row, random) ?? [])
      sum.wrapped += await keep(client, each, keyring.current.n, turned)
      sum.broken += rows.length - turned.length
      at = rows.length === atOnce ? rows.at(-1) : undefined
    }
  }
  return sum
}

type Table = (typeof tables)[number]

async function listOld(client: Client, { table, key, lockedBy }: Table, n: number, at: At): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select organisation_id, ${lockedBy} as id, ${key} as key, epoch, wrapped from ${table}
      where (organisation_id, ${key}) > ($2, $3) and wrapped is not null and epoch <> $1
      order by organisation_id, ${key} limit ${atOnce}`,
    [n, at.organisation_id, at.key],
  )
  return rows
}

type Turned = Row & { anew: Uint8Array }

function turn(keyring: Keyring, row: Row, random: Random): Turned | undefined {
  const { organisation_id: organisation, id: shelf, epoch } = row
  const secret = findEpoch(keyring, epoch)?.secret
  const opened = secret && unwrap(row.wrapped, { secret, organisation, shelf, epoch })
  if (!opened || 'refused' in opened) return undefined
  const { n, secret: newest } = keyring.current
  const anew = wrap(opened.key, { secret: newest, organisation, shelf, epoch: n }, random)
  opened.key.fill(0)
  return { ...row, anew }
}

async function keep(client: Client, { table, key }: Table, n: number, rows: Turned[]): Promise<number> {
  if (rows.length === 0) return 0
  const { rowCount } = await client.query(
    `update ${table} t set epoch = $1, wrapped = k.anew
      from unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[]) as k(house, key, was, anew)
      where (t.organisation_id, t.${key}) = (k.house, k.key) and t.wrapped = k.was`,
    [
      n,
      rows.map(row => row.organisation_id),
      rows.map(row => row.key),
      rows.map(row => row.wrapped),
      rows.map(row => row.anew),
    ],
  )
  return rowCount ?? 0
}
