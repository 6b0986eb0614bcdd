import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from './fault.ts'

/** The id this checkout's moved data lie under (16 hex digits), or undefined when nothing was moved. */
export function findInstallation(checkout: string): string | undefined {
  const file = join(checkout, '.installation')
  if (!existsSync(file)) return undefined
  const id = readFileSync(file, 'utf8').trim()
  if (/^[0-9a-f]{16}$/.test(id)) return id
  throw fault(
    `${file} siger, hvor data ligger, men er ødelagt. Skriv navnet på den rette mappe under /var/lib/medspil i den.`,
    `${file} tells where the data lie, but is damaged. Write in it the name of the right folder under /var/lib/medspil.`,
  )
}

/** The same id, made the first time. Two starts at once agree: the file is linked in whole, and the first one wins. */
export function getInstallation(checkout: string): string {
  const found = findInstallation(checkout)
  if (found !== undefined) return found
  const file = join(checkout, '.installation')
  const id = randomBytes(8).toString('hex')
  const fresh = `${file}.${id}`
  writeFileSync(fresh, `${id}\n`, { flush: true })
  try {
    linkSync(fresh, file)
  } catch {
    // another start made it first
  } finally {
    rmSync(fresh)
  }
  return findInstallation(checkout) ?? id
}
