// One writes at a time: whoever holds the pen has it for half a minute from the last save, and the other may take it
// over at any moment. A pen nobody has used for that long lies free.

/** Who wrote last, and until when nobody else writes without taking the pen over. */
export type Pen = {
  readonly holder: string
  readonly until: Date
  /** The joint text it was last used in: a question's id, or a place of the plan; '' for none. */
  readonly place: string
}

/** The pen's place while somebody writes the points of the plan. */
export const pointsPlace = 'points'

const lease = 30_000

/** Who holds the pen at this instant; nobody when it lies free. */
export function holderOf(pen: Pen | undefined, now: Date): string | undefined {
  return pen && pen.until > now ? pen.holder : undefined
}

/** Whether a save of mine may go through: the pen is mine or free. */
export function mayWrite(pen: Pen | undefined, me: string, now: Date): boolean {
  const holder = holderOf(pen, now)
  return holder === undefined || holder === me
}

/** The pen in my hand for the next half minute, whoever held it. */
export function takePen(me: string, now: Date, place: string): Pen {
  return { holder: me, place, until: new Date(now.getTime() + lease) }
}
