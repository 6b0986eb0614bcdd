import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Statement, spelledOut } from './statements.ts'

/** Whether PostgreSQL's own load program is here; it belongs to the server's packages, not to the product. */
export const hasPgbench = () => spawnSync('pgbench', ['--version']).status === 0

/** A role's login as libpq wants it. */
export type Login = { host: string; port: number; database: string; user: string; password: string }

/**
 * Runs the same statements, one pgbench a client with its own script, for so many seconds. A pgbench logs in as one
 * role, so the statements are those of `login` alone.
 */
export async function runPgbench(
  folder: string,
  scripts: Statement[][],
  login: Login,
  seconds: number,
): Promise<void> {
  const clients = scripts.map(async (statements, at) => {
    const file = join(folder, `save-${at}.sql`)
    const lines = statements.flatMap(each => spelledOut(each).split(';')).filter(line => line.trim() !== '')
    await writeFile(file, lines.map(line => `${line.trim()};`).join('\n'))
    const options = ['-n', '-M', 'prepared', '-c', '1', '-T', String(seconds), '-f', file]
    const place = ['-h', login.host, '-p', String(login.port), '-U', login.user, login.database]
    const child = spawn('pgbench', [...options, ...place], {
      env: { PATH: process.env.PATH, PGPASSWORD: login.password },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', chunk => {
      said += chunk
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`pgbench: ${said.slice(0, 400)}`)
  })
  await Promise.all(clients)
}
