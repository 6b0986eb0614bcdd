import { leaveOnceSaved, neverFromCache, printOnPress, sendOnce } from './forms.ts'
import { watchIdle } from './idle.ts'

/** What every signed-in page does. */
export function everywhere(): void {
  neverFromCache()
  watchIdle()
  sendOnce()
  leaveOnceSaved()
  printOnPress()
}
