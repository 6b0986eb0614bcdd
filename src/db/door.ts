import { sql } from 'kysely'
import type { Counted } from '../domain/door.ts'
import { day, hour } from '../domain/door.ts'
import { find, get, list, q, run, type Tx } from './query.ts'

// The door's rows: code requests, failures, proven devices. Known and unknown addresses leave the same row.

/** What is counted before a code is sent. */
export async function countRequests(tx: Tx, address: string, network: string, now: Date): Promise<Counted> {
  const since = (span: number) => new Date(now.getTime() - span)
  return get(
    tx,
    sql<Counted>`select
      (select count(*)::int from code_request where address = ${address} and made_at > ${since(hour)}) as "mailsThisHour",
      (select count(*)::int from sign_in_failure where address = ${address} and at > ${since(day)}) as "failuresToday",
      (select count(*)::int from code_request where network = ${network} and made_at > ${since(hour)}) as "networkThisHour",
      (select count(*)::int from sign_in_failure where at > ${since(hour)}) as "failuresThisHour"`,
  )
}

export type CodeRequest = {
  id: string
  browser_hash: Uint8Array
  address: string
  network: string
  proven_device: boolean
  long_code: boolean
  made_at: Date
}

export async function addCodeRequest(tx: Tx, request: CodeRequest): Promise<void> {
  await run(tx, q.insertInto('code_request').values(request))
}

/** The newest request of this browser, its row held until the transaction ends: five tries are five, also at once. */
export async function findCodeRequest(tx: Tx, browserHash: Uint8Array) {
  return find(
    tx,
    q
      .selectFrom('code_request')
      .selectAll()
      .where('browser_hash', '=', browserHash)
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .forUpdate(),
  )
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await run(
    tx,
    q
      .updateTable('code_request')
      .set(eb => ({ tries: eb('tries', '+', 1) }))
      .where('id', '=', id),
  )
}

export async function useCode(tx: Tx, id: string, now: Date): Promise<void> {
  await run(tx, q.updateTable('code_request').set({ used_at: now, code_hash: null }).where('id', '=', id))
}

export async function addFailure(tx: Tx, address: string, network: string, at: Date): Promise<void> {
  await run(tx, q.insertInto('sign_in_failure').values({ address, network, at }))
}

/** Whether this browser has signed somebody in before. Bound to no address: it only tells a person from a sprayer. */
export async function isProvenDevice(tx: Tx, deviceHash: Uint8Array): Promise<boolean> {
  const rows = await list(
    tx,
    q.selectFrom('proven_device').select('device_hash').where('device_hash', '=', deviceHash),
  )
  return rows.length > 0
}

export type Device = { device_hash: Uint8Array; organisation_id: string; person_id: string; made_at: Date }

/** Remembers the device, and tells whether it was somebody else's: then the browser is a shared one (§4b). */
export async function proveDevice(tx: Tx, device: Device): Promise<{ ofAnother: boolean }> {
  const before = await find(
    tx,
    q.selectFrom('proven_device').select('person_id').where('device_hash', '=', device.device_hash),
  )
  if (before === undefined) await run(tx, q.insertInto('proven_device').values(device))
  return { ofAnother: before !== undefined && before.person_id !== device.person_id }
}

/** The first sign-in at an address proves it. */
export async function proveAddress(tx: Tx, organisation: string, person: string, now: Date): Promise<void> {
  await run(
    tx,
    q
      .updateTable('person')
      .set({ address_proven_at: now })
      .where('organisation_id', '=', organisation)
      .where('id', '=', person)
      .where('address_proven_at', 'is', null),
  )
}

/** Where a person's codes go, if anywhere. */
export async function findAddress(tx: Tx, organisation: string, person: string): Promise<string | undefined> {
  const row = await find(
    tx,
    q
      .selectFrom('person')
      .select('address')
      .where('organisation_id', '=', organisation)
      .where('id', '=', person),
  )
  return row?.address ?? undefined
}
