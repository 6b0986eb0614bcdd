import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { HouseWish } from '../../bin/drill/house.ts'
import { chooseAccount } from '../../src/db/embedded/account.ts'
import {
  ask,
  findPostmaster,
  getPostmaster,
  isGone,
  isRoot,
  makeCheckout,
  makeFolder,
  open,
  openAndStop,
  ordinary,
} from './yard.ts'

const ownerOf = (path: string) => statSync(path).uid
const uidOf = (pid: number) => Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

const shared = makeFolder(afterAll)

test('(7) nobody but the account it runs as can read the database, and it keeps that account', async () => {
  await openAndStop({ data: shared })
  const cluster = join(shared, 'postgres')
  const owner = ownerOf(cluster)
  await open({ data: shared }).ready
  expect(statSync(cluster).mode & 0o777).toBe(0o700)
  expect(uidOf(getPostmaster(shared))).toBe(owner)
  expect(ownerOf(cluster)).toBe(owner)
  expect(owner === 0).toBe(false)
  expect(owner === userInfo().uid).toBe(!isRoot)
})

describe.runIf(isRoot)('as root', () => {
  test('(7) an account that somebody else’s process runs as is passed over', async () => {
    const first = chooseAccount(undefined)
    const daemon = spawn('sleep', ['60'], { uid: first?.uid, gid: first?.gid, cwd: '/' })
    onTestFinished(() => void daemon.kill())
    await once(daemon, 'spawn')
    await expect.poll(() => chooseAccount(undefined)?.name).not.toBe(first?.name)
  })

  test('(7) data that belong to root are refused with what to do', async () => {
    const data = makeFolder()
    mkdirSync(join(data, 'postgres'))
    await expect(open({ data }).ready).rejects.toThrow(`chown -R postgres ${join(data, 'postgres')}`)
  })

  const yard = makeFolder(afterAll)
  const closed = join(yard, 'closed')
  const home = join(yard, 'var', 'lib')
  const ours = async (): Promise<Omit<HouseWish, 'data' | 'passwords'>> => {
    if (!existsSync(closed)) {
      mkdirSync(closed, { mode: 0o700 })
      await makeCheckout(closed)
    }
    return { checkout: join(closed, 'checkout'), explicitData: false, home }
  }

  test('(7) in a checkout under a folder of mode 700 data and programs go to a place of their own, told at each start', async () => {
    const wish = await ours()
    const asked = join(wish.checkout, 'data')
    const house = open({ ...wish, data: asked })
    const ready = await house.ready
    const id = readFileSync(join(wish.checkout, '.installation'), 'utf8').trim()
    const moved = join(home, id, 'data')
    expect(await house.says('Data ligger i')).toContain(moved)
    expect(await ask(ready, 'SHOW data_directory')).toBe(join(moved, 'postgres'))
    expect(readlinkSync(`/proc/${getPostmaster(moved)}/exe`)).toBe(
      join(home, id, 'server-18.4.0-beta.17', 'bin', 'postgres'),
    )
    expect(existsSync(asked)).toBe(false)
    await ask(ready, 'CREATE TABLE kept AS SELECT 1')
    await house.stop()
    await isGone(() => findPostmaster(moved))

    const again = open({ ...wish, data: asked })
    expect(await again.says('Data ligger i')).toContain(moved)
    expect(await ask(await again.ready, 'SELECT count(*)::int FROM kept')).toBe(1)
    await again.stop()
    await isGone(() => findPostmaster(moved))
    expect(readdirSync(join(home, id)).sort()).toEqual(['data', 'server-18.4.0-beta.17'])
  })

  test('(7) data that were moved away stay in use when the checkout is opened', async () => {
    const wish = await ours()
    chmodSync(closed, 0o755)
    const house = open({ ...wish, data: join(wish.checkout, 'data') })
    expect(await ask(await house.ready, 'SELECT count(*)::int FROM kept')).toBe(1)
    await house.stop()
    chmodSync(closed, 0o700)
  })

  test('(7) a copy of the programs that was cut short is made anew', async () => {
    const wish = await ours()
    const id = readFileSync(join(wish.checkout, '.installation'), 'utf8').trim()
    const copy = join(home, id, 'server-18.4.0-beta.17', 'share', 'postgresql', 'postgres.bki')
    truncateSync(copy, 10)
    const house = open({ ...wish, data: join(wish.checkout, 'data') })
    await house.ready
    expect(statSync(copy).size).toBeGreaterThan(1000)
    await house.stop()
  })

  test('(7) a data folder that somebody chose is never moved: it is refused, and nothing is made', async () => {
    const wish = await ours()
    const data = join(closed, 'chosen')
    const house = open({ ...wish, data, explicitData: true })
    await expect(house.ready).rejects.toThrow(`som ikke kan komme ind i ${closed}`)
    expect(existsSync(data)).toBe(false)
  })

  test('(7) a chosen folder that can be reached stays where it is, though the checkout cannot', async () => {
    const wish = await ours()
    const ready = await open({ ...wish, data: shared, explicitData: true }).ready
    expect(await ask(ready, 'SHOW data_directory')).toBe(join(shared, 'postgres'))
  })

  test('(7) data that lie in a checkout closed since then are refused, not left behind', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'data', 'postgres'), { recursive: true })
    chownSync(join(folder, 'data', 'postgres'), ordinary, ordinary)
    chmodSync(folder, 0o700)
    const house = open({ data: join(folder, 'data'), explicitData: false, home })
    await expect(house.ready).rejects.toThrow(`chmod o+x ${folder}`)
  })

  describe('an ordinary user', () => {
    const ground = makeFolder(afterAll)
    let made: Awaited<ReturnType<typeof makeCheckout>> | undefined
    const theirs = async () => {
      made ??= await makeCheckout(ground)
      if (existsSync(join(ground, 'data'))) return made
      mkdirSync(join(ground, 'data'))
      execFileSync('chown', ['-R', `${ordinary}`, made.checkout, join(ground, 'data')])
      return made
    }

    test('(7) (8) runs everything as themselves, and makes the links themselves', async () => {
      const data = join(ground, 'data')
      const house = open({ ...(await theirs()), data, uid: ordinary })
      expect(await ask(await house.ready, 'SELECT 1')).toBe(1)
      expect(uidOf(getPostmaster(data))).toBe(ordinary)
      expect(readdirSync(data).map(name => ownerOf(join(data, name)))).not.toContain(0)
      await house.stop()
    })

    test('(7) root takes over their database as the account that owns it', async () => {
      const data = join(ground, 'data')
      const house = open({ ...(await theirs()), data })
      await house.ready
      expect(uidOf(getPostmaster(data))).toBe(ordinary)
      await house.stop()
    })

    test('(7) is told whose a folder is that they may not write to, and whose a database is that is not theirs', async () => {
      const wish = { ...(await theirs()), uid: ordinary }
      await expect(open({ ...wish, data: join(makeFolder(), 'data') }).ready).rejects.toThrow(
        'kan ikke skrives',
      )
      const data = makeFolder()
      chmodSync(data, 0o777)
      mkdirSync(join(data, 'postgres'))
      chownSync(join(data, 'postgres'), 1, 1)
      await expect(open({ ...wish, data }).ready).rejects.toThrow('tilhører brugeren daemon')
    })

    test('(7) does not start afresh beside data that root moved away', async () => {
      const wish = { ...(await theirs()), explicitData: false, uid: ordinary }
      const moved = join(home, 'feedfeedfeedfeed')
      mkdirSync(join(moved, 'data'), { recursive: true })
      chmodSync(home, 0o711)
      writeFileSync(join(wish.checkout, '.installation'), 'feedfeedfeedfeed\n')
      const house = open({ ...wish, data: join(wish.checkout, 'data'), home })
      await expect(house.ready).rejects.toThrow(`ligger i ${moved} og er lagt der af root`)
    })
  })
})
