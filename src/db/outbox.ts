import { sql } from 'kysely'
import { get, list, type Tx } from './query.ts'

// What the administrator sees of the house's letters: to whom, when, what became of each. Never what they say.

export type OutboxFilter = 'all' | 'waiting' | 'failed'

/** `about` is `conversation`, or the kind of a letter that is about none. */
export type OutboxLine = {
  id: string
  name: string
  address: string | null
  about: string
  madeAt: Date
  dueAt: Date | null
  sentAt: Date | null
  failure: string | null
  dropped: boolean
}

/** Some of them, the newest first. */
export async function listOutbox(
  office: Tx,
  filter: OutboxFilter,
  { most, skipped }: { most: number; skipped: number },
): Promise<OutboxLine[]> {
  return list(
    office,
    sql<OutboxLine>`select id, name, address, about, made_at as "madeAt", due_at as "dueAt", sent_at as "sentAt",
        failure, dropped from app.outbox(${filter}, ${most}::int, ${skipped}::int)`,
  )
}

/** How many people of today have no address, and the first of them by name. */
export type Unreached = { count: number; names: string[] }

export async function getUnreached(office: Tx, most: number): Promise<Unreached> {
  return get(
    office,
    sql<Unreached>`select count(*)::int as count,
        coalesce((array_agg(p.name order by p.name collate "da-x-icu"))[1:${most}::int], '{}') as names
      from person p where p.address is null and exists (select from post o
        where (o.organisation_id, o.person_id) = (p.organisation_id, p.id)
          and o.starts_on <= app.today() and (o.ends_on is null or o.ends_on > app.today()))`,
  )
}
