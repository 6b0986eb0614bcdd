import { listRunningFollowUps, type RunningClock } from '../../db/follow-up-rounds.ts'
import { orderInRound } from '../../db/mails.ts'
import type { Round } from '../../db/rounds.ts'
import type { Deps } from '../../deps.ts'
import { localDateOf } from '../../domain/day.ts'
import { type Notice, noticeDue } from '../../domain/follow-up.ts'
import type { DueWork } from './due-work.ts'

const kind = 'follow-ups'

/**
 * The clocks of follow-ups (T16): day 7, 12 and 15, counted in local dates from the deadline. Each mail is about one day
 * and is written once for it. Nothing stops the clock but the asker: no leave of the leader's.
 */
export const followUps: DueWork = {
  kind,
  run: async (round, deps) => {
    const today = localDateOf(round.now)
    const clocks = await round.as(kind, tx => listRunningFollowUps(tx))
    for (const clock of clocks) {
      const notice = noticeDue(clock, today)
      if (notice) await tell(round, deps, clock, notice)
    }
  },
}

async function tell(round: Round, deps: Deps, clock: RunningClock, { kind: of, on: about, to }: Notice) {
  const { organisation, conversation } = clock
  const readers = to === 'both' ? [clock.host, clock.askedBy] : [clock.host]
  await round.as(kind, async tx => {
    for (const person of readers)
      await orderInRound(tx, deps.random, { organisation, conversation, person, kind: of, about }, round.now)
  })
}
