import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { heldBy } from '../../hold.js'
import { clusterIn, listDataFolders, usualHome, type Wish } from './place.ts'

type Where = Omit<Wish, 'home'> & { home?: string | undefined }

const foldersOf = ({ home = usualHome, ...where }: Where) => listDataFolders({ ...where, home })

/** Where a restore makes what is to become this data folder. */
export const workshopOf = (data: string) => `${data}.restoring`

/** The folder of a restore that was broken off, where no database stands: a start there would make an empty one. */
export function findHalfRestored(where: Where): string | undefined {
  const folders = foldersOf(where)
  if (folders.some(data => existsSync(clusterIn(data)))) return undefined
  return folders.map(workshopOf).find(folder => existsSync(folder))
}

/** The socket's folder of a server that a living Medspil keeps on these data. */
export function findRunning(where: Where): string | undefined {
  const held = foldersOf(where).find(data => heldBy(join(data, 'held')) !== undefined)
  const note = held && join(held, 'socket')
  return note && existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
}
