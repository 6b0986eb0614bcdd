// The queue before the drawing process, with processes that go wrong on purpose: small programs of the test's own in
// place of build/worker.js.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDrawing, type Drawing, DrawingFailed } from '../../src/documents/draw.ts'
import { infoOf } from './poppler.ts'
import { planSheet, recordSheet } from './sheets.ts'

const canary = 'kanarie-4711'
const secret = { ...recordSheet, title: canary, foot: canary }

let folder = ''
let open: Drawing[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawing-'))
})

afterEach(async () => {
  await Promise.all(open.map(drawing => drawing.close()))
  open = []
  await rm(folder, { recursive: true })
})

/** A drawing whose process writes down its number and then does `onRecord` for a record and answers a plan. */
async function drawingWith(
  onRecord: string,
  settings: { patience?: number; rest?: number } = {},
): Promise<Drawing> {
  const path = join(folder, 'worker.mjs')
  await writeFile(
    path,
    `import { appendFileSync } from 'node:fs'
    appendFileSync(${JSON.stringify(join(folder, 'started'))}, process.pid + '\\n')
    process.on('message', ({ kind, sheet }) => {
      if (kind === 'plan') process.send(new TextEncoder().encode(sheet.title))
      else { ${onRecord} }
    })`,
  )
  const drawing = createDrawing({ workerUrl: pathToFileURL(path), ...settings })
  open.push(drawing)
  return drawing
}

const started = async () => (await readFile(join(folder, 'started'), 'utf8')).trim().split('\n').map(Number)

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const failureOf = (drawn: Promise<unknown>) =>
  drawn.then(() => undefined).catch((failure: unknown) => failure)
const titleOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('what goes wrong fails one drawing by name, and the next is drawn', () => {
  test.each([
    ['crashed', 'process.abort()', {}],
    ['crashed', 'process.exit(0)', {}],
    ['crashed', 'throw new Error(sheet.title)', {}],
    ['overdue', 'for (;;) {}', { patience: 1500 }],
    ['overdue', '', { patience: 1500 }],
    ['refused', "process.send('refused')", {}],
  ])('%s: %s', async (reason, onRecord, settings) => {
    const drawing = await drawingWith(onRecord, settings)
    const first = drawing.record(secret)
    const second = drawing.plan(planSheet)
    const failure = await failureOf(first)
    expect(failure).toBeInstanceOf(DrawingFailed)
    expect(failure).toMatchObject({ name: 'DrawingFailed', reason, message: `the drawing was ${reason}` })
    expect(titleOf(await second)).toBe(planSheet.title)
    expect(await started()).toHaveLength(2)
  })

  test('no word of the sheet is in the failure', async () => {
    const drawing = await drawingWith('throw new Error(sheet.title)')
    const failure = await failureOf(drawing.record(secret))
    const told = failure instanceof Error ? [failure.stack, failure.cause, JSON.stringify(failure)] : []
    expect(told).toHaveLength(3)
    expect(String(told)).not.toContain(canary)
  })

  test('a process that hangs is gone afterwards', async () => {
    const drawing = await drawingWith('for (;;) {}', { patience: 1500 })
    await failureOf(drawing.record(secret))
    const [pid = 0] = await started()
    await expect.poll(() => isRunning(pid)).toBe(false)
  })

  test('a process killed between two drawings is replaced', async () => {
    const drawing = await drawingWith('')
    await drawing.plan(planSheet)
    const [pid = 0] = await started()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => isRunning(pid)).toBe(false)
    expect(titleOf(await drawing.plan(planSheet))).toBe(planSheet.title)
  })

  test('a worker that is not there is a crash', async () => {
    const drawing = createDrawing({ workerUrl: pathToFileURL(join(folder, 'nothing.js')) })
    open.push(drawing)
    expect(await failureOf(drawing.record(secret))).toMatchObject({ reason: 'crashed' })
  })
})

describe('one process, one at a time', () => {
  test('drawings asked for at once come back each to its own asker, from one process', async () => {
    const drawing = await drawingWith('')
    const titles = Array.from({ length: 20 }, (_, at) => `plan ${at}`)
    const drawn = await Promise.all(titles.map(title => drawing.plan({ ...planSheet, title })))
    expect(drawn.map(titleOf)).toEqual(titles)
    expect(await started()).toHaveLength(1)
  })

  test('it gets no environment, so no address and no key', async () => {
    const drawing = await drawingWith('process.send(new TextEncoder().encode(JSON.stringify(process.env)))')
    const names = Object.keys(JSON.parse(titleOf(await drawing.record(secret))))
    expect(names.filter(name => !/^NODE_CHANNEL/.test(name))).toEqual([])
  })

  test('it ends when it has rested for long, and what it had in memory with it', async () => {
    const drawing = await drawingWith('', { rest: 1 })
    await drawing.plan(planSheet)
    const [pid = 0] = await started()
    await expect.poll(() => isRunning(pid)).toBe(false)
    expect(titleOf(await drawing.plan(planSheet))).toBe(planSheet.title)
  })

  test('closing ends it, fails what waits, and takes nothing new', async () => {
    const drawing = await drawingWith('')
    await drawing.plan(planSheet)
    const waiting = [failureOf(drawing.record(secret)), failureOf(drawing.plan(planSheet))]
    await drawing.close()
    for (const failure of await Promise.all(waiting)) expect(failure).toMatchObject({ reason: 'closed' })
    expect(await failureOf(drawing.plan(planSheet))).toMatchObject({ reason: 'closed' })
    const pids = await started()
    expect(pids.filter(isRunning)).toEqual([])
  })
})

test('the real worker refuses what is no sheet by name, and draws the next', async () => {
  const drawing = createDrawing({ workerUrl: new URL('../../build/worker.js', import.meta.url) })
  open.push(drawing)
  expect(await failureOf(drawing.record({ ...secret, at: 'i går' }))).toMatchObject({ reason: 'refused' })
  expect(await infoOf(await drawing.record(recordSheet))).toMatch(/Pages: +\d/)
})
