// PostgreSQL refuses to run as root. As root we therefore lend it an account that is already there, and once it
// owns a database it keeps it. Nothing else may run as that account, or it could read the files: so `nobody`, which
// many daemons share, comes last and only when nobody else is using it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fault } from './fault.ts'

/** An account of /etc/passwd. */
export type Account = { name: string; uid: number; gid: number }

const candidates = ['medspil', 'postgres', 'games', 'news', 'uucp', 'irc', 'list', 'nobody']

/**
 * Who the server runs as; undefined = as ourselves, when we are not root.
 * `cluster` is the database's folder, when it already exists: its owner decides.
 * Throws a StartFault when nobody fits.
 */
export function chooseAccount(cluster: string | undefined): Account | undefined {
  const accounts = listAccounts()
  const owner = cluster === undefined ? undefined : statSync(cluster).uid
  if (process.getuid?.() !== 0) return asOurselves(accounts, cluster, owner)
  if (owner !== undefined) return ownerOf(cluster ?? '', owner, accounts)
  for (const name of candidates) {
    const account = accounts.find(one => one.name === name)
    if (account && account.uid !== 0 && isIdle(account)) return account
  }
  throw fault(
    'Databasen må ikke køre som root, og ingen konto er ledig til den. Opret en: useradd --system medspil',
    'The database must not run as root, and no account is free for it. Make one: useradd --system medspil',
  )
}

function asOurselves(accounts: Account[], cluster: string | undefined, owner: number | undefined): undefined {
  const uid = process.getuid?.()
  if (owner !== undefined && owner !== uid) {
    const name = accounts.find(one => one.uid === owner)?.name ?? `${owner}`
    throw fault(
      `Databasen i ${cluster} tilhører brugeren ${name}. Start som root eller som ${name}.`,
      `The database in ${cluster} belongs to the user ${name}. Start as root or as ${name}.`,
    )
  }
  if (accounts.some(one => one.uid === uid)) return undefined
  throw fault(
    `Brugeren ${uid} står ikke i /etc/passwd, og uden navn kan databasen ikke køre. Start som en bruger, der har et.`,
    `User ${uid} is not in /etc/passwd, and the database cannot run without a name. Start as a user who has one.`,
  )
}

function ownerOf(cluster: string, uid: number, accounts: Account[]): Account {
  const owner = accounts.find(one => one.uid === uid)
  if (owner && uid !== 0) return owner
  const whose = uid === 0 ? 'root' : `${uid}`
  throw fault(
    `Databasen i ${cluster} tilhører ${whose}, og den konto kan den ikke køre som. Giv den til en anden: chown -R postgres ${cluster}`,
    `The database in ${cluster} belongs to ${whose}, an account it cannot run as. Give it to another: chown -R postgres ${cluster}`,
  )
}

/** Whether no process of another's runs as the account. Our own servers say "medspil" on their command line. */
function isIdle(account: Account): boolean {
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    try {
      const uids = /^Uid:(.*)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? ''
      if (!uids.trim().split(/\s+/).includes(`${account.uid}`)) continue
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('medspil')) return false
    } catch {
      // it ended while we looked
    }
  }
  return true
}

function listAccounts(): Account[] {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .filter(fields => fields.length >= 7)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
