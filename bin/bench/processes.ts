import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'

/** The product's own server process on the bench's database; resolves with its port when it answers. */
export async function startProduct(
  settings: Record<string, string>,
): Promise<{ port: number; child: ChildProcess }> {
  const port = 20_000 + (Math.floor(process.uptime() * 1000) % 20_000)
  const env = { PATH: process.env.PATH ?? '', PORT: String(port), ...settings }
  const child = spawn(process.execPath, ['build/server.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await firstLine(child, /^Medspil:/)
  return { port, child }
}

export async function startBaseline(order: unknown): Promise<{ port: number; child: ChildProcess }> {
  const child = spawn(process.execPath, ['build/baseline.js'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin?.end(JSON.stringify(order))
  return { port: Number(await firstLine(child, /^\d+$/)), child }
}

export async function stop(child: ChildProcess) {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
}

/** The first line like this. What comes after it is read too, or the process would write into a closed pipe. */
function firstLine(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    const lines = createInterface({ input: child.stdout ?? Readable.from([]) })
    lines.on('line', line => pattern.test(line) && found(line))
    lines.on('close', () => failed(new Error('the process ended before it was ready')))
  })
}
