import type { Client, ClientConfig } from 'pg'
import { fault } from './embedded/fault.ts'
import { withClient } from './owner.ts'

export type InstallationKind = 'demo' | 'trial' | 'live'

/** What the database says of itself before anything is made in it. Nothing when it is empty. */
export async function findInstallationIn(owner: ClientConfig): Promise<{
  installation: string | undefined
  kind?: InstallationKind
  wrappedKeys: { organisation_id: string; id: string; epoch: number; wrapped: Uint8Array }[]
}> {
  return withClient(owner, async client => {
    await refuseHalfRestored(client)
    const there = await client.query(`select to_regclass('installation') as there`)
    if (!there.rows[0]?.there) return { installation: undefined, wrappedKeys: [] }
    const row = await client.query<{ installation: string; kind: InstallationKind }>(
      'select installation, kind from installation',
    )
    const keys = await client.query<{
      organisation_id: string
      id: string
      epoch: number
      wrapped: Uint8Array
    }>('select distinct on (epoch) organisation_id, id, epoch, wrapped from shelf where wrapped is not null')
    return { installation: undefined, ...row.rows[0], wrappedKeys: keys.rows }
  })
}

/**
 * Writes what the installation is at its making. Setting SMTP_URL turns a trial into live for good and ends every
 * session; a live installation never starts without mail again.
 */
export async function ensureInstallation(
  owner: ClientConfig,
  wish: { installation: string; mails: boolean; demo: boolean; now: Date },
): Promise<InstallationKind> {
  return withClient(owner, async client => {
    const kind = wish.demo ? 'demo' : wish.mails ? 'live' : 'trial'
    await client.query(
      'insert into installation (installation, kind, made_at) values ($1, $2, $3) on conflict do nothing',
      [wish.installation, kind, wish.now],
    )
    const row = await client.query<{ kind: InstallationKind }>('select kind from installation')
    const was = row.rows[0]?.kind ?? kind
    if (was === 'live' && !wish.mails) throw mailMissing()
    if (was === 'trial' && wish.mails) await goLive(client)
    return was === 'trial' && wish.mails ? 'live' : was
  })
}

/** A demo and a real installation never take each other's place: nothing is changed before this is asked. */
export function refuseOtherKind(kind: InstallationKind | undefined, demo: boolean): void {
  if (kind === undefined || (kind === 'demo') === demo) return
  if (demo)
    throw fault(
      'Dataene her er ikke en demos. Start uden --demo, eller vælg en anden mappe med MEDSPIL_DATA. Intet er ændret.',
      'The data here are not a demo’s. Start without --demo, or choose another folder with MEDSPIL_DATA. Nothing was changed.',
    )
  throw fault(
    'Dataene her er en demos. Start med npm start -- --demo, eller vælg en anden mappe med MEDSPIL_DATA. Intet er ændret.',
    'The data here are a demo’s. Start with npm start -- --demo, or choose another folder with MEDSPIL_DATA. Nothing was changed.',
  )
}

async function goLive(client: Client) {
  await client.query('begin')
  await client.query(`update installation set kind = 'live'`)
  await client.query('delete from session')
  await client.query('delete from proven_device')
  await client.query('commit')
}

/** Stands as long as a restore into this database is under way, or was broken off. */
export const restoring = 'medspil_restoring'

async function refuseHalfRestored(client: Client) {
  const { rows } = await client.query('select to_regnamespace($1) is not null as half', [restoring])
  if (rows[0]?.half) throw halfRestored()
}

const halfRestored = () =>
  fault(
    'En gendannelse til denne database blev afbrudt. Kør npm run restore igen med samme sikkerhedskopi. Intet er ændret.',
    'A restore into this database was broken off. Run npm run restore again with the same backup. Nothing was changed.',
  )

const mailMissing = () =>
  fault(
    'Denne installation er i rigtig drift og skal kunne sende mail. Sæt SMTP_URL, og start igen. Intet er ændret.',
    'This installation is live and must be able to send mail. Set SMTP_URL and start again. Nothing was changed.',
  )
