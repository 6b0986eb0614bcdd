import { parseArgs } from 'node:util'
import { serveHouse } from '../../../test/world/served.ts'
import { openBenchHouse, openBenchServer } from '../../bench/house.ts'
import { fire, type Outcome } from './fire.ts'
import { strikesFrom } from './strikes.ts'

// `npm run drill -- requests`, bundled before it runs.
const { values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
})
const found = await drillRequests(Number(values.seed), Number(values.count))
console.log(tellRequests(found))
process.exitCode = found.broken.length + found.late.length === 0 ? 0 : 1

/** So many malformed requests against a house with ten conversations, by nobody, by leaders and by their host. */
async function drillRequests(seed: number, count: number): Promise<Outcome> {
  const { server, close } = await openBenchServer()
  const { house, host, preparers } = await openBenchHouse(server, 10)
  const served = await serveHouse(house)
  const { port, host: authority } = new URL(served.address)
  const known = {
    host: authority,
    cookies: ['', '__Host-medspil-session=%00', host.cookie, ...preparers.map(({ cookie }) => cookie)],
    ids: preparers.map(({ conversation }) => conversation),
  }
  const outcome = await fire(strikesFrom(seed, count, known), Number(port))
  served.close()
  await house.close()
  await close()
  return outcome
}

/** Lines for the terminal: the statuses, the slowest answer, and whatever broke or was late. */
function tellRequests({ answers, broken, late, slowest }: Outcome): string {
  const statuses = [...answers].toSorted().map(([status, count]) => `  ${status.padEnd(8)} ${count}`)
  const faults = [...new Set([...broken, ...late])].slice(0, 20).map(fault => `  ${fault}`)
  const sums = [`broken ${broken.length}, over 2 s ${late.length}, slowest ${Math.round(slowest)} ms`]
  return [...statuses, ...sums, ...faults].join('\n')
}
