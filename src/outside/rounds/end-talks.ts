import { endOldTalks } from '../../db/follow-up-rounds.ts'
import { localDateOf } from '../../domain/day.ts'
import type { DueWork } from './due-work.ts'

/** T24: without a next talk, a closed one ends twelve months and sixty days after its closing. */
export const endTalks: DueWork = {
  kind: 'end-talks',
  run: async round => {
    await round.as('end-talks', tx => endOldTalks(tx, localDateOf(round.now)))
  },
}
