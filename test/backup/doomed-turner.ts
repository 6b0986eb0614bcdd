// Turns the keyring in a process of its own and kills itself with SIGKILL before the first step of the given name. When it
// gets through it was not killed. Arguments: the step, DATABASE_URL, keyring, shelf keys, the moment.

import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename } from 'node:path'
import { Client } from 'pg'
import { serverGround } from '../../src/db/ground.ts'
import { turnKeys } from '../../src/db/keys/turn.ts'
import { systemRandom } from '../../src/random.ts'

const [, , deadline, databaseUrl = '', file = '', shelfKeys = '', now = ''] = process.argv
const done: string[] = []

function watch(home: object, name: string, label: (given: unknown[]) => string) {
  const real = Reflect.get(home, name)
  Reflect.set(home, name, function step(this: unknown, ...given: unknown[]) {
    const said = label(given)
    // The logins follow twice: what is meant is after the new epoch stands in the file.
    if (said === deadline && (said !== 'alter role' || done.includes('rename keyring')))
      process.kill(process.pid, 'SIGKILL')
    done.push(said)
    return Reflect.apply(real, this, given)
  })
}

const named = ['alter role', 'update shelf', 'update pin', 'lock table', 'update installation', 'commit']

function nameOf(statement: unknown): string {
  const said = typeof statement === 'string' ? statement : ''
  return named.find(name => said.includes(name)) ?? 'another'
}

const handle = await fs.open('/dev/null', 'r+')
watch(Object.getPrototypeOf(handle), 'write', () => 'write zeros')
await handle.close()
watch(fs, 'rename', ([, to]) => `rename ${basename(String(to)).replace(/(-epoch|\.json).*/, '')}`)
watch(Client.prototype, 'query', ([statement]) => nameOf(statement))
syncBuiltinESMExports()

const turning = { ground: await serverGround(databaseUrl), file, shelfKeys, random: systemRandom }
await turnKeys(turning, new Date(now), true)
process.exit(0)
