import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { hold, lives, processMark } from '../../src/hold.js'
import { makeFolder } from './yard.ts'

function run(command: string, args: string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

type Lines = AsyncIterator<string>

const linesOf = ({ stdout }: ChildProcess): Lines => {
  if (stdout === null) throw new Error('no output')
  return createInterface(stdout)[Symbol.asyncIterator]()
}

const nextLine = async (lines: Lines): Promise<string> => (await lines.next()).value

test('a process is known by more than its pid', () => {
  const mark = processMark(process.pid) ?? ''
  expect(mark).toMatch(/^\d+ \d+@[0-9a-f-]{36}$/)
  expect(lives(mark)).toBe(true)
  expect(lives(mark.replace(/ \d+@/, ' 1@'))).toBe(false)
  expect(lives(mark.replace(/@.*/, '@another-boot'))).toBe(false)
})

test('a process that ended does not live, nor does a zombie, nor does nonsense', async () => {
  const child = run('sleep', ['60'])
  const mark = processMark(child.pid ?? 0) ?? ''
  expect(lives(mark)).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(lives(mark)).toBe(false)

  // the shell becomes a sleep that never fetches its ended child
  const zombie = Number(await nextLine(linesOf(run('sh', ['-c', 'sh -c "exit 0" & echo $!; exec sleep 60']))))
  await expect.poll(() => processMark(zombie)).toBeUndefined()
  expect(lives(`${zombie} 1@1`)).toBe(false)
  expect(['', 'x', '0 1@1', '-1 1@1'].filter(lives)).toEqual([])
})

test('what one holds no other gets, until it is let go', () => {
  const folder = makeFolder()
  const held = hold(folder)
  expect(hold(folder)).toEqual({ heldBy: process.pid })
  if ('release' in held) held.release()
  expect(hold(folder)).toHaveProperty('release')
})

test('a folder that is moved away is held no more, and letting go touches nothing in its place', () => {
  const yard = makeFolder()
  const folder = join(yard, 'held')
  const held = hold(folder)
  if (!('holds' in held)) throw new Error('held by another')
  expect(held.holds()).toBe(true)
  renameSync(folder, join(yard, 'away'))
  expect(held.holds()).toBe(false)
  mkdirSync(folder)
  symlinkSync('1 1@another', join(folder, '1'))
  held.release()
  expect(readdirSync(folder)).toEqual(['1'])
})

/** Two threads do the same at the same time; `given` reaches the script as workerData. Gives what each posts. */
async function twice<T>(script: string, given: object): Promise<T[]> {
  const hold = pathToFileURL(resolve(import.meta.dirname, '../../src/hold.js'))
  const head = `
    import { parentPort, workerData } from 'node:worker_threads'
    import { hold } from '${hold}'\n`
  const url = new URL(`data:text/javascript,${encodeURIComponent(head + script)}`)
  const workers = [1, 2].map(() => new Worker(url, { workerData: given }))
  return (await Promise.all(workers.map(worker => once(worker, 'message')))).flat()
}

const counter = () => new Int32Array(new SharedArrayBuffer(4))

test('of two who follow a dead holder at the same moment exactly one gets it, every time', async () => {
  const folders = Array.from({ length: 40 }, () => join(makeFolder(), 'held'))
  for (const folder of folders) {
    mkdirSync(folder)
    symlinkSync('999999999 1@an-earlier-boot', join(folder, '7'))
  }
  const script = `
    const { folders, gate } = workerData
    const got = folders.map((folder, round) => {
      Atomics.add(gate, 0, 1)
      while (Atomics.load(gate, 0) < 2 * (round + 1)); // both come to each folder together
      return 'release' in hold(folder)
    })
    parentPort.postMessage(got)`
  const got = await twice<boolean[]>(script, { folders, gate: counter() })
  expect(folders.map((_, round) => got.filter(one => one[round]).length)).toEqual(folders.map(() => 1))
  expect(new Set(folders.map(folder => readdirSync(folder).join()))).toEqual(new Set(['8']))
})

test('however often two take it and let it go, they never have it both', async () => {
  const script = `
    const { folder, inside } = workerData
    let had = 0
    let both = 0
    while (had < 200) {
      const held = hold(folder)
      if ('heldBy' in held) continue
      if (Atomics.add(inside, 0, 1) > 0) both++
      had++
      Atomics.sub(inside, 0, 1)
      held.release()
    }
    parentPort.postMessage(both)`
  expect(await twice<number>(script, { folder: makeFolder(), inside: counter() })).toEqual([0, 0])
})
