/** What tells a process from a later one with the same pid: "<pid> <start ticks>@<boot>", or undefined if it is gone. */
export function processMark(pid: number): string | undefined

/** The pid a mark names; NaN for a text that is no mark. */
export function pidOf(mark: string): number

/** Whether the marked process still runs. One we are not allowed to look at counts as running. */
export function lives(mark: string): boolean

/** The pid of the living process that holds the folder, without asking for it; undefined when nobody does. */
export function heldBy(folder: string): number | undefined

/** A folder that is held: `holds` tells whether it still is, which it is no more when it was moved away. */
export type Held = { release(): void; holds(): boolean }

/** Takes the folder for this process, or gives the pid of the living process that has it. */
export function hold(folder: string): Held | { heldBy: number }
