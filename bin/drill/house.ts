import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Embedded, EmbeddedWish } from '../../src/db/embedded.ts'

/** Where its database is reached. */
export type Ready = Omit<Embedded, 'stop'>

/** One line of what a parent tells. */
export type News = { ready: Ready } | { said: string } | { fault: string }

/** What a parent is started with; `uid`: as another user; `program`: another file than bin/drill/parent.ts. */
export type HouseWish = Omit<EmbeddedWish, 'say'> & { uid?: number; node?: string; program?: string }

/** A process that keeps a database, as seen from outside. */
export type House = {
  pid: number
  /** Rejects with its fault when it cannot start. */
  ready: Promise<Ready>
  /** Resolves when it has said a line with these words in it, now or before; each line is given once. */
  says(words: string): Promise<string>
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts a parent; await `ready` before connecting. */
export function startHouse({ uid, node, program, ...wish }: HouseWish): House {
  const file = program ?? join(import.meta.dirname, 'parent.ts')
  const child = spawn(node ?? process.execPath, [file, JSON.stringify(wish)], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    pid: child.pid ?? 0,
    ended,
    ...listenTo(createInterface(child.stdout), ended),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

function listenTo(lines: EventEmitter, ended: Promise<unknown>): Pick<House, 'ready' | 'says'> {
  const heard: string[] = []
  const more = new EventEmitter().setMaxListeners(0)
  const ready = new Promise<Ready>((resolve, reject) => {
    lines.on('line', (line: string) => {
      const news: News = JSON.parse(line)
      if ('ready' in news) resolve(news.ready)
      else if ('fault' in news) reject(new Error(news.fault))
      else heard.push(news.said)
      more.emit('news')
    })
    void ended.then(() => reject(new Error('It ended before it was ready.')))
  })
  ready.catch(() => {}) // whoever awaits it hears of it
  return {
    ready,
    async says(words) {
      for (;;) {
        const at = heard.findIndex(line => line.includes(words))
        const [said] = at < 0 ? [] : heard.splice(at, 1)
        if (said !== undefined) return said
        await once(more, 'news')
      }
    },
  }
}
