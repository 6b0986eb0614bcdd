import { sql } from 'kysely'
import { find, get, isId, list, run, type Tx, Unseen } from './query.ts'

// Making slips, and looking at one's own. All of it by functions of the database that ask who the viewer is.

export type SlipRight = 'administrator' | 'helper' | 'host' | 'self' | 'nobody'

/** Somebody I may make a slip for, and how they come in now. */
export type SlipPerson = {
  person: string
  name: string
  number: string
  house: string | null
  mail: 'own' | 'shared' | 'none'
  pinAt: Date | null
  /** A slip that nobody has used yet. */
  slipAt: Date | null
  slipUntil: Date | null
  slipBy: string | null
  /** Five wrong tries: it is worth nothing any more. */
  spoilt: boolean
  may: SlipRight
}

/** Whether there is such a page for me: I am the administrator, or somebody has picked me. */
export async function makesSlips(tx: Tx): Promise<boolean> {
  return (await get(tx, sql<{ may: boolean }>`select app.makes_slips() as may`)).may
}

/** Those without a way of their own first of all; with a search, whoever it fits. At most 200, by name. */
export async function listSlipPeople(tx: Tx, search: string): Promise<SlipPerson[]> {
  return list(
    tx,
    sql<SlipPerson>`select person_id as person, name, number, house, mail, pin_at as "pinAt", slip_at as "slipAt",
      slip_until as "slipUntil", slip_by as "slipBy", spoilt, may from app.slip_people(${search})`,
  )
}

/** One of them; throws {@link Unseen} for whom I make no slips at all. */
export async function getSlipPerson(tx: Tx, person: string): Promise<{ name: string; may: SlipRight }> {
  if (!isId(person)) throw new Unseen()
  const row = await find(tx, sql<{ may: SlipRight | null }>`select app.slip_right(${person}::uuid) as may`)
  if (!row?.may || row.may === 'nobody') throw new Unseen()
  return { name: await nameOf(tx, person), may: row.may }
}

async function nameOf(tx: Tx, person: string): Promise<string> {
  const row = await find(tx, sql<{ name: string }>`select app.slip_name(${person}::uuid) as name`)
  return row?.name ?? ''
}

export type NewSlip = { id: string; person: string; codeHash: Uint8Array; expiresAt: Date; suffix: string }

/** Makes it; earlier ones of the same person end. Gives the name it is used with. */
export async function makeSlip(
  tx: Tx,
  { id, person, codeHash, expiresAt, suffix }: NewSlip,
): Promise<string> {
  const { login } = await get(
    tx,
    sql<{
      login: string
    }>`select app.make_slip(${id}::uuid, ${person}::uuid, ${codeHash}::bytea, ${expiresAt}::timestamptz, ${suffix}) as login`,
  )
  return login
}

export type OwnSlip = { madeAt: Date; maker: string; usedAt: Date | null; waits: boolean }

/** Every slip that was made for me, the newest first. */
export async function listOwnSlips(tx: Tx): Promise<OwnSlip[]> {
  return list(
    tx,
    sql<OwnSlip>`select made_at as "madeAt", maker, used_at as "usedAt", waits from app.my_slips()`,
  )
}

export type Colleague = { id: string; name: string }

/** Whom I may pick to make my slip. */
export async function listColleagues(tx: Tx): Promise<Colleague[]> {
  return list(tx, sql<Colleague>`select id, name from app.my_colleagues() order by name collate "da-x-icu"`)
}

export async function findHelper(tx: Tx): Promise<Colleague | undefined> {
  return find(tx, sql<Colleague>`select id, name from app.my_helper()`)
}

/** Nobody when nobody is named. */
export async function chooseHelper(tx: Tx, helper: string | undefined): Promise<void> {
  await run(tx, sql`select app.choose_helper(${helper ?? null}::uuid)`)
}

/** How many of my conversations this way in leaves locked. */
export async function countLocked(tx: Tx): Promise<number> {
  return (await get(tx, sql<{ count: number }>`select app.locked_conversations() as count`)).count
}
