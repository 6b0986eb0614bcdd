import type { Clock } from '../../clock.ts'
import { StartFault } from '../embedded/fault.ts'
import { type Turned, type Turning, turnKeys } from './turn.ts'

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
      const turned = await turnKeys(turning, clock.now())
      told = ''
      if (isToCopy(turned)) say(copyAnew(turning.file))
    } catch (fault) {
      if (!(fault instanceof StartFault)) throw fault
      tellOnce(fault)
    }
  }
}

/** Whether the keyring's file is another now: an epoch came, or one went. */
export const isToCopy = ({ begun, ended }: Turned) => begun !== undefined || ended.length > 0

export const copyAnew = (file: string) =>
  `Tag nu en ny kopi af nøgleringen, og slet den gamle kopi: ${file}\nNow copy the keyring anew and delete the old copy.`
