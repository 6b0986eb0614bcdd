// Making the database the first time. initdb works in a folder of its own, which is renamed into place when it is
// whole: a start that is killed half way leaves nothing that looks like a database, and no password behind.
import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { MAJOR } from './binaries.ts'
import { fault } from './fault.ts'
import { giveTo, settle } from './folder.ts'
import { clusterIn, type Place } from './place.ts'

/** Each attempt has a folder of its own, so that a killed one's initdb cannot write into the next one's. */
const WORKSHOP = 'initdb-'

/** The only environment PostgreSQL's programs get: English messages, and none of the caller's PG* variables. */
export const plainEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Makes the database in `<data>/postgres` if there is none, else refuses one of another major version. */
export async function ensureCluster(place: Place, password: string): Promise<void> {
  const cluster = clusterIn(place.data)
  clearWorkshops(place.data)
  if (existsSync(cluster)) return refuseOtherMajor(cluster)
  const workshop = mkdtempSync(join(place.data, WORKSHOP))
  giveTo(place.account, workshop)
  try {
    await initialise(place, workshop, password)
    renameSync(join(workshop, 'postgres'), cluster)
    settle(place.data)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** What killed starts left. Their initdb may still be writing for a moment: then the next start clears it. */
function clearWorkshops(data: string): void {
  for (const name of readdirSync(data).filter(name => name.startsWith(WORKSHOP))) {
    try {
      rmSync(join(data, name), { recursive: true, force: true })
    } catch {
      // the next start tries again
    }
  }
}

async function initialise({ native, account }: Place, workshop: string, password: string): Promise<void> {
  const secret = join(workshop, 'password')
  writeFileSync(secret, password, { mode: 0o600 })
  giveTo(account, secret)
  const choices = [
    ['--pgdata', join(workshop, 'postgres')],
    ['--username', 'postgres'],
    ['--pwfile', secret],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    ['--locale', 'C'],
    ['--locale-provider', 'icu'],
    ['--icu-locale', 'da'],
    ['--set', 'cluster_name=medspil'],
  ]
  const who = account ? { uid: account.uid, gid: account.gid } : {}
  try {
    await promisify(execFile)(join(native, 'bin', 'initdb'), ['--data-checksums', ...choices.flat()], {
      ...who,
      cwd: workshop,
      env: plainEnvironment,
    })
  } catch (error) {
    throw fault(
      `Databasen kunne ikke oprettes i ${workshop}. Se, hvad initdb siger nedenfor.`,
      `The database could not be made in ${workshop}: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function refuseOtherMajor(cluster: string): void {
  const file = join(cluster, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : '?'
  if (found === MAJOR) return
  throw fault(
    `Databasen i ${cluster} er lavet af PostgreSQL ${found}, og her er PostgreSQL ${MAJOR}. Intet er rørt. Brug den udgave af Medspil, der lavede den, eller vælg en anden mappe med MEDSPIL_DATA.`,
    `The database in ${cluster} was made by PostgreSQL ${found}, and this is PostgreSQL ${MAJOR}. Nothing was touched. Use the version of Medspil that made it, or choose another folder with MEDSPIL_DATA.`,
  )
}
