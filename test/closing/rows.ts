import { expect } from 'vitest'
import type { World } from '../world/people.ts'

// What was really written, seen past every wall.

export async function statusOf({ superuser }: World, id: string): Promise<string> {
  const { rows } = await superuser.query('select status from conversation where id = $1', [id])
  return rows[0].status
}

/** Who answered what, and to which version of the text. */
export async function answersTo(
  { superuser }: World,
  id: string,
): Promise<{ name: string; choice: string; version: number }[]> {
  const { rows } = await superuser.query(
    `select p.name, s.choice, s.record_version as version from signature s
       join person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.conversation_id = $1 order by s.at`,
    [id],
  )
  return rows
}

export async function versionsOf({ superuser }: World, id: string) {
  const { rows } = await superuser.query(
    'select version, voided_at is not null as voided from record where conversation_id = $1 order by version',
    [id],
  )
  return rows
}

/** The letters ordered about this conversation, by reader and kind, the newest last. */
export async function mailsAbout({ superuser }: World, id: string, kind: string): Promise<string[]> {
  const { rows } = await superuser.query(
    `select p.name from mail m join person p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
     where m.conversation_id = $1 and m.kind = $2 order by p.name`,
    [id, kind],
  )
  return rows.map(row => row.name)
}

export async function eventsOf({ superuser }: World, id: string): Promise<string[]> {
  const { rows } = await superuser.query(
    'select what from event where conversation_id = $1 order by at, id',
    [id],
  )
  return rows.map(row => row.what)
}

/** The day each shelf is destroyed, by scope and owner. */
export async function shelfDates({ superuser }: World, id: string): Promise<Record<string, string | null>> {
  const { rows } = await superuser.query(
    `select concat_ws(' ', s.scope, p.name) as shelf, s.destroy_after::text as day from shelf s
       left join person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.conversation_id = $1`,
    [id],
  )
  return Object.fromEntries(rows.map(row => [row.shelf, row.day]))
}

/**
 * Requests that meet at the conversation's row: they are sent while it is held, and it is let go when every one of them
 * waits for it. One that does not wait at all never lets it go.
 */
export async function meeting<T>(
  { superuser }: World,
  id: string,
  send: readonly (() => Promise<T>)[],
): Promise<T[]> {
  await superuser.query('begin')
  await superuser.query('select 1 from conversation where id = $1 for update', [id])
  const sent = send.map(each => each())
  try {
    await expect
      .poll(
        async () => {
          await superuser.query('select pg_stat_clear_snapshot()')
          const { rows } = await superuser.query(
            `select count(distinct pid)::int as waiting from pg_locks
         where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`,
          )
          return rows[0].waiting
        },
        { timeout: 30_000 },
      )
      .toBe(send.length)
  } finally {
    await superuser.query('rollback')
  }
  return Promise.all(sent)
}
