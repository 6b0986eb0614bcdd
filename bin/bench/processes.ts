import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

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

async function firstLine(child: ChildProcess, pattern: RegExp): Promise<string> {
  let seen = ''
  for await (const chunk of child.stdout ?? []) {
    seen += chunk
    const line = seen.split('\n').find(each => pattern.test(each))
    if (line !== undefined) return line
  }
  throw new Error('the process ended before it was ready')
}
