import { find, q, run, type Tx } from './query.ts'

type Person = { organisation: string; person: string }

/**
 * Claims a form's key for this transaction. A second submit waits for the first and gets its Location; a submit whose
 * first try failed claims anew, since that transaction left no row.
 */
export async function claimKey(tx: Tx, me: Person, key: string, now: Date): Promise<{ earlier?: string }> {
  await forgetOld(tx, me, now)
  const claimed = await run(
    tx,
    q
      .insertInto('idempotency')
      .values({
        organisation_id: me.organisation,
        person_id: me.person,
        key,
        status: null,
        location: null,
        made_at: now,
      })
      .onConflict(oc => oc.columns(['organisation_id', 'person_id', 'key']).doNothing()),
  )
  if (claimed === 1) return {}
  const row = await find(tx, mine(me, key))
  return row?.location ? { earlier: row.location } : {}
}

const kept = 24 * 3_600_000

async function forgetOld(tx: Tx, me: Person, now: Date) {
  await run(
    tx,
    q
      .deleteFrom('idempotency')
      .where('organisation_id', '=', me.organisation)
      .where('person_id', '=', me.person)
      .where('made_at', '<', new Date(now.getTime() - kept)),
  )
}

/** The outcome that a second submit gets, kept 24 hours. */
export async function rememberOutcome(tx: Tx, me: Person, key: string, location: string): Promise<void> {
  await run(
    tx,
    q
      .updateTable('idempotency')
      .set({ status: 303, location })
      .where('organisation_id', '=', me.organisation)
      .where('person_id', '=', me.person)
      .where('key', '=', key),
  )
}

const mine = (me: Person, key: string) =>
  q
    .selectFrom('idempotency')
    .select('location')
    .where('organisation_id', '=', me.organisation)
    .where('person_id', '=', me.person)
    .where('key', '=', key)
