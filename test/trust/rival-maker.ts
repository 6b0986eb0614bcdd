// Makes a keyring in a process of its own, where another maker comes first just before ours gets its name: ours finds
// its draft swept away. Prints the other's installation and then ours. Argument: the keyring's file.

import fs, { link } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { systemClock } from '../../src/clock.ts'
import { systemRandom } from '../../src/random.ts'
import { makeKeyring } from '../../src/trust/keyring.ts'

const [, , file = ''] = process.argv
const real = link

async function made(): Promise<string> {
  const found = await makeKeyring(file, systemRandom, systemClock.now())
  return 'keyring' in found ? found.keyring.installation : found.fault
}

Reflect.set(fs, 'link', async (from: string, to: string) => {
  Reflect.set(fs, 'link', real)
  syncBuiltinESMExports()
  process.stdout.write(`${await made()}\n`)
  return real(from, to)
})
syncBuiltinESMExports()
process.stdout.write(await made())
