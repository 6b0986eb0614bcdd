import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createTerminal } from './terminal.ts'

// The product as its users start it: `npm start` in a checkout, with its own data, killed and started again at will.

export type Product = {
  address: string
  terminal: ReturnType<typeof createTerminal>
  start(): Promise<void>
  /** SIGKILL for the npm, the server, the database and everything they started, all at once. */
  killEverything(): Promise<void>
  stop(): Promise<void>
}

/** Somebody without rights over the machine, as Debian has them. */
export const ordinaryUser = { uid: 65534, gid: 65534 }

/** A checkout of one's own for `user`: the tracked files, with the modules that are already installed. */
function checkoutFor(user: { uid: number; gid: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'medspil-checkout-'))
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const file of tracked.split('\0').filter(Boolean))
    cpSync(file, join(folder, file), { recursive: true, force: true })
  lendModules(join(folder, 'node_modules'))
  execFileSync('chown', ['-R', '-h', `${user.uid}:${user.gid}`, folder])
  return folder
}

/** Points at the modules that are here; where others may not come in, they get a copy. */
function lendModules(place: string) {
  const modules = join(process.cwd(), 'node_modules')
  const closed = (path: string): boolean =>
    path !== dirname(path) && ((statSync(path).mode & 0o001) === 0 || closed(dirname(path)))
  if (closed(modules)) execFileSync('cp', ['-r', modules, place])
  else symlinkSync(modules, place)
}

/** Prepares a product; nothing runs before `start`. As root, `user` runs it instead of root. */
export function makeProduct(user?: { uid: number; gid: number }): Product {
  const checkout = user ? checkoutFor(user) : process.cwd()
  const home = mkdtempSync(join(tmpdir(), 'medspil-product-'))
  chmodSync(home, 0o755)
  mkdirSync(join(home, 'own'), { mode: 0o755 })
  if (user) chownSync(join(home, 'own'), user.uid, user.gid)
  const port = 20_000 + randomInt(20_000)
  const terminal = createTerminal()
  let running: ChildProcess | undefined

  async function start() {
    const ready = terminal.next(/^Medspil: /)
    running = spawn('npm', ['start'], {
      cwd: checkout,
      env: {
        PATH: process.env.PATH,
        HOME: join(home, 'own'),
        PORT: `${port}`,
        MEDSPIL_DATA: join(home, 'own', 'data'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    })
    follow(running, terminal.say)
    await Promise.race([ready, ended(running, terminal.lines)])
  }

  async function killEverything() {
    if (!running?.pid) return
    const gone = once(running, 'exit')
    for (const pid of descendants(running.pid)) kill(pid, 'SIGKILL')
    await gone
  }

  async function stop() {
    if (!running?.pid || running.exitCode !== null) return
    const gone = once(running, 'exit')
    running.kill('SIGTERM')
    await gone
  }

  return { address: `http://localhost:${port}`, terminal, start, killEverything, stop }
}

function follow(child: ChildProcess, say: (line: string) => void) {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', chunk => {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) say(line)
    })
  }
}

async function ended(child: ChildProcess, lines: readonly string[]): Promise<never> {
  await once(child, 'exit')
  throw new Error(`npm start ended:\n${lines.slice(-12).join('\n')}`)
}

/** A process and all that came from it, the detached database too. */
function descendants(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => parentOf(Number(name)))
  const found = [root]
  for (const pid of found) found.push(...parents.filter(each => each.parent === pid).map(each => each.pid))
  return found
}

function parentOf(pid: number): { pid: number; parent: number }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return [{ pid, parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }]
  } catch {
    return []
  }
}

function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself between being found and being killed.
  }
}
