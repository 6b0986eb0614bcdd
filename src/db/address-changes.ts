import { sql } from 'kysely'
import type { AddressChange } from '../domain/address-change.ts'
import { find, get, list, type Tx } from './query.ts'

// Another address for somebody to sign in with (0017). What the viewer may answer, and when, the database's functions say.

/** Every change of my own address, the newest first. */
export async function listMyAddresses(tx: Tx): Promise<AddressChange[]> {
  return list(
    tx,
    sql<AddressChange>`select was, becomes, asked_by as "askedBy", asked_at as "askedAt", works_from as "worksFrom",
        settled_at as "settledAt", outcome from app.my_addresses()`,
  )
}

/**
 * Says yes or no to the one that was shown; false where it is no longer there to answer to. Yes is refused without a code
 * by mail.
 */
export async function answerAddress(tx: Tx, agrees: boolean, shown: string): Promise<boolean> {
  const { answered } = await get(
    tx,
    sql<{ answered: boolean }>`select app.answer_address(${agrees}::boolean, ${shown}) as answered`,
  )
  return answered
}

/** Lets those count that nobody has answered in time, at most so many; gives how many. Within a round. */
export async function settleAddresses(tx: Tx, now: Date, most: number): Promise<number> {
  const found = await find(
    tx,
    sql<{ settled: number }>`select app.settle_addresses(${now}::timestamptz, ${most}::int) as settled`,
  )
  return found?.settled ?? 0
}

/** Somebody of the house who has said no to a new address, and to which. */
export type RefusedAddress = { name: string; address: string; on: Date }

/** Those whose last answer was no, the newest first; for the administrator. */
export async function listRefusedAddresses(office: Tx, most: number): Promise<RefusedAddress[]> {
  return list(
    office,
    sql<RefusedAddress>`select p.name, c.becomes as address, c.settled_at as "on" from address_change c
      join person p on (p.organisation_id, p.id) = (c.organisation_id, c.person_id)
      where c.outcome = 'refused' and not exists (select from address_change later
        where (later.organisation_id, later.person_id) = (c.organisation_id, c.person_id) and later.asked_at > c.asked_at)
      order by c.settled_at desc, c.id limit ${most}::int`,
  )
}

/** Somebody whose talk I hold, and when they first signed in with their address. */
export type FirstSignIn = { name: string; at: Date }

/** Those of the last fourteen days, the newest first (walls §4). */
export async function listFirstSignIns(tx: Tx): Promise<FirstSignIn[]> {
  return list(tx, sql<FirstSignIn>`select name, at from app.first_sign_ins()`)
}
