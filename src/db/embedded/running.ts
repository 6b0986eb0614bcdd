import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../fault-code.ts'
import { heldBy } from '../../hold.js'
import { fault } from './fault.ts'
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

/** The folder that a living Medspil has, and its pid. */
function findHolder(where: Where): { data: string; pid: number } | undefined {
  for (const data of foldersOf(where)) {
    const pid = holderOf(data)
    if (pid !== undefined) return { data, pid }
  }
  return undefined
}

// Whoever may not look into a folder may not write there either, and is told so.
function holderOf(data: string): number | undefined {
  try {
    return heldBy(join(data, 'held'))
  } catch (cause) {
    if (codeOf(cause) === 'EACCES') return undefined
    throw cause
  }
}

/** Throws a StartFault with its pid when a living Medspil has these data. */
export function refuseRunning(where: Where): void {
  const holder = findHolder(where)
  if (holder) throw runs(holder)
}

export const runs = ({ data, pid }: { data: string; pid: number }) =>
  fault(
    `Medspil kører allerede med data i ${data} (pid ${pid}). Stop den først, eller vælg en anden mappe med MEDSPIL_DATA. Intet er ændret.`,
    `Medspil already runs with the data in ${data} (pid ${pid}). Stop it first, or choose another folder with MEDSPIL_DATA. Nothing was changed.`,
  )

/** The socket's folder of a server that a living Medspil keeps on these data. */
export function findRunning(where: Where): string | undefined {
  const holder = findHolder(where)
  const note = holder && join(holder.data, 'socket')
  return note && existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
}
