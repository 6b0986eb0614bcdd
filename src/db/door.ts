import { sql } from 'kysely'
import type { Counted } from '../domain/door.ts'
import { day, hour } from '../domain/door.ts'
import { find, get, list, q, run, type Tx } from './query.ts'

// The door's rows: code requests, failures, proven devices. Known and unknown addresses leave the same row.

/** One at a time for an address: of fifty at once, five are counted as five. */
export async function holdAddress(tx: Tx, address: string): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`address ${address}`}, 0))`)
}

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

/**
 * Whether whoever has this address has signed in with this browser before. A browser proved by one person tells nothing
 * of another's code, or whoever works here could guess at it without a limit.
 */
export async function isProvenDevice(tx: Tx, deviceHash: Uint8Array, address: string): Promise<boolean> {
  const rows = await list(
    tx,
    sql`select 1 from proven_device d join person p on (p.organisation_id, p.id) = (d.organisation_id, d.person_id)
      where d.device_hash = ${deviceHash} and p.address = ${address}`,
  )
  return rows.length > 0
}

export type Device = { device_hash: Uint8Array; organisation_id: string; person_id: string; made_at: Date }

/** Remembers the device, and tells whether it was somebody else's before: then the browser is a shared one (§4b). */
export async function proveDevice(tx: Tx, device: Device): Promise<{ ofAnother: boolean; isNew: boolean }> {
  const added = await run(
    tx,
    q
      .insertInto('proven_device')
      .values(device)
      .onConflict(oc => oc.doNothing()),
  )
  const others = await list(
    tx,
    q
      .selectFrom('proven_device')
      .select('person_id')
      .where('device_hash', '=', device.device_hash)
      .where('person_id', '<>', device.person_id),
  )
  return { ofAnother: others.length > 0, isNew: added === 1 }
}

/** Whether several people have signed in with this browser. */
export async function isSharedDevice(tx: Tx, deviceHash: Uint8Array): Promise<boolean> {
  const people = q.selectFrom('proven_device').select('person_id').where('device_hash', '=', deviceHash)
  return (await list(tx, people.limit(2))).length > 1
}

/** The first sign-in at an address proves it, also where its person has had another before. */
export async function proveAddress(tx: Tx, organisation: string, person: string, now: Date): Promise<void> {
  await run(
    tx,
    q
      .updateTable('person')
      .set(eb => ({
        address_proven_at: eb.fn.coalesce('address_proven_at', eb.val(now)),
        address_used_at: now,
      }))
      .where('organisation_id', '=', organisation)
      .where('id', '=', person)
      .where('address_used_at', 'is', null),
  )
}

export type Carrier = { organisation_id: string; id: string; language: 'da' | 'en'; here: boolean }

/** Who carries an address, at most two, and whether each has a post or a duty today. */
export async function listCarriers(tx: Tx, address: string): Promise<Carrier[]> {
  return list(
    tx,
    sql<Carrier>`select organisation_id, id, language, app.is_here(organisation_id, id) as here
      from person where address = ${address} limit 2`,
  )
}

/** What somebody signs in with now who signed in with this address before. */
export type Moved = { address: string; since: Date; language: 'da' | 'en' }

export async function findMoved(tx: Tx, address: string): Promise<Moved | undefined> {
  return find(
    tx,
    sql<Moved>`select p.address, c.settled_at as since, p.language from address_change c
      join person p on (p.organisation_id, p.id) = (c.organisation_id, c.person_id) and p.address is not null
      where c.was = ${address} and c.outcome in ('agreed', 'due') and app.is_here(p.organisation_id, p.id)
      order by c.settled_at desc limit 1`,
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

/** What was typed and what failed is kept a day, as long as the limits look back; expired sessions go with it. */
export async function forgetOldRequests(tx: Tx, now: Date): Promise<void> {
  const since = new Date(now.getTime() - day)
  await run(tx, q.deleteFrom('code_request').where('made_at', '<', since))
  await run(tx, q.deleteFrom('sign_in_failure').where('at', '<', since))
  await run(tx, q.deleteFrom('session').where('ends_at', '<', now))
}
