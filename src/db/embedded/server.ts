// The server's process. It is started by a small shell that waits on a pipe from us: when the pipe closes, because
// we closed it or because we were killed, the shell sends the server home in good order. Its session is its own, so
// Ctrl-C in the terminal reaches us and not the server.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { plainEnvironment } from './cluster.ts'
import { clusterIn, type Place } from './place.ts'
import { settingArguments } from './settings.ts'

/** A started server, ready or not. `ended` is what it last said when it is gone; `stop` waits until it is. */
export type Server = { ended: Promise<string>; isOver(): boolean; stop(): Promise<void> }

/**
 * The shell's script; its arguments are the server's command. After so many seconds a server that was asked to go and
 * has not (PostgreSQL 18 hangs when it is asked in the middle of repairing itself) is ended at once; it repairs
 * itself at the next start. So is one whose folder was moved away: going in good order it would write by the folder's name,
 * into whatever lies there now.
 */
export const watchdog = (patience: number) => `
exec 3<&0
place=$(pwd -P)
"$@" </dev/null 3<&- & server=$!
{ read -r _ <&3; if [ . -ef "$place" ]; then kill -INT "$server"; sleep ${patience}; fi; kill -QUIT "$server"; } & exec 3<&-
wait "$server"; status=$?
trap "" TERM; kill -TERM 0
exit "$status"`

/**
 * Starts the server once on the place's data, with its socket in the folder `socket`. What stands in `more` comes
 * after our own and counts before it: a test run's server may forget what ours may not.
 */
export function startServer(
  { data, native, account }: Place,
  socket: string,
  more: readonly string[] = [],
): Server {
  const cluster = clusterIn(data)
  const log = openLog(data)
  const settings = [...settingArguments(), ...more]
  const command = [join(native, 'bin', 'postgres'), '-D', cluster, '-k', socket, ...settings]
  const child = spawn('/bin/sh', ['-c', watchdog(10), 'medspil-watchdog', ...command], {
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
    cwd: cluster,
    detached: true,
    env: plainEnvironment,
    stdio: ['pipe', log.file, log.file],
  })
  closeSync(log.file)
  let over = false
  const ended = new Promise<string>(resolve => {
    const end = (words: string) => {
      over = true
      resolve(words)
    }
    child.once('exit', () => end(log.said()))
    child.once('error', error => end(error.message))
  })
  child.stdin?.on('error', () => {}) // the shell ended first; `ended` tells
  const stop = async () => {
    child.stdin?.end()
    await ended
  }
  return { ended, isOver: () => over, stop }
}

/** `<data>/postgres.log`, kept below about a megabyte by one older file; `said` is what came since it was opened. */
function openLog(data: string): { file: number; said(): string } {
  const path = join(data, 'postgres.log')
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > 1_000_000) renameSync(path, `${path}.old`)
  const from = size > 1_000_000 ? 0 : size
  return {
    file: openSync(path, 'a', 0o600),
    // Gone when the folder was moved away under the server.
    said: () => (existsSync(path) ? readFileSync(path).subarray(from).toString('utf8').trim() : ''),
  }
}

/** Clears what a killed server left in its socket folder; only when none runs. */
export function clearSocket(socket: string): void {
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(socket, name), { force: true })
}
