// `npm run keys -- show | turn | turn --due`: the keyring's epochs, and turning it. It never shows a secret.
import { resolve } from 'node:path'
import { systemClock } from '../src/clock.ts'
import { readCommandLine } from '../src/command-line.ts'
import { fault, StartFault } from '../src/db/embedded/fault.ts'
import { copyAnew, isToCopy } from '../src/db/keys/daily-turn.ts'
import { type Turned, turnKeys } from '../src/db/keys/turn.ts'
import { openStanding } from '../src/db/standing-ground.ts'
import type { Env } from '../src/env.ts'
import { systemRandom } from '../src/random.ts'
import { readKeyring } from '../src/trust/keyring.ts'
import type { Epoch, Keyring } from '../src/trust/keyring-text.ts'
import { endOf, nextTurn } from '../src/trust/keyring-turning.ts'
import { moment } from './command/moment.ts'
import { runCommand, say } from './command/run.ts'

const checkout = resolve(import.meta.dirname, '..')

const whatIsAnEpoch = `En epoke er den tid, en af nøgleringens hemmeligheder er i brug. 48 timer efter, at den næste er begyndt, slettes den gamle.
An epoch is the time one of the keyring’s secrets is in use. 48 hours after the next has begun the old one is destroyed.`

const waits =
  'Et andet skift eller en sikkerhedskopi er i gang; intet er gjort. / Another is under way; nothing was done.'

await runCommand(async env => {
  const { positionals, values } = readCommandLine({
    command: 'npm run keys',
    options: { due: { type: 'boolean' } },
    words: ['show', 'turn'],
    forms: ['npm run keys -- show', 'npm run keys -- turn [--due]'],
  })
  const asked = positionals.join()
  if (asked === 'show' && !values.due) return show(env)
  if (asked === 'turn') return turn(env, values.due !== true)
  throw fault(
    'Sig, hvad der skal ske: npm run keys -- show (viser epoker) eller npm run keys -- turn (skifter nu; med --due kun det, der er tid til).',
    'Say what to do: npm run keys -- show (shows epochs) or npm run keys -- turn (turns now; with --due only what is due).',
  )
})

async function show(env: Env): Promise<void> {
  const found = await readKeyring(env.keyring)
  if ('fault' in found) throw new StartFault(found.fault)
  const { keyring } = found
  say(`${env.keyring}\nInstallation ${keyring.installation}`)
  for (const epoch of keyring.epochs) say(lineOf(epoch, keyring))
  say(whatIsAnEpoch)
  const next = nextTurn(keyring)
  say(`Næste skift / next turn: ${next ? moment(next) : 'nu / now'}`)
}

function lineOf(epoch: Epoch, keyring: Keyring): string {
  const begun = epoch.made ? moment(epoch.made) : '?'
  const end = endOf(epoch, keyring)
  return `Epoke ${epoch.n}: fra / from ${begun}${end ? `, slettes efter / destroyed after ${moment(end)}` : ''}`
}

async function turn(env: Env, anew: boolean): Promise<void> {
  const { ground } = await openStanding({ env, checkout, say })
  try {
    const turning = { ground, file: env.keyring, shelfKeys: env.shelfKeys, random: systemRandom }
    const from = performance.now()
    const turned = await turnKeys(turning, systemClock.now(), anew)
    if (turned.waits) say(waits)
    else tell(turned, env, performance.now() - from)
  } finally {
    await ground.stop()
  }
}

function tell(turned: Turned, env: Env, milliseconds: number): void {
  if (turned.begun) say(`Epoke ${turned.begun} er begyndt. / Epoch ${turned.begun} has begun.`)
  const seconds = (milliseconds / 1000).toFixed(1)
  say(`Nøgler pakket om / keys wrapped anew: ${turned.wrapped} (${seconds} s)`)
  if (turned.broken > 0) say(`Nøgler, ingen epoke åbner / keys that no epoch opens: ${turned.broken}`)
  for (const n of turned.ended) say(`Epoke ${n} er slettet for altid. / Epoch ${n} is destroyed for good.`)
  say(`Nøglefilens mappe / folder of the keys’ file: ${env.shelfKeys}`)
  if (isToCopy(turned)) say(copyAnew(env.keyring))
}
