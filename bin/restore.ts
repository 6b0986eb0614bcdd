// `npm run restore -- FOLDER [--keys FILE] [--accept-loss]`: a backup into an empty place, all of it or nothing.
import { resolve } from 'node:path'
import { systemClock } from '../src/clock.ts'
import { readCommandLine } from '../src/command-line.ts'
import { type Restored, restore } from '../src/db/backup/restore.ts'
import { fault } from '../src/db/embedded/fault.ts'
import { moment } from './command/moment.ts'
import { runCommand, say } from './command/run.ts'

const checkout = resolve(import.meta.dirname, '..')

await runCommand(async env => {
  const { positionals, values } = readCommandLine({
    command: 'npm run restore',
    options: { keys: { type: 'string' }, 'accept-loss': { type: 'boolean', default: false } },
    words: 1,
    forms: ['npm run restore -- /backup/2026-11-22 [--keys /elsewhere/shelf-keys.medspil] [--accept-loss]'],
  })
  const [folder] = positionals
  if (folder === undefined)
    throw fault(
      'Sig hvorfra: npm run restore -- /sikkerhedskopi/2026-11-22. Der gendannes til et tomt sted.',
      'Say where from: npm run restore -- /backup/2026-11-22. It restores to an empty place.',
    )
  const restored = await restore({
    env,
    checkout,
    folder: resolve(folder),
    keys: values.keys && resolve(values.keys),
    acceptLoss: values['accept-loss'],
    now: systemClock.now(),
    say,
  })
  tell(restored)
})

function tell({ rows, destroyed, from, keysFrom, keysFile, keys }: Restored): void {
  say(`Gendannet / restored: ${rows} rækker / rows, fra / from ${moment(new Date(from))}`)
  say(`Nøgler / keys: ${keys}, fra / from ${moment(new Date(keysFrom))} (${keysFile})`)
  if (destroyed > 0)
    say(`Slettet siden da og ikke kommet igen / destroyed since then and not come back: ${destroyed}`)
  say('Start med npm start og de samme indstillinger. / Start with npm start and the same settings.')
}
