import { sql } from 'kysely'
import type { LocalDate } from '../domain/day.ts'
import { list, type Tx } from './query.ts'

export type Reading = { reader: string; kind: string; on: LocalDate }

/** Who has opened what I shared, by day. The policies never show a participant's openings to the host. */
export async function listReadings(tx: Tx): Promise<Reading[]> {
  return list(
    tx,
    sql<Reading>`select p.name as reader, c.kind, r.read_on as on
      from reading r
      join person p on (p.organisation_id, p.id) = (r.organisation_id, r.reader_id)
      join conversation c on (c.organisation_id, c.id) = (r.organisation_id, r.conversation_id)
      order by r.read_on desc limit 200`,
  )
}
