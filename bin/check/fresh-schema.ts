// Prints the schema of a database that the migrations have just made: a server of its own, gone when it has answered.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { systemClock } from '../../src/clock.ts'
import { describeSchema } from '../../src/db/schema.ts'
import { readEnv } from '../../src/env.ts'
import { open } from '../../src/opening.ts'
import { systemRandom } from '../../src/random.ts'

const home = await mkdtemp(join(tmpdir(), 'medspil-schema-'))
// As root the server runs as another user, who must be able to pass through.
await chmod(home, 0o711)
try {
  process.stdout.write(await makeAndDescribe(home))
} finally {
  await rm(home, { recursive: true, force: true })
}

async function makeAndDescribe(home: string): Promise<string> {
  const env = readEnv({ MEDSPIL_DATA: join(home, 'data') })
  if ('faults' in env) throw new Error(env.faults.join('\n'))
  const checkout = resolve(import.meta.dirname, '../..')
  const opened = await open({ env, checkout, clock: systemClock, random: systemRandom, say: () => {} })
  try {
    const owner = new pg.Client(opened.ground.owner)
    await owner.connect()
    return await describeSchema(owner).finally(() => owner.end())
  } finally {
    await opened.close()
  }
}
