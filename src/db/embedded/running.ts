import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { heldBy } from '../../hold.js'
import { findInstallation } from './installation.ts'
import { clusterIn } from './place.ts'

type Where = { data: string; explicitData: boolean; checkout: string; home?: string | undefined }

/** The data folders that an installation's settings can mean: its own, and where root's closed checkout has it moved to. */
function listDataFolders({ data, explicitData, checkout, home = '/var/lib/medspil' }: Where): string[] {
  const moved = join(home, findInstallation(checkout) ?? '-', 'data')
  return explicitData ? [data] : [data, moved]
}

/** Where a restore makes what is to become this data folder. */
export const workshopOf = (data: string) => `${data}.restoring`

/** The folder of a restore that was broken off, where no database stands: a start there would make an empty one. */
export function findHalfRestored(where: Where): string | undefined {
  const folders = listDataFolders(where)
  if (folders.some(data => existsSync(clusterIn(data)))) return undefined
  return folders.map(workshopOf).find(folder => existsSync(folder))
}

/** The socket's folder of a server that a living Medspil keeps on these data. */
export function findRunning(where: Where): string | undefined {
  const held = listDataFolders(where).find(data => heldBy(join(data, 'held')) !== undefined)
  const note = held && join(held, 'socket')
  return note && existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
}
