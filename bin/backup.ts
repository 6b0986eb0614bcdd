// `npm run backup -- FOLDER`: the whole database and the shelves' keys, as one moment saw them, in two files.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { systemClock } from '../src/clock.ts'
import { readCommandLine } from '../src/command-line.ts'
import { backUp } from '../src/db/backup/back-up.ts'
import { databaseIn, keysIn, takeFolder } from '../src/db/backup/place.ts'
import { fault } from '../src/db/embedded/fault.ts'
import { openStanding } from '../src/db/standing-ground.ts'
import { destroyedLogBeside } from '../src/trust/destroyed.ts'
import { runCommand, say } from './command/run.ts'

const checkout = resolve(import.meta.dirname, '..')

await runCommand(async env => {
  const [given] = readCommandLine({
    command: 'npm run backup',
    options: {},
    words: 1,
    forms: ['npm run backup -- /backup/2026-11-22'],
  }).positionals
  if (given === undefined)
    throw fault(
      'Sig hvorhen: npm run backup -- /sikkerhedskopi/2026-11-22. Mappen laves.',
      'Say where to: npm run backup -- /backup/2026-11-22. The folder is made.',
    )
  const folder = resolve(given)
  takeFolder(folder, env)
  const { ground, keyring } = await openStanding({ env, checkout, say })
  try {
    const migrations = join(checkout, 'db/migrations')
    const { owner } = ground
    const now = systemClock.now()
    const { rows, keys } = await backUp({ owner, folder, migrations, epoch: keyring.current.n, now })
    say(
      `Gemt / kept: ${rows} rækker / rows, ${keys} nøgler / keys\n  ${databaseIn(folder)}\n  ${keysIn(folder)}`,
    )
    say(keyringApart(env.keyring))
  } finally {
    await ground.stop()
  }
})

function keyringApart(keyring: string): string {
  const files = [keyring, destroyedLogBeside(keyring)].filter(file => existsSync(file)).join(' ')
  return `Nøgleringen er ikke med, og uden den åbner intet. Læg en kopi af keyring.json, og af destroyed.log når noget er slettet, et andet sted for sig selv:
The keyring is not in it, and nothing opens without it. Keep a copy of keyring.json, and of destroyed.log once something is deleted, in another place by itself:
  install -d -m 700 /ET-ANDET-STED
  install -m 600 ${files} /ET-ANDET-STED/`
}
