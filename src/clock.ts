/** Where business time comes from. Everything that asks for the time is handed one of these. */
export type Clock = { now(): Date }

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() }

/** The machine's time moved by so many milliseconds (negative = back), and going on from there. */
export function movedClock(offsetMs: number): Clock {
  return { now: () => new Date(Date.now() + offsetMs) }
}
