import { sql } from 'kysely'
import type { Periods } from '../domain/retention.ts'
import { get, type Tx } from './query.ts'

/** How long this organisation keeps texts. */
export async function getPeriods(tx: Tx, organisation: string): Promise<Periods> {
  return get(
    tx,
    sql<Periods>`select own_days as "ownDays", talk_months as "talkMonths", plan_months as "planMonths",
      left_months as "leftMonths" from organisation where organisation_id = ${organisation}`,
  )
}
