import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tendBallast } from '../../src/db/embedded/room.ts'
import { ask, findPostmaster, isGone, makeFolder, open, openAndStop } from './yard.ts'

const MB = 1024 * 1024

test('(9) the reserve is made where there is room, kept while it gets tight, and let go when it is needed', () => {
  const data = makeFolder()
  const said: string[] = []
  const has = (free: number) => {
    tendBallast(data, line => said.push(line), free * MB)
    return existsSync(join(data, 'ballast'))
  }
  expect(has(60)).toBe(false)
  expect(has(500)).toBe(true)
  expect(statSync(join(data, 'ballast')).size).toBe(32 * MB)
  expect(has(60)).toBe(true)
  expect(said).toEqual([])
  expect(has(40)).toBe(false)
  expect(said).toEqual([expect.stringContaining('Ryd op nu')])
  expect(has(10)).toBe(false)
  expect(said).toHaveLength(1)
})

/** Root in a closed container may not mount; the rule above is held to there too. */
const mayMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

/** A disk in memory, small enough to be filled in a moment. */
function mountDisk(megabytes: number): string {
  const disk = makeFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'none', disk])
  onTestFinished(() => void execFileSync('umount', [disk]))
  return disk
}

test.runIf(mayMount)(
  '(9) on a disk that is full to the last byte the database still starts and takes a word',
  async () => {
    const disk = mountDisk(200)
    const data = join(disk, 'data')
    await openAndStop({ data })
    fill(disk)
    const house = open({ data })
    const ready = await house.ready
    expect(await house.says('Disken er næsten fuld')).toContain('Ryd op nu')
    await ask(ready, 'CREATE TABLE word AS SELECT 1')
    expect(await ask(ready, 'SELECT count(*)::int FROM word')).toBe(1)
    await house.stop()
    await isGone(() => findPostmaster(data))

    fill(disk)
    const before = readdirSync(data, { recursive: true }).length
    const refused = open({ data })
    await expect(refused.ready).rejects.toThrow('Disken er fuld')
    expect(await refused.ended).toBe(1)
    expect(readdirSync(data, { recursive: true })).toHaveLength(before)

    for (const name of readdirSync(disk).filter(name => name !== 'data')) rmSync(join(disk, name))
    expect(await ask(await open({ data }).ready, 'SELECT count(*)::int FROM word')).toBe(1)
    expect(existsSync(join(data, 'ballast'))).toBe(true)
  },
)

/** Fills a disk to the last byte. */
function fill(disk: string): void {
  const name = `filler-${readdirSync(disk).length}`
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, name), Buffer.alloc(bavail * bsize))
  expect(() => writeFileSync(join(disk, 'more'), 'x')).toThrow('ENOSPC')
}

test.runIf(mayMount)(
  '(9) a database is not begun where it has no room, and nothing is left of the attempt',
  async () => {
    const disk = mountDisk(80)
    mkdirSync(join(disk, 'data'))
    chmodSync(join(disk, 'data'), 0o711)
    await expect(open({ data: join(disk, 'data') }).ready).rejects.toThrow('Disken er fuld')
    expect(readdirSync(join(disk, 'data'))).toEqual([])
  },
)
