// `npm run drill`: is an acknowledged word still there after a kill? Sixty rounds, or `-- --rounds 6`.
// `npm run drill -- requests`: does anything break at 20,000 malformed requests? Or `--count 500 --seed 2`.
// `npm run drill -- restore`: is yesterday's backup all there on an empty folder? 300 conversations, or `--talks 12`.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readCommandLine, wholeNumber } from '../src/command-line.ts'
import { fault, type StartFault } from '../src/db/embedded/fault.ts'
import { readEnv } from '../src/env.ts'
import { runBundled } from './bundled.ts'
import { inWords } from './command/run.ts'
import { drill, tell } from './drill/drill.ts'
import { type Ready, startHouse } from './drill/house.ts'
import { Ledger } from './drill/ledger.ts'
import { drillRestore, isExpected, tellRestore } from './drill/restore/drill.ts'
import { makeTable, readTable, tableWriter } from './drill/table.ts'

const number = { type: 'string' } as const

/** What each part can be told. */
const own: Record<string, readonly string[]> = {
  requests: ['count', 'seed'],
  restore: ['talks'],
  database: ['rounds', 'writers', 'careless'],
}

await inWords(async () => {
  const { values, positionals } = readCommandLine({
    command: 'npm run drill',
    options: {
      ...{ talks: number, count: number, seed: number, rounds: number, writers: number },
      careless: { type: 'boolean' },
    },
    words: ['requests', 'restore'],
    forms: [
      'npm run drill [-- --rounds 60 --writers 4 --careless]',
      'npm run drill -- requests [--count 20000 --seed 1]',
      'npm run drill -- restore [--talks 300]',
    ],
  })
  const { talks = '300', rounds = '60', writers = '4', careless = false } = values
  const [part = 'database'] = positionals
  for (const [name, value] of Object.entries(values)) {
    if (!own[part]?.includes(name)) throw elsewhere(name)
    if (typeof value === 'string') wholeNumber(name, value)
  }
  if (part === 'requests') return runBundled({ requests: 'bin/drill/requests/drill.ts' })
  process.exitCode =
    part === 'restore'
      ? await drillBackup(Number(talks))
      : await drillDatabase(Number(rounds), Number(writers), careless)
})

function elsewhere(name: string): StartFault {
  return fault(
    `--${name} hører til en anden af de tre prøver. Intet er ændret.`,
    `--${name} belongs to another of the three drills. Nothing was changed.`,
  )
}

async function drillBackup(talks: number): Promise<number> {
  const folder = await makeFolder()
  const env = readEnv({ MEDSPIL_DATA: join(folder, 'data') })
  if ('faults' in env) throw new Error(env.faults.join('\n'))
  const outcome = await drillRestore({
    env,
    checkout: resolve(import.meta.dirname, '..'),
    folder,
    talks,
    say: console.log,
  })
  await rm(folder, { recursive: true })
  console.log(tellRestore(outcome))
  const { lost, arisen, refusedWithoutNewerKeys } = outcome
  if (!isExpected(outcome)) console.log({ missing: outcome.missing, foreign: outcome.foreign })
  return isExpected(outcome) && lost.length + arisen === 0 && refusedWithoutNewerKeys ? 0 : 1
}

// As root the database runs as another, who must reach it.
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'medspil-drill-'))
  await chmod(folder, 0o711)
  return folder
}

async function drillDatabase(rounds: number, count: number, careless: boolean): Promise<number> {
  const folder = await makeFolder()
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
