// Where a backup may lie. The keyring is never in the same folder as what it opens: whoever has one copy has half.

import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { codeOf } from '../../fault-code.ts'
import { fault } from '../embedded/fault.ts'

/** A backup's two files. */
export const databaseIn = (folder: string) => join(folder, 'database.medspil')
export const keysIn = (folder: string) => join(folder, 'shelf-keys.medspil')

/** What must lie elsewhere. */
export type Elsewhere = { data: string; keyring: string }

/** Makes the folder or takes an empty one; what a killed backup left in it is let go. Throws a StartFault. */
export function takeFolder(folder: string, elsewhere: Elsewhere): void {
  refuseNearKeyring(folder, elsewhere.keyring)
  if (isWithin(folder, elsewhere.data)) throw insideData(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw unwritable(folder, cause)
  }
  refuseFilled(folder)
}

/** Nothing but what a killed backup left may lie there. Throws a StartFault. */
export function refuseFilled(folder: string): void {
  if (listOthers(folder).length > 0) throw notEmpty(folder)
}

/** The folder may hold neither the keyring nor lie beside it. Throws a StartFault. */
export function refuseNearKeyring(folder: string, keyring: string): void {
  const home = dirname(keyring)
  const near = isWithin(home, folder) || isWithin(folder, home) || existsSync(join(folder, 'keyring.json'))
  if (near) throw keyringNear(folder, keyring)
}

const isWithin = (inner: string, outer: string) => `${resolve(inner)}/`.startsWith(`${resolve(outer)}/`)

// A draft is what a killed backup left: the next one writes over it.
const listOthers = (folder: string) => readdirSync(folder).filter(name => !name.endsWith('.medspil.draft'))

const keyringNear = (folder: string, keyring: string) =>
  fault(
    `Sikkerhedskopien må ikke ligge sammen med nøgleringen ${keyring}: så ville én kopi åbne alt. Vælg en anden mappe end ${folder}, og læg nøgleringens kopi et tredje sted. Intet er skrevet.`,
    `A backup may not lie with the keyring ${keyring}: one copy would open everything. Choose another folder than ${folder}, and keep the keyring's copy in a third place. Nothing was written.`,
  )

const insideData = (folder: string) =>
  fault(
    `${folder} ligger inde i datamappen. Vælg en mappe uden for den, helst på en anden disk. Intet er skrevet.`,
    `${folder} lies inside the data folder. Choose one outside it, best on another disk. Nothing was written.`,
  )

const notEmpty = (folder: string) =>
  fault(
    `Mappen ${folder} er ikke tom. Giv hver sikkerhedskopi sin egen mappe, fx med datoen i navnet. Intet er skrevet.`,
    `The folder ${folder} is not empty. Give each backup a folder of its own, such as one named by the date. Nothing was written.`,
  )

const unwritable = (folder: string, cause: unknown) =>
  fault(
    `Mappen ${folder} kan ikke laves (${codeOf(cause) ?? 'ukendt'}). Vælg en, du må skrive i.`,
    `The folder ${folder} cannot be made (${codeOf(cause) ?? 'unknown'}). Choose one you may write in.`,
  )
