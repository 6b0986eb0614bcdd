import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const installed = join(import.meta.dirname, '../../node_modules')

const scripts = {
  biome: join(installed, '@biomejs/biome/bin/biome'),
  freshSchema: join(import.meta.dirname, 'fresh-schema.ts'),
  knip: join(import.meta.dirname, 'dead-code.js'),
  tsc: join(installed, 'typescript/lib/tsc.js'),
}

/**
 * Runs one of the check's programs in the given folder and gives what it said, whatever its exit code. It runs on
 * this very Node: the program's own launcher would take the first in PATH, which may be an old one.
 */
export async function run(program: keyof typeof scripts, args: string[], cwd: string) {
  const child = spawn(process.execPath, [scripts[program], ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { stdout, stderr }
}
