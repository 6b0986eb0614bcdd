// `npm run drill`: is an acknowledged word still there after a kill? Sixty rounds, or `-- --rounds 6`.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { drill, tell } from './drill/drill.ts'
import { type Ready, startHouse } from './drill/house.ts'
import { Ledger } from './drill/ledger.ts'
import { makeTable, readTable, tableWriter } from './drill/table.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    writers: { type: 'string', default: '4' },
    careless: { type: 'boolean', default: false },
  },
})
process.exitCode = await drillDatabase(Number(values.rounds), Number(values.writers), values.careless)

async function drillDatabase(rounds: number, count: number, careless: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'medspil-drill-'))
  await chmod(folder, 0o711) // as root the database runs as another, who must reach it
  const data = join(folder, 'data')
  const password = 'drill'
  let ready: Ready | undefined
  const where = () => {
    if (ready === undefined) throw new Error('not started')
    return ready
  }
  const login = { where, password, careless }
  const writers = Array.from({ length: count }, () => tableWriter(login))
  const checkout = resolve(import.meta.dirname, '..')
  const outcome = await drill(
    {
      data,
      ledger: await Ledger.open(join(folder, 'ledger')),
      writers,
      start: () => startHouse({ data, explicitData: true, checkout, passwords: [password] }),
      async moved(now) {
        ready = now
        await makeTable(login)
      },
      read: () => readTable(login),
      say: console.log,
    },
    rounds,
  )
  await Promise.all(writers.map(writer => writer.end()))
  await rm(folder, { recursive: true })
  console.log(tell(outcome))
  return outcome.missing.length + outcome.double.length === 0 ? 0 : 1
}
