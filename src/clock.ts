/** Where business time comes from. Everything that asks for the time is handed one of these. */
export type Clock = { now(): Date }

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that is put somewhere and goes on from there; the database's is moved along by `src/db/demo/time.ts`. */
export type MovableClock = Clock & {
  /** How far from the machine's own time it stands, in milliseconds. */
  offset(): number
  moveTo(to: Date): void
}

export function movableClock(start: Date): MovableClock {
  const until = (to: Date) => to.getTime() - Date.now()
  let offset = until(start)
  return {
    now: () => new Date(Date.now() + offset),
    offset: () => offset,
    moveTo: to => {
      offset = until(to)
    },
  }
}
