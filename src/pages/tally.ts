import { kindOf } from '../fault-code.ts'

/**
 * A bug in one line for the log: its number, its kind and where it stands. Never its message: a message may quote
 * what somebody wrote.
 */
export function tally(fault: unknown, id: string): string {
  const places =
    fault instanceof Error ? (fault.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : []
  return `error ${id} ${kindOf(fault)} ${places
    .slice(0, 4)
    .map(line => line.trim())
    .join(' ')}`
}
