// The keyring turned under a town's year of conversations, 180,000 keys, while somebody reads a page of their preparation.
import type { Client } from 'pg'
import { serverGround } from '../../src/db/ground.ts'
import { turnKeys } from '../../src/db/keys/turn.ts'
import { systemRandom } from '../../src/random.ts'
import { readKeyring } from '../../src/trust/keyring.ts'
import type { Keyring } from '../../src/trust/keyring-text.ts'
import { newKey, wrap } from '../../src/trust/sealing.ts'
import { urls } from '../../src/urls.ts'
import type { BenchHouse } from './house.ts'
import { askMeanwhile, sayWaits } from './load.ts'
import { round, say } from './say.ts'

/** As the daily job does it, in a process beside the one that answers. */
export async function turning(town: BenchHouse, port: number) {
  const { house, preparers } = town
  const { databaseUrl = '', keyring: file, shelfKeys } = house.env
  await makeKeys(house.superuser, await keyringIn(file))
  const [one] = preparers
  const path = urls.step({ id: one?.conversation ?? '', step: 'relationer' })
  const waits: number[] = []
  const others = new AbortController()
  const asked = askMeanwhile({ port, path, headers: { cookie: one?.cookie ?? '' } }, waits, others.signal)
  const ground = await serverGround(databaseUrl)
  const began = performance.now()
  const turned = await turnKeys({ ground, file, shelfKeys, random: systemRandom }, new Date(), true)
  const took = performance.now() - began
  others.abort()
  await asked
  say(
    `  the keyring turns: ${round(turned.wrapped)} keys in ${(took / 1000).toFixed(1)} s, ${round(turned.broken)} broken`,
  )
  sayWaits('a section', waits)
}

async function keyringIn(file: string): Promise<Keyring> {
  const found = await readKeyring(file)
  if ('fault' in found) throw new Error(found.fault)
  return found.keyring
}

const atOnce = 5000

/** The crowd's keys are noise that nothing opens: here each gets one that is, as its making gave it. */
async function makeKeys(superuser: Client, { current: { n, secret } }: Keyring) {
  const { rows } = await superuser.query<{ organisation_id: string; id: string }>(
    `select organisation_id, id from shelf where wrapped is not null and length(wrapped) = 120`,
  )
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = rows.slice(at, at + atOnce)
    const keys = some.map(({ organisation_id: organisation, id: shelf }) =>
      wrap(newKey(systemRandom), { secret, organisation, shelf, epoch: n }, systemRandom),
    )
    await superuser.query(
      `update shelf s set wrapped = k.wrapped, epoch = $1 from unnest($2::uuid[], $3::bytea[]) as k(id, wrapped) where s.id = k.id`,
      [n, some.map(({ id }) => id), keys],
    )
  }
  await superuser.query('vacuum analyze shelf')
}
