import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { round, say } from './say.ts'

export type Shot = {
  port: number
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** One request on a kept connection; resolves with the status when the whole answer is in. */
function shoot(agent: Agent, { port, path, method = 'GET', headers = {}, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: '127.0.0.1', path, method, headers }, response => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Requests a second, by so many clients at once for so many seconds; anything but 200 is a fault of the measurement. */
export async function rate(
  clients: number,
  seconds: number,
  next: (client: number) => Shot,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  let done = 0
  const client = async (at: number) => {
    while (performance.now() < until) {
      const status = await shoot(agent, next(at))
      if (status !== 200) throw new Error(`answered ${status}`)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, at) => client(at)))
  agent.destroy()
  return done / ((performance.now() - began) / 1000)
}

export const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Asks again and again until it is told to stop, and puts down how long each answer took. */
export async function askMeanwhile(shot: Shot, waits: number[], signal: AbortSignal): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  while (!signal.aborted) {
    const began = performance.now()
    await shoot(agent, shot)
    waits.push(performance.now() - began)
    await pause(20)
  }
  agent.destroy()
}

export const sayWaits = (what: string, waits: readonly number[]) =>
  say(
    `  others meanwhile, ${what.padEnd(20)} p50 ${round(percentile(waits, 0.5))} ms, p99 ${round(percentile(waits, 0.99))} ms, longest ${round(Math.max(...waits))} ms`,
  )
