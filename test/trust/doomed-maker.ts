// Makes a keyring in a process of its own and kills itself with SIGKILL before the n-th thing it does to the disk.
// When it gets through it prints, one a line, everything it did. Arguments: the keyring's file, and n.

import fs, { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { systemClock } from '../../src/clock.ts'
import { systemRandom } from '../../src/random.ts'

const [, , file = '', deadline = ''] = process.argv
const done: string[] = []

function watch(home: object, names: string[]) {
  for (const name of names) {
    const real = Reflect.get(home, name)
    Reflect.set(home, name, function step(this: unknown, ...given: unknown[]) {
      if (done.length === Number(deadline)) process.kill(process.pid, 'SIGKILL')
      done.push(name)
      return Reflect.apply(real, this, given)
    })
  }
}

const handle = await open('/dev/null')
watch(Object.getPrototypeOf(handle), ['writeFile', 'sync'])
await handle.close()
watch(fs, ['mkdir', 'open', 'link', 'rm', 'readdir', 'readFile', 'stat'])
syncBuiltinESMExports()

const { makeKeyring } = await import('../../src/trust/keyring.ts')
await makeKeyring(file, systemRandom, systemClock.now())
process.stdout.write(done.join('\n'))
