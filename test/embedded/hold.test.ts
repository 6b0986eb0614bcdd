import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
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

test('of many who follow a dead holder at the same moment exactly one gets it', async () => {
  const folder = join(makeFolder(), 'held')
  mkdirSync(folder)
  symlinkSync('999999999 1@an-earlier-boot', join(folder, '7'))
  const script = `
    import { hold } from '${resolve(import.meta.dirname, '../../src/hold.js')}'
    process.stdin.once('data', () => console.log('heldBy' in hold('${folder}') ? 'refused' : 'held'))
    console.log('here')`
  const many = Array.from({ length: 6 }, () => run(process.execPath, ['--input-type=module', '-e', script]))
  const lines = many.map(linesOf)
  expect(await Promise.all(lines.map(nextLine))).toEqual(many.map(() => 'here'))
  for (const child of many) child.stdin?.write('now\n')
  const answers = await Promise.all(lines.map(nextLine))
  expect(answers.toSorted()).toEqual(['held', ...many.slice(1).map(() => 'refused')])
  expect(readdirSync(folder)).toHaveLength(1)
})
