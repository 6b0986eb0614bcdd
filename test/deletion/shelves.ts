import { runRound } from '../../src/outside/rounds/run-round.ts'
import { urls } from '../../src/urls.ts'
import { afternoon, held } from '../closing/held.ts'
import { keep } from '../walls/rewind.ts'
import type { Thread } from '../walls/thread.ts'
import type { World } from '../world/people.ts'

// Lone's LUS with Anders, closed on 14 April 2026, and its shelves seen past every wall.

/** Both have signed, Lone with a remark. */
export async function closed(world: World): Promise<Thread> {
  const thread = await held(world)
  const remark = { choice: 'signed-with-remark', remark: 'rørdrum', version: '1' }
  await thread.host.post(urls.freezing(thread), { gaps: 'seen' })
  await thread.participant.post(urls.signatures(thread), remark)
  await thread.host.post(urls.signatures(thread), { choice: 'signed', version: '1' })
  return thread
}

/** Closes it once; what it gives brings all of it back to that afternoon, also what has been destroyed since. */
export async function closedAgainAndAgain(world: World): Promise<() => Promise<Thread>> {
  const { id } = await closed(world)
  const rewind = await keep(world)
  return async () => {
    await world.superuser.query('update post set ends_on = null; update organisation set own_days = default')
    await rewind()
    await world.moveTo(afternoon)
    return { id, host: await world.as('anders'), participant: await world.as('lone') }
  }
}

/** A round on the moment this is. Memory would keep a destroyed key destroyed, also when a test brings its row back. */
export async function roundAt(world: World, at: string): Promise<void> {
  await world.moveTo(new Date(at))
  const { deps } = world
  await runRound({ ...deps, keys: { ...deps.keys, forget: () => {} } })
}

/** Which shelves of a talk still have their key: the scope, and whose it is. */
export async function alive({ superuser }: World, { id }: Pick<Thread, 'id'>): Promise<string[]> {
  const { rows } = await superuser.query<{ shelf: string }>(
    `select concat_ws(' ', s.scope, split_part(p.name, ' ', 1)) as shelf from shelf s
       left join person p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.conversation_id = $1 and s.wrapped is not null order by 1`,
    [id],
  )
  return rows.map(row => row.shelf)
}

/** Texts that lie on a shelf without a key: there must never be one. */
export async function orphans({ superuser }: World): Promise<string[]> {
  const { rows } = await superuser.query<{ table: string; column: string; shelf: string }>(
    `select c.table_name as table, c.column_name as column,
       case when c.table_name = 'record' then replace(c.column_name, 'sealed', 'shelf_id') else 'shelf_id' end as shelf
     from information_schema.columns c where c.table_schema = 'public' and c.column_name like '%sealed'`,
  )
  const found = await Promise.all(
    rows.map(async ({ table, column, shelf }) => {
      const text = await superuser.query(
        `select 1 from ${table} t join shelf s on s.id = t.${shelf} where s.wrapped is null and length(t.${column}) > 0`,
      )
      return text.rowCount === 0 ? [] : [`${table}.${column}`]
    }),
  )
  return found.flat()
}

export const all = ['own Anders', 'own Lone', 'plan', 'talk']
