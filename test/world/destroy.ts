import { destroyDue } from '../../src/db/destruction.ts'
import { inRound } from '../../src/db/rounds.ts'
import type { Deps } from '../../src/deps.ts'
import type { House } from './house.ts'

type ShelfId = { organisation_id: string; id: string }

/** Destroys one shelf today: its day is brought here past every wall, and the round does the rest. */
export async function destroyNow(
  { superuser, deps }: Pick<House, 'superuser' | 'deps'>,
  { id }: ShelfId,
  change: Partial<Deps> = {},
): Promise<void> {
  await superuser.query('update shelf set destroy_after = app.today() where id = $1', [id])
  await inRound(deps.db.jobs, deps.clock.now(), round => destroyDue(round, { ...deps, ...change }))
}
