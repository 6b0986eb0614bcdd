import type { World } from '../world/people.ts'

const tables = [
  ...[
    'conversation',
    'party',
    'slot',
    'slot_offer',
    'shelf',
    'letter',
    'preparation',
    'answer',
    'shared_answer',
    'sitting',
    'own_themes',
    'sent_themes',
  ],
  ...[
    'conclusion',
    'tick',
    'plan_point',
    'pen',
    'record',
    'signature',
    'document',
    'document_link',
    'job_decision',
    'job_description',
    'proposed_time',
    'point_mark',
    'follow_up',
    'follow_up_line',
    'follow_up_time',
    'mail',
    'reading',
    'event',
    'chain',
  ],
  'idempotency',
  'deletion_notice',
  'deletion_day',
]

/** Keeps every conversation as it is now; calling what it gives brings all of them back to that. */
export async function keep({ superuser }: World): Promise<() => Promise<void>> {
  await superuser.query('drop schema if exists kept cascade; create schema kept')
  await superuser.query(tables.map(table => `create table kept.${table} as table public.${table}`).join(';'))
  const back = [
    'begin',
    'set local session_replication_role = replica',
    'delete from graphile_worker._private_jobs',
    ...tables.map(
      table => `delete from public.${table}; insert into public.${table} select * from kept.${table}`,
    ),
    'commit',
  ].join(';')
  return async () => void (await superuser.query(back))
}

/** The same for what pages save, which costs nothing where they saved nothing: whatever is saved leaves its key or an event. */
export async function keepFromPages(world: World): Promise<() => Promise<void>> {
  const rewind = await keep(world)
  const before = await tracesIn(world)
  return async () => {
    if ((await tracesIn(world)) !== before) await rewind()
  }
}

async function tracesIn({ superuser }: World): Promise<string> {
  const counts = ['idempotency', 'event', 'reading', 'mail'].map(table => `(select count(*) from ${table})`)
  const { rows } = await superuser.query<{ traces: string }>(
    `select concat_ws(' ', ${counts.join()}) as traces`,
  )
  return rows[0]?.traces ?? ''
}
