import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, type Visitor } from '../world/visitor.ts'
import { askedCode, createCaller, signedInByMail } from './door.ts'
import { proofOf, seen } from './proof.ts'

// How long a session lasts, whose it is, and what ends it (walls §4).

let world: World
let day = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => world.moveTo(new Date(morning.getTime() + ++day * 24 * 3_600_000)))

const later = (minutes: number) => world.moveTo(new Date(world.deps.clock.now().getTime() + minutes * 60_000))
const isIn = async (visitor: Visitor) => (await visitor.send(urls.home())).status === 200
const opens = async (visitor: Visitor) =>
  (await seen(world.deps.db.party, proofOf(visitor), 'select 1 from organisation')).length === 1
const both = async (visitor: Visitor) => [await isIn(visitor), await opens(visitor)]
const enter = (remember = '') => enterAs('lone@lyngsoe.example', remember)
async function enterAs(address: string, remember: string) {
  const caller = createCaller(world)
  await caller.enter(await askedCode(world, caller, address), remember)
  return caller.visitor
}
const cookie = '__Host-medspil-session'

describe('whose it is', () => {
  test('a session given beforehand is not taken over: whoever planted it stays outside', async () => {
    const planted = 'planted-by-somebody-else-planted-by-somebody'
    const caller = createCaller(world)
    caller.visitor.cookies.set(cookie, planted)
    const lone = await signedInByMail(world, 'lone@lyngsoe.example', caller)
    expect(lone.cookies.get(cookie)).not.toBe(planted)
    const attacker = createVisitor(world)
    attacker.cookies.set(cookie, planted)
    expect(await both(attacker)).toEqual([false, false])
    expect(await both(lone)).toEqual([true, true])
  })

  test('a code asked for in one browser lets nobody in in another, even when both ask for the same address', async () => {
    const attacker = createCaller(world)
    const own = createCaller(world)
    await askedCode(world, attacker, 'lone@lyngsoe.example')
    const code = await askedCode(world, own, 'lone@lyngsoe.example')
    await attacker.enter(code)
    expect(await both(attacker.visitor)).toEqual([false, false])
  })

  test('each sign-in has a token of its own, and the database keeps none of them', async () => {
    const [one, two] = [await enter(), await enter()]
    expect(one.cookies.get(cookie)).not.toBe(two.cookies.get(cookie))
    const { rows } = await world.superuser.query(`select encode(token_hash, 'escape') as kept from session`)
    for (const visitor of [one, two]) expect(JSON.stringify(rows)).not.toContain(visitor.cookies.get(cookie))
  })
})

describe('what ends it', () => {
  test('signing out, also for a copy of the cookie', async () => {
    const lone = await enter()
    const copy = createVisitor(world)
    copy.cookies.set(cookie, lone.cookies.get(cookie) ?? '')
    expect(await both(copy)).toEqual([true, true])
    await lone.post(urls.signOut(), {})
    expect(await both(copy)).toEqual([false, false])
    expect(lone.cookies.has(cookie)).toBe(false)
  })

  test.each([
    ['a shared computer', '', 12],
    ['one’s own device', 'yes', 30],
  ] as const)('on %s, being away', async (_, remember, minutes) => {
    const lone = await enter(remember)
    await later(minutes - 1)
    expect(await both(lone)).toEqual([true, true])
    await later(minutes + 1)
    expect(await both(lone)).toEqual([false, false])
  })

  test('a page that looks for news by itself keeps nobody signed in', async () => {
    const lone = await enter()
    for (let minute = 0; minute < 14; minute += 2) {
      await lone.send(urls.home(), { headers: { accept: 'application/json' } })
      await later(2)
    }
    expect(await both(lone)).toEqual([false, false])
  })

  test('twelve hours, however busy one is and whatever device it is', async () => {
    const lone = await enter('yes')
    for (let hour = 0; hour < 11.5; hour += 0.25) {
      expect(await isIn(lone)).toBe(true)
      await later(15)
    }
    expect(await isIn(lone)).toBe(true)
    await later(25)
    expect(await both(lone)).toEqual([true, true])
    await later(6)
    expect(await both(lone)).toEqual([false, false])
  })

  test('the day one’s post ends, in the middle of what one is doing; a duty goes on', async () => {
    const { karim } = world.people
    const visitor = await enterAs(karim.address, '')
    const end = (day: string) =>
      world.superuser.query(`update post set ends_on = ${day} where id = $1`, [karim.post])
    await end(`app.today() + 1`)
    expect(await both(visitor)).toEqual([true, true])
    await end('app.today()')
    expect(await both(visitor)).toEqual([false, false])
    const shown = await visitor.get(urls.home())
    expect(shown.path).toContain(urls.signIn())
    expect(
      (await visitor.postOnly(urls.planning({ post: karim.post }), {})).headers.get('location'),
    ).toContain(urls.signIn())
    await world.superuser.query(
      `insert into duty values ($1, gen_random_uuid(), $2, null, 'amr', app.today(), app.today() + 1)`,
      [world.organisation, karim.person],
    )
    expect(await both(visitor)).toEqual([true, true])
    await world.superuser.query('delete from duty')
    await end('null')
  })

  test('a post that begins tomorrow opens nothing today', async () => {
    const { karim } = world.people
    const visitor = await enterAs(karim.address, '')
    await world.superuser.query(`update post set starts_on = app.today() + 1 where id = $1`, [karim.post])
    expect(await both(visitor)).toEqual([false, false])
    await world.superuser.query(`update post set starts_on = '2020-01-01' where id = $1`, [karim.post])
    expect(await both(visitor)).toEqual([true, true])
  })
})
