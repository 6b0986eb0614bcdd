import type { Round } from '../../db/rounds.ts'
import type { Deps } from '../../deps.ts'

/**
 * One kind of due work: does everything that is due at `round.now`, in transactions of its own (`round.as(kind, …)`).
 * It may be killed anywhere and is then done again, so each transaction leaves behind what says that it is done.
 */
export type DueWork = { kind: string; run(round: Round, deps: Deps): Promise<void> }
