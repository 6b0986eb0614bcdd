import type { Deps } from '../../deps.ts'
import { kindOf } from '../../fault-code.ts'
import { runRound } from './run-round.ts'

/** The rounds as they run; stopping lets the one under way finish and begins no other. */
export type Rounds = { stop(): Promise<void> }

const every = 60_000

/** A round at once, and one a minute after each has ended. A failure is told in words without text, and tried again. */
export function startRounds(deps: Deps, pause: number = every): Rounds {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let underWay = Promise.resolve()
  const begin = () => {
    underWay = runRound(deps)
      .catch(fault => deps.say(`round ${faultsIn(fault).join(', ')}`))
      .then(() => {
        if (!stopped) timer = setTimeout(begin, pause)
      })
  }
  begin()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}

const faultsIn = (fault: unknown): string[] =>
  fault instanceof AggregateError ? fault.errors.flatMap(faultsIn) : [kindOf(fault)]
