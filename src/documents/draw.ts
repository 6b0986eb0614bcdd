// Drawing the papers, seen from the server: a queue before one process of its own. Not a thread, because the
// compiler is native code: where that gives up it ends the whole process it is in, a thread stuck in it cannot be
// stopped, and what it prints on its way down can hold a person's words.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import type { PlanSheet, RecordSheet } from './document.ts'
import type { Order } from './paper.ts'

export type Drawing = {
  /** Samtalearket as PDF/A-2a with the PDF/UA mark. Rejects with `DrawingFailed`. */
  record: (sheet: RecordSheet) => Promise<Uint8Array>
  /** Planen, likewise. */
  plan: (sheet: PlanSheet) => Promise<Uint8Array>
  /** Ends the process; what is still being drawn fails. */
  close: () => Promise<void>
}

type Reason = 'refused' | 'crashed' | 'overdue' | 'closed'

/** Says which way it went wrong, and nothing of the sheet. */
export class DrawingFailed extends Error {
  override name = 'DrawingFailed'
  reason: Reason

  constructor(reason: Reason) {
    super(`the drawing was ${reason}`)
    this.reason = reason
  }
}

type Settings = {
  /** build/worker.js */
  workerUrl: URL
  /** Milliseconds a drawing may take, the start of the process included. */
  patience?: number
  /** Milliseconds after which an idle process is ended, and with it all it has in memory. */
  rest?: number
}

/** The process starts with the first drawing, and again after one that failed. */
export function createDrawing({ workerUrl, patience = 20_000, rest = 60_000 }: Settings): Drawing {
  let drawer: ChildProcess | undefined
  let resting: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let closed = false

  function draw(order: Order): Promise<Uint8Array> {
    const drawn = turn.then(() => askNow(order))
    turn = drawn.catch(() => undefined)
    return drawn
  }

  async function askNow(order: Order): Promise<Uint8Array> {
    if (closed) throw new DrawingFailed('closed')
    clearTimeout(resting)
    drawer = drawer?.connected ? drawer : startDrawer(workerUrl)
    try {
      return await ask(drawer, order, patience)
    } catch (failure) {
      end()
      throw closed ? new DrawingFailed('closed') : failure
    } finally {
      resting = setTimeout(end, rest)
      resting.unref()
    }
  }

  /** At once, for native code hears nothing else. A process that is ending is never asked again. */
  function end(): void {
    drawer?.kill('SIGKILL')
    drawer = undefined
  }

  async function close(): Promise<void> {
    closed = true
    clearTimeout(resting)
    const gone = drawer && isAlive(drawer) ? once(drawer, 'exit') : undefined
    end()
    await gone
    await turn
    clearTimeout(resting)
  }

  return {
    record: sheet => draw({ kind: 'record', sheet }),
    plan: sheet => draw({ kind: 'plan', sheet }),
    close,
  }
}

/** The process gets no environment (no addresses, no keys) and no way to write to our terminal or logs. */
function startDrawer(workerUrl: URL): ChildProcess {
  return fork(workerUrl, [], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Resolves with the PDF. Rejects when the process refuses, ends or is not done in time. */
async function ask(drawer: ChildProcess, order: Order, patience: number): Promise<Uint8Array> {
  const settled = new AbortController()
  const { signal } = settled
  try {
    const answer = once(drawer, 'message', { signal })
    const end = once(drawer, 'exit', { signal })
    drawer.send(order)
    return await Promise.race([
      answer.then(([pdf]) => (pdf instanceof Uint8Array ? pdf : fail('refused'))),
      end.then(() => fail('crashed')),
      after(patience, undefined, { signal }).then(() => fail('overdue')),
    ])
  } catch (failure) {
    throw failure instanceof DrawingFailed ? failure : new DrawingFailed('crashed')
  } finally {
    settled.abort()
  }
}

function fail(reason: Reason): never {
  throw new DrawingFailed(reason)
}

function isAlive(drawer: ChildProcess): boolean {
  return drawer.exitCode === null && drawer.signalCode === null
}
