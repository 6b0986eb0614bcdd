// PostgreSQL goes on in a folder that is moved away, where nobody looks for what is kept, and at its next checkpoint it
// writes by the folder's name, over a database that was restored there meanwhile. So whoever keeps it is told within a
// second, and ends.
import type { Held } from '../../hold.js'

/** Asks every so many milliseconds whether the folder is still ours, and calls `moved` once when it is not. */
export function watchPlace(
  data: string,
  held: Held,
  { say, moved }: { say(line: string): void; moved?(): void },
  every = 1_000,
): { end(): void } {
  const look = () => {
    if (isThere(held)) return
    clearInterval(timer)
    say(
      `Mappen ${data} er flyttet eller slettet, mens Medspil kørte. Medspil stopper. Det, der er gemt, ligger i mappen, hvor den er nu. / The folder ${data} was moved or deleted while Medspil ran. Medspil stops. What was kept is in the folder, where it is now.`,
    )
    moved?.()
  }
  const timer = setInterval(look, every)
  timer.unref()
  return { end: () => clearInterval(timer) }
}

// A disk that does not answer has not been moved.
function isThere(held: Held): boolean {
  try {
    return held.holds()
  } catch {
    return true
  }
}
