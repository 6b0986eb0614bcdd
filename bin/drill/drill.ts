// Writers write while what they write to is killed, again and again. After each kill everything that was
// acknowledged must be there, and once.
import { setTimeout as pause } from 'node:timers/promises'
import type { House, Ready } from './house.ts'
import { type Kill, kills } from './kills.ts'
import { type Account, compare, type Entry, type Ledger } from './ledger.ts'
import { keepWriting, type Write } from './writer.ts'

/** What is drilled: something that can be started on `data`, written to and read. */
export type Trial = {
  data: string
  ledger: Ledger
  writers: Write[]
  start(): House
  /** Called whenever it has been started anew. */
  moved(ready: Ready): Promise<void>
  read(): Promise<Entry[]>
  say(line: string): void
}

/** `restarts`: milliseconds from each kill to the next acknowledged entry. */
export type Outcome = Account & { rounds: number; restarts: number[] }

/** Kills for so many rounds and says how the ledger and what is stored compare. Stops at the first loss. */
export async function drill(trial: Trial, rounds: number): Promise<Outcome> {
  const end = new AbortController()
  const drilled = { house: await settle(trial, trial.start()) }
  const writing = trial.writers.map((write, at) => keepWriting(at + 1, write, trial.ledger, end.signal))
  try {
    const restarts = await killAgainAndAgain(trial, drilled, rounds)
    end.abort()
    await Promise.all(writing)
    return { ...(await account(trial)), rounds: restarts.length, restarts }
  } finally {
    end.abort()
    await Promise.all(writing)
    await drilled.house.stop()
  }
}

async function killAgainAndAgain(trial: Trial, drilled: { house: House }, rounds: number): Promise<number[]> {
  const restarts: number[] = []
  while (restarts.length < rounds) {
    const kill = kills[restarts.length % kills.length] ?? kills[0]
    await trial.ledger.grows(20)
    await pause(Math.random() * 200) // any moment will do, and no two rounds the same
    const from = performance.now()
    drilled.house = await killAndReturn(trial, drilled.house, kill)
    await trial.ledger.grows(1)
    restarts.push(performance.now() - from)
    const found = await account(trial)
    trial.say(`${restarts.length} ${kill.name}: ${found.acknowledged} acknowledged, ${lost(found)}`)
    if (found.missing.length + found.double.length > 0) break
  }
  return restarts
}

/** The ledger is read first: what is acknowledged meanwhile must not seem missing. */
async function account({ ledger, read }: Trial): Promise<Account> {
  const acknowledged = await ledger.read()
  return compare(acknowledged, await read())
}

async function killAndReturn(trial: Trial, house: House, kill: Kill): Promise<House> {
  await kill.kill(house, trial.data)
  if (!kill.parentLives) return settle(trial, trial.start())
  await house.says('runs again')
  return house
}

async function settle(trial: Trial, house: House): Promise<House> {
  await trial.moved(await house.ready)
  return house
}

function lost({ missing, double }: Account): string {
  return `missing ${missing.length}, double ${double.length}`
}

/** The drill's last line: rounds, acknowledged, lost, and how long people waited. */
export function tell(outcome: Outcome): string {
  const sorted = outcome.restarts.toSorted((a, b) => a - b)
  const [median = 0, longest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  const waits = `restart median ${Math.round(median)} ms, max ${Math.round(longest)} ms`
  return `${outcome.rounds} rounds, ${outcome.acknowledged} acknowledged, ${lost(outcome)}, ${waits}`
}
