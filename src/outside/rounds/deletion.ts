import { deletionKind, destroyDue, prepareDeletions } from '../../db/destruction.ts'
import type { DueWork } from './due-work.ts'

/** T25: who is to be told is told, and every text whose day has come is destroyed. */
export const deletion: DueWork = {
  kind: deletionKind,
  run: async (round, deps) => {
    await prepareDeletions(round)
    await destroyDue(round, deps)
  },
}
