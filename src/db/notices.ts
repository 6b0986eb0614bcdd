import { sql } from 'kysely'
import type { LocalDate } from '../domain/day.ts'
import type { Layer } from '../domain/retention.ts'
import { list, type Tx } from './query.ts'

/** Which kinds of text go when, as the mail of this job tells its reader. The job's policies show no other notice. */
export async function listNoticed(tx: Tx): Promise<{ layer: Layer; on: LocalDate }[]> {
  return list(
    tx,
    sql<{ layer: Layer; on: LocalDate }>`select distinct n.layer, n.destroy_on as on from deletion_notice n
      order by n.destroy_on, n.layer`,
  )
}
