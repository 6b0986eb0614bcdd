// Does the round's deletion in a process of its own and kills itself with SIGKILL before the n-th thing it does to the
// database or the disk. When it gets through it prints, one a line, everything it did. Arguments: n, the moment, the jobs' login, the log.

import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { Client, Pool } from 'pg'
import { destroyDue, prepareDeletions } from '../../src/db/destruction.ts'
import { inRound } from '../../src/db/rounds.ts'

const [, , deadline = '', now = '', jobsUrl = '', destroyedLog = ''] = process.argv
const done: string[] = []

function watch(home: object, names: readonly string[], label: (name: string, given: unknown[]) => string) {
  for (const name of names) {
    const real = Reflect.get(home, name)
    Reflect.set(home, name, function step(this: unknown, ...given: unknown[]) {
      if (done.length === Number(deadline)) process.kill(process.pid, 'SIGKILL')
      done.push(label(name, given))
      return Reflect.apply(real, this, given)
    })
  }
}

const asked = (given: unknown): string =>
  typeof given === 'object' && given !== null && 'text' in given ? String(given.text) : String(given)

const pool = new Pool({ connectionString: jobsUrl, max: 1 })

const handle = await fs.open('/dev/null')
watch(Object.getPrototypeOf(handle), ['appendFile', 'sync'], name => name)
await handle.close()
watch(Client.prototype, ['query'], (_, [query]) => asked(query).slice(0, 60).replaceAll(/\s+/g, ' '))
syncBuiltinESMExports()

await inRound(pool, new Date(now), async round => {
  await prepareDeletions(round)
  await destroyDue(round, { destroyedLog, keys: { forget: () => {} } })
})
process.stdout.write(done.join('\n'))
process.exit(0)
