import { setTimeout as pause } from 'node:timers/promises'
import type { MovableClock } from '../clock.ts'
import type { DemoStore } from '../db/demo/store.ts'
import { isQueueBusy, putClock } from '../db/demo/time.ts'
import type { Deps } from '../deps.ts'
import { addDays, localDateOf } from '../domain/day.ts'
import { runRound } from '../outside/rounds/run-round.ts'
import type { Seat } from './face.ts'
import { instantAt, type Story } from './story.ts'

/** What a demo has beside the product: a clock that can be moved, letters to look at, and a story to begin again. */
export type Demo = {
  deps: Deps
  store: DemoStore
  clock: MovableClock
  /** Where the two seats of »side by side« are served. */
  ports: Readonly<Record<Seat, number>>
  /** While its story is played it is nobody's to look at. */
  playing: boolean
  /** While the clock is being moved it cannot be moved again. */
  moving: boolean
  /** What is played. */
  stories: readonly Story[]
  /** Plays the story from its beginning; everything else is emptied away. */
  begin(): Promise<void>
}

/** How late it is when the story has been played. */
export const storyEnds = instantAt('2026-04-14 10:20')

/** When a day's round is run while days are passed over: mails may go from seven. */
export const morning = '07:30'

/** Puts the clock there, day by day, so that what comes due on the way does so on its own day. Never back. */
export async function passTime(demo: Pick<Demo, 'deps' | 'store' | 'clock'>, to: Date): Promise<void> {
  const { store, clock } = demo
  const today = localDateOf(clock.now())
  const mornings = Array.from({ length: 400 }, (_, at) => instantAt(`${addDays(today, at + 1)} ${morning}`))
  for (const at of [...mornings.filter(each => each < to), to]) {
    await putClock(store, clock, at)
    await doWhatIsDue(demo)
  }
}

/** A round of one's own, and the letters it wrote. */
export async function doWhatIsDue({ deps, store }: Pick<Demo, 'deps' | 'store'>): Promise<void> {
  while (!(await runRound(deps))) await pause(20)
  await queueRests(store)
}

/** Waits until what was entered in the queue has been done. */
export async function queueRests(store: DemoStore): Promise<void> {
  while (await isQueueBusy(store)) await pause(20)
}
