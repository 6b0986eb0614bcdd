import { inRound } from '../../db/rounds.ts'
import type { Deps } from '../../deps.ts'
import { addresses } from './addresses.ts'
import { deletion } from './deletion.ts'
import { digests } from './digests.ts'
import { dueMails } from './due-mails.ts'
import type { DueWork } from './due-work.ts'
import { endTalks } from './end-talks.ts'
import { followUps } from './follow-ups.ts'
import { offered } from './offered.ts'
import { reminders } from './reminders.ts'
import { turnKeys } from './turn-keys.ts'

/** Everything that comes due by itself, in the order it is done: what writes mails comes before what sends them. */
const allDueWork: readonly DueWork[] = [
  addresses,
  deletion,
  reminders,
  offered,
  followUps,
  digests,
  endTalks,
  dueMails,
  turnKeys,
]

/**
 * Does everything due at `deps.clock.now()`. Does nothing while another round is under way. What fails does not stop the
 * rest; it is thrown at the end, and done by the next round. Gives whether it was done here.
 */
export async function runRound(deps: Deps): Promise<boolean> {
  const faults: unknown[] = []
  const done = await inRound(deps.db.jobs, deps.clock.now(), async round => {
    for (const work of allDueWork) await work.run(round, deps).catch(fault => void faults.push(fault))
  })
  if (faults.length > 0) throw new AggregateError(faults, 'due work failed')
  return done
}
