import type { DemoStore } from './store.ts'

/** Somebody as their session needs them, and what they can be found by. */
export type DemoSeat = { organisation: string; person: string; post: string | null }

/** Who has this number in the organisation of this name. */
export async function findSeat(
  { pool }: DemoStore,
  organisation: string,
  number: string,
): Promise<DemoSeat | undefined> {
  const { rows } = await pool.query<DemoSeat>(
    `select p.organisation_id as organisation, p.id as person,
        (select o.id from post o where (o.organisation_id, o.person_id) = (p.organisation_id, p.id) order by o.starts_on limit 1) as post
      from person p join organisation o on o.organisation_id = p.organisation_id where o.name = $1 and p.number = $2`,
    [organisation, number],
  )
  return rows[0]
}

/** The newest talk between these two. */
export async function findTalk(
  { pool }: DemoStore,
  host: DemoSeat,
  led: DemoSeat,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `select c.id from conversation c
      join party h on (h.organisation_id, h.conversation_id) = (c.organisation_id, c.id) and h.role = 'host' and h.person_id = $1
      join party l on (l.organisation_id, l.conversation_id) = (c.organisation_id, c.id) and l.role = 'participant' and l.person_id = $2
      order by c.invited_at desc limit 1`,
    [host.person, led.person],
  )
  return rows[0]?.id
}
