// Writes db/schema.sql: a fresh database is made by the migrations, asked what it is, and thrown away.

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { systemClock } from '../src/clock.ts'
import { describeSchema } from '../src/db/schema.ts'
import { readEnv } from '../src/env.ts'
import { open } from '../src/opening.ts'
import { systemRandom } from '../src/random.ts'

const checkout = resolve(import.meta.dirname, '..')
const home = await mkdtemp(join(tmpdir(), 'medspil-schema-'))
// As root the server runs as another user, who must be able to pass through.
await chmod(home, 0o711)
try {
  const file = join(checkout, 'db', 'schema.sql')
  await writeFile(file, await freshSchema())
  console.log(`Written: ${file}`)
} finally {
  await rm(home, { recursive: true, force: true })
}

async function freshSchema(): Promise<string> {
  const env = readEnv({ MEDSPIL_DATA: join(home, 'data') })
  if ('faults' in env) throw new Error(env.faults.join('\n'))
  const wish = { env, checkout, clock: systemClock, random: systemRandom, say: () => {} }
  const opened = await open(wish)
  try {
    const client = new pg.Client(opened.ground.owner)
    await client.connect()
    return await describeSchema(client).finally(() => client.end())
  } finally {
    await opened.close()
  }
}
