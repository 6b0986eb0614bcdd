import { sql } from 'kysely'
import { day, hour } from '../domain/door.ts'
import type { Failed } from '../domain/slip.ts'
import type { KeptPin } from '../trust/pins.ts'
import { find, get, list, q, run, type Tx } from './query.ts'

// The door's rows for those without mail: slips that are used, and PINs. Known and unknown names leave the same trace.

export type LiveSlip = {
  organisation: string
  id: string
  person: string
  codeHash: Uint8Array
  tries: number
  madeAt: Date
  expiresAt: Date
  /** The person has come in before, by mail or by an earlier slip. */
  wasHere: boolean
}

/**
 * The one slip that may be used under this name, its row held: five tries are five, also at once. Made by somebody who
 * holds this person's talks by now, it is as void as one that was replaced.
 */
export async function findSlip(tx: Tx, login: string): Promise<LiveSlip | undefined> {
  return find(
    tx,
    sql<LiveSlip>`select s.organisation_id as organisation, s.id, s.person_id as person, s.code_hash as "codeHash", s.tries,
        s.made_at as "madeAt", s.expires_at as "expiresAt",
        p.address_proven_at is not null or exists (select 1 from slip earlier
          where (earlier.organisation_id, earlier.person_id) = (s.organisation_id, s.person_id) and earlier.used_at is not null) as "wasHere"
      from slip s join person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      where s.login = ${login} and s.used_at is null and s.voided_at is null
        and app.is_here(s.organisation_id, s.person_id)
        and not app.holds_talks(s.organisation_id, s.made_by, s.person_id)
      for update of s`,
  )
}

export async function countSlipTry(tx: Tx, { organisation, id }: LiveSlip): Promise<void> {
  await run(tx, sql`update slip set tries = tries + 1 where organisation_id = ${organisation} and id = ${id}`)
}

/** The slip is used: its person's PIN is this one from here on, and what an earlier PIN let in is out. */
export async function useSlip(
  tx: Tx,
  slip: LiveSlip,
  login: string,
  kept: KeptPin,
  bounds: { textsFrom: Date; talksFrom: Date | null },
  now: Date,
): Promise<void> {
  const whose = { organisation_id: slip.organisation, person_id: slip.person }
  const values = {
    slip_id: slip.id,
    login,
    salt: kept.salt,
    epoch: kept.epoch,
    wrapped: kept.wrapped,
    made_at: now,
    texts_from: bounds.textsFrom,
    talks_from: bounds.talksFrom,
  }
  const used = q.updateTable('slip').set({ used_at: now })
  await run(tx, used.where('organisation_id', '=', slip.organisation).where('id', '=', slip.id))
  await run(
    tx,
    q
      .insertInto('pin')
      .values({ ...whose, ...values })
      .onConflict(oc => oc.columns(['organisation_id', 'person_id']).doUpdateSet(values)),
  )
  await run(
    tx,
    q
      .deleteFrom('session')
      .where(eb => eb.and(whose))
      .where('texts_from', 'is not', null),
  )
}

export type PinRow = KeptPin & { person: string; textsFrom: Date; talksFrom: Date | null }

const pinColumns = sql`k.organisation_id as organisation, k.person_id as person, k.slip_id as slip, k.salt, k.epoch, k.wrapped,
  k.texts_from as "textsFrom", k.talks_from as "talksFrom"`

/** The PIN under this name, of somebody who is here today. */
export async function findPin(tx: Tx, login: string): Promise<PinRow | undefined> {
  return find(
    tx,
    sql<PinRow>`select ${pinColumns} from pin k where k.login = ${login} and app.is_here(k.organisation_id, k.person_id)`,
  )
}

/** The name this person signs in with by PIN, if they do. */
export async function findLogin(tx: Tx, organisation: string, person: string): Promise<string | undefined> {
  const row = await find(
    tx,
    q
      .selectFrom('pin')
      .select('login')
      .where('organisation_id', '=', organisation)
      .where('person_id', '=', person),
  )
  return row?.login
}

/** Whether this browser has been signed in with by whoever has this name. */
export async function isKnownDevice(tx: Tx, deviceHash: Uint8Array, login: string): Promise<boolean> {
  const rows = await list(
    tx,
    sql`select 1 from proven_device d join pin k on (k.organisation_id, k.person_id) = (d.organisation_id, d.person_id)
      where d.device_hash = ${deviceHash} and k.login = ${login}`,
  )
  return rows.length > 0
}

/** Under what failures are counted: a browser that knows the person has a day's tries of its own, and so has the rest. */
export const failureName = (login: string, known: boolean) => `${known ? 'known ' : ''}pin ${login}`

export async function countFailures(tx: Tx, name: string, network: string, now: Date): Promise<Failed> {
  const since = (span: number) => new Date(now.getTime() - span)
  return get(
    tx,
    sql<Failed>`select
      (select count(*)::int from sign_in_failure where address = ${name} and at > ${since(hour)}) as "thisHour",
      (select count(*)::int from sign_in_failure where address = ${name} and at > ${since(day)}) as "today",
      (select count(*)::int from sign_in_failure where network = ${network} and at > ${since(hour)}) as "networkThisHour",
      (select count(*)::int from sign_in_failure where at > ${since(hour)}) as "everywhereThisHour"`,
  )
}

/** Whoever comes in another way needs no slip: one that lies about is worth nothing from here on. */
export async function voidSlips(tx: Tx, organisation: string, person: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update slip set voided_at = ${now} where organisation_id = ${organisation} and person_id = ${person}
      and used_at is null and voided_at is null`,
  )
}
