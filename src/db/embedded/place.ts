// Where the database lies. In the data folder, unless root's checkout is under a folder that others cannot enter:
// then the account it runs as could reach neither data nor programs, and both go to /var/lib/medspil/<id>, the id
// kept in the checkout's file .installation. A folder somebody chose is never moved, and data that exist are never
// left behind: what cannot be reached is refused, with the folder that stands in the way.
import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Account, chooseAccount } from './account.ts'
import { getBinaries } from './binaries.ts'
import { copyBinaries } from './copy.ts'
import { fault } from './fault.ts'
import { makeFolder } from './folder.ts'
import { findInstallation, getInstallation } from './installation.ts'

/** Where moved data go, unless a test says otherwise. */
export const usualHome = '/var/lib/medspil'

/** What is asked for: the data folder, whether somebody chose it, the checkout, and where moved data go. */
export type Wish = { data: string; explicitData: boolean; checkout: string; home: string }

/** `data`: the folder that holds it all. `native`: bin, lib and share. `account`: undefined = as ourselves. */
export type Place = { data: string; native: string; account: Account | undefined; moved: boolean }

/** The database's folder in a data folder. */
export const clusterIn = (data: string) => join(data, 'postgres')

/** Every folder the wish can mean: its own and, unless somebody chose it, where root's closed checkout has it moved to. */
export const listDataFolders = ({ data, explicitData, checkout, home }: Wish): string[] =>
  explicitData ? [data] : [data, join(home, findInstallation(checkout) ?? '-', basename(data))]

/** Decides where the database lies and who runs it, and makes the data folder. Throws a StartFault. */
export function choosePlace(wish: Wish): Place {
  const elsewhere = join(wish.home, findInstallation(wish.checkout) ?? '-')
  const data = listDataFolders(wish).find(folder => existsSync(clusterIn(folder)))
  refuseForeignKeep(wish, elsewhere, data)
  const account = chooseAccount(data === undefined ? undefined : clusterIn(data))
  const native = getBinaries(wish.checkout)
  if (account === undefined) return { data: makeData(wish.data), native, account, moved: false }
  return placeFor(account, wish, data, native)
}

function placeFor(account: Account, wish: Wish, kept: string | undefined, native: string): Place {
  if (!wish.explicitData) letThrough(wish.data)
  const closed = closedTo(account, kept ?? wish.data)
  if (closed !== undefined && (kept !== undefined || wish.explicitData)) {
    throw fault(
      `Databasen kører som brugeren ${account.name}, som ikke kan komme ind i ${closed}. Giv adgang gennem mappen: chmod o+x ${closed}`,
      `The database runs as the user ${account.name}, who cannot enter ${closed}. Let others pass through: chmod o+x ${closed}`,
    )
  }
  const home = () => join(wish.home, getInstallation(wish.checkout))
  const data = closed === undefined ? (kept ?? wish.data) : join(home(), basename(wish.data))
  const readable = closedTo(account, native) === undefined && canRun(account, native)
  return {
    data: makeData(data, 0o711),
    native: readable ? native : copyBinaries(native, home()),
    account,
    moved: data !== wish.data,
  }
}

/** An ordinary user must not start afresh beside data that root moved away. */
function refuseForeignKeep(wish: Wish, elsewhere: string, data: string | undefined): void {
  if (wish.explicitData || data !== undefined || process.getuid?.() === 0 || !existsSync(elsewhere)) return
  throw fault(
    `Data til denne mappe ligger i ${elsewhere} og er lagt der af root. Start som root.`,
    `This folder's data lie in ${elsewhere}, put there by root. Start as root.`,
  )
}

/** The first folder on the way to `path` that the account cannot enter. A folder not made yet hinders nobody. */
function closedTo(account: Account, path: string): string | undefined {
  const steps = [path]
  for (let at = path; dirname(at) !== at; at = dirname(at)) steps.unshift(dirname(at))
  const standing = steps.filter(step => existsSync(step))
  const enters = (folder: string | undefined) =>
    succeeds(account, '/bin/sh', ['-c', 'cd -- "$1"', 'enter', folder ?? '/'])
  return enters(standing.at(-1)) ? undefined : standing.find(step => !enters(step))
}

function canRun(account: Account, native: string): boolean {
  const bki = join(native, 'share', 'postgresql', 'postgres.bki')
  return (
    succeeds(account, join(native, 'bin', 'postgres'), ['--version']) &&
    succeeds(account, 'test', ['-r', bki])
  )
}

function succeeds({ uid, gid }: Account, command: string, args: string[]): boolean {
  return spawnSync(command, args, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
}

/** The default data folder is ours: whoever made it closed, the account must be able to pass through to its own part. */
function letThrough(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found) chmodSync(folder, (found.mode & 0o777) | 0o011)
}

/** Makes the folder and those above it that are missing, each with `mode`, and sees that we may write in it. */
function makeData(folder: string, mode = 0o700): string {
  try {
    makeFolder(folder, mode)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw fault(
      `Der kan ikke skrives i mappen ${folder}. Giv dig selv adgang, eller vælg en anden med MEDSPIL_DATA.`,
      `The folder ${folder} cannot be written to (${error}). Give yourself access or choose another with MEDSPIL_DATA.`,
    )
  }
  return folder
}
