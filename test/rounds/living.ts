import { addDays, instantOf, type LocalDate, localDateOf, localTimeOf } from '../../src/domain/day.ts'
import { runRound } from '../../src/outside/rounds/run-round.ts'
import { queueEmpty } from '../walls/door.ts'
import type { House } from '../world/house.ts'
import type { World } from '../world/people.ts'

/** What the clock in Copenhagen shows, as an instant. */
export const local = (date: LocalDate, time: string): Date => instantOf(date, time) ?? new Date(Number.NaN)

/** Lets the time pass with rounds by day and by night and on the stroke of seven, up to this moment. */
export async function liveUntil(world: World, end: Date): Promise<void> {
  const days = (at: Date) => localDateOf(at)
  for (let date = days(world.deps.clock.now()); date <= days(end); date = addDays(date, 1))
    for (const moment of momentsOf(date))
      if (moment > world.deps.clock.now() && moment < end) await roundAt(world, moment)
  await roundAt(world, end)
}

const hours = ['06:59', '07:00', '14:15', '21:15']
const momentsOf = (date: LocalDate) => hours.map(time => local(date, time))

/** One round at this moment; comes back when all it entered is done. */
export async function roundAt(world: House, moment: Date): Promise<void> {
  await world.moveTo(moment)
  await runRound(world.deps)
  await queueEmpty(world)
}

/** Every mail somebody was sent, by when it went: `2026-04-10 07:00 three-days`. */
export async function sentTo(world: World, person: string): Promise<string[]> {
  const { rows } = await world.superuser.query<{ sent_at: Date; kind: string }>(
    `select date_trunc('minute', sent_at) as sent_at, kind from mail where person_id = $1 and sent_at is not null order by 1, kind`,
    [person],
  )
  return rows.map(({ sent_at, kind }) => `${localDateOf(sent_at)} ${localTimeOf(sent_at)} ${kind}`)
}

/** Why mails did not go, by kind. */
export async function droppedMails(world: World): Promise<Record<string, string>> {
  const { rows } = await world.superuser.query('select kind, dropped from mail where dropped is not null')
  return Object.fromEntries(rows.map(({ kind, dropped }) => [kind, dropped]))
}
