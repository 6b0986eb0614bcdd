import type { World } from '../world/people.ts'
import { type Shown, wordsOf } from '../world/visitor.ts'

// What a talk's rows say of it, for tests about its time.

type Rows = Pick<World, 'superuser'>

/** The conversation's own row. */
export async function talkOf({ superuser }: Rows, id: string) {
  const { rows } = await superuser.query(
    'select *, postponed_until::text as postponed_until from conversation where id = $1',
    [id],
  )
  return rows[0]
}

/** The mails in the order they were made, by first names. */
export async function mailsOf({ superuser }: Rows, id: string): Promise<string[]> {
  const { rows } = await superuser.query(
    `select m.kind || ' to ' || split_part(p.name, ' ', 1) as mail from mail m join person p on p.id = m.person_id
     where m.conversation_id = $1 order by m.made_at, p.name`,
    [id],
  )
  return rows.map(row => row.mail)
}

export async function eventsOf({ superuser }: Rows, id: string): Promise<string[]> {
  const { rows } = await superuser.query(
    'select what from event where conversation_id = $1 order by at, id',
    [id],
  )
  return rows.map(row => row.what)
}

/** The title of the one card. */
export function cardOf({ html }: Pick<Shown, 'html'>): string | undefined {
  const [card] = /<section class="card next-step"[\s\S]*?<\/section>/.exec(html) ?? []
  return card && wordsOf({ html: /<h2[^>]*>([\s\S]*?)<\/h2>/.exec(card)?.[1] ?? '' })
}

/** The proposed times one can say yes to. */
export const timesIn = ({ html }: Pick<Shown, 'html'>): string[] =>
  [...html.matchAll(/name="time" value="([^"]+)"/g)].map(([, time = '']) => time)
