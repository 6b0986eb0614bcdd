import { connect } from 'node:net'
import type { Strike } from './strikes.ts'

/** What came back: how many of each status, and each that broke, was late, or was never answered, by name. */
export type Outcome = {
  answers: ReadonlyMap<string, number>
  broken: readonly string[]
  late: readonly string[]
  slowest: number
}

const patience = 2000
const atOnce = 8

/**
 * Sends each over a connection of its own, eight at once. Late is what took over two seconds. Bytes that are no request
 * may be answered by hanging up.
 */
export async function fire(strikes: Iterable<Strike>, port: number): Promise<Outcome> {
  const answers = new Map<string, number>()
  const [broken, late]: [string[], string[]] = [[], []]
  let slowest = 0
  const queue = strikes[Symbol.iterator]()
  const one = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const { name } = next.value
      const began = performance.now()
      const status = await send(next.value, port)
      const took = performance.now() - began
      slowest = Math.max(slowest, took)
      answers.set(status, (answers.get(status) ?? 0) + 1)
      if (status.startsWith('5')) broken.push(`${status} for ${name}`)
      if (took > patience) late.push(`${Math.round(took)} ms for ${name}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return { answers, broken, late, slowest }
}

/** The status that comes back, or that the line was closed without one. */
function send({ bytes, isWhole }: Strike, port: number): Promise<string> {
  return new Promise(resolve => {
    let heard = ''
    // A server hangs up on whoever does; only what is no request would otherwise be waited for.
    const line = connect(port, '127.0.0.1', () => (isWhole ? line.write(bytes) : line.end(bytes)))
    line.setTimeout(patience * 5, () => line.destroy())
    line.on('data', data => {
      if (heard.length < 20) heard += data.toString('latin1')
    })
    line.on('error', () => {})
    line.on('close', () => resolve(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 'hung up'))
  })
}
