import { StartFault } from '../../src/db/embedded/fault.ts'
import { type Env, readEnv } from '../../src/env.ts'

/** Tells a line. */
export const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs a command with the settings. What is wrong is told in words, and the exit code is 1. */
export function runCommand(work: (env: Env) => Promise<void>): Promise<void> {
  return inWords(async () => {
    const env = readEnv(process.env)
    if ('faults' in env) throw new StartFault(env.faults.join('\n'))
    await work(env)
  })
}

/** The same for one that has no use for the settings. */
export async function inWords(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    const text =
      cause instanceof StartFault ? cause.message : cause instanceof Error ? cause.stack : `${cause}`
    process.stderr.write(`${text}\n`)
    process.exitCode = 1
  }
}
