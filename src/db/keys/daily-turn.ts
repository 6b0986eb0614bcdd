import type { Clock } from '../../clock.ts'
import { StartFault } from '../embedded/fault.ts'
import { type Turning, turnKeys } from './turn.ts'

type Say = (line: string) => void

/** The turning as a round does it: what hinders it is told once, and tried again. */
export function dailyTurn(turning: Turning, clock: Clock, say: Say): () => Promise<void> {
  let told = ''
  const tellOnce = (fault: StartFault) => {
    if (fault.message !== told) say(fault.message)
    told = fault.message
  }
  return async () => {
    try {
      const { begun } = await turnKeys(turning, clock.now())
      if (begun) say(copyAnew(turning.file))
    } catch (fault) {
      if (!(fault instanceof StartFault)) throw fault
      tellOnce(fault)
    }
  }
}

const copyAnew = (file: string) =>
  `Nøgleringen har skiftet. Tag en ny kopi af ${file}, og smid den gamle ud. / The keyring has turned: copy it anew.`
