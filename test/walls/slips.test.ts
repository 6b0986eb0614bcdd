import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { addPerson, makeOrganisation, openWorld, type Seat, signIn, type World } from '../world/people.ts'
import { byPin, employ, goodPin, newBrowser, printed, type Slip, spend, withoutMail } from '../world/slips.ts'
import { type Visitor, wordsOf } from '../world/visitor.ts'
import { createCaller } from './door.ts'
import { codes, proofOf, refusal, seen } from './proof.ts'

// Slips and PINs under attack (walls §4): guessed, used again, expired, of another house, made by the host; PINs sprayed.

let world: World
let hanne: Visitor
let day = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
// A new day for every test, on which nothing has been counted yet, and an administrator who is signed in on it.
beforeEach(async () => {
  await world.moveTo(new Date(morning.getTime() + ++day * 3 * 24 * 3_600_000))
  const office = await employ(world, 'Hanne Kontor', { duty: 'administrator', unit: 'Børn og unge' })
  hanne = await signIn(world, world.organisation, office)
})

const later = (hours: number) =>
  world.moveTo(new Date(world.deps.clock.now().getTime() + hours * 3_600_000 + 1000))
const isIn = ({ path }: { path: string }) => path === urls.home()
const liveSlips = async ({ person }: Seat) => {
  const { rows } = await world.superuser.query(
    'select 1 from slip where person_id = $1 and used_at is null and voided_at is null',
    [person],
  )
  return rows.length
}
/** Somebody who has come in by a slip, and the browser it was in. */
async function settled(name: string): Promise<{ seat: Seat; slip: Slip; browser: Visitor }> {
  const seat = await employ(world, name)
  const slip = await printed(hanne, seat)
  const browser = newBrowser(world)
  await spend(browser, slip)
  return { seat, slip, browser }
}
/** A try from a network of its own, in a browser nobody knows. */
async function tryFrom(network: string, login: string, pin: string) {
  const { visitor } = createCaller(world, network)
  const body = new URLSearchParams({ login, pin })
  const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': network }
  const answer = await visitor.send(urls.signInPin(), { method: 'POST', body, headers })
  return answer.headers.get('location') === urls.home()
}

describe('who makes a slip', () => {
  test('never the one who holds that person’s talks, also as administrator: told so, and there is no slip', async () => {
    const { anders, lone } = world.people
    await world.superuser.query(
      `insert into duty values ($1, gen_random_uuid(), $2, null, 'administrator', '2020-01-01', null)`,
      [world.organisation, anders.person],
    )
    const host = await world.as('anders')
    const refused = await host.post(urls.slipFor(lone), {})
    expect(refused.status).toBe(422)
    expect(wordsOf(refused)).toContain('Du holder samtaler med Lone')
    expect(await liveSlips(lone)).toBe(0)
    const made = `select app.make_slip(gen_random_uuid(), '${lone.person}', sha256('x'), app.now(), 'abc')`
    expect(await refusal(world.deps.db.party, proofOf(host), made)).toBe(codes.notParty)
    expect((await host.post(urls.slipFor({ person: anders.person }), {})).status).toBe(422)
    await world.superuser.query(`delete from duty where person_id = $1`, [anders.person])
  })

  test('nobody else: a colleague, a leader, an administrator of another organisation and whoever is outside', async () => {
    const { birthe, eva } = world.people
    await world.superuser.query(
      `insert into duty values ($1, gen_random_uuid(), $2, null, 'administrator', '2020-01-01', null)`,
      [world.other, eva.person],
    )
    for (const name of ['karim', 'eva'] as const) {
      const visitor = await world.as(name)
      expect((await visitor.post(urls.slipFor(birthe), {})).status).toBe(404)
      const made = `select app.make_slip(gen_random_uuid(), '${birthe.person}', sha256('x'), app.now(), 'abc')`
      expect(await refusal(world.deps.db.party, proofOf(visitor), made)).toBe(codes.notParty)
    }
    const outside = await newBrowser(world).post(urls.slipFor(birthe), {})
    expect(outside.path).toContain(urls.signIn())
    expect(await liveSlips(birthe)).toBe(0)
  })

  test('nobody reads slips or PINs by SQL, and the door makes no slip', async () => {
    const { party, door, office } = world.deps.db
    for (const table of ['slip', 'pin', 'chosen_helper']) {
      expect(await refusal(party, proofOf(hanne), `select 1 from ${table}`)).toBe(codes.denied)
      expect(await refusal(office, proofOf(hanne), `select 1 from ${table}`)).toBe(codes.denied)
    }
    expect(await refusal(door, {}, `insert into slip (id) values (gen_random_uuid())`)).toBe(codes.denied)
    expect(await refusal(door, {}, `update slip set code_hash = sha256('x')`)).toBe(codes.denied)
  })
})

describe('a slip', () => {
  test('bears five tries, also when fifty come at once; the right code after that is worth nothing', async () => {
    const sara = await employ(world, 'Sara Gæt')
    const slip = await printed(hanne, sara)
    const guesses = Array.from({ length: 50 }, () =>
      spend(newBrowser(world), { ...slip, code: 'AAAA-BBBB-CCCC' }),
    )
    expect((await Promise.all(guesses)).some(isIn)).toBe(false)
    const { rows } = await world.superuser.query('select tries from slip where person_id = $1', [sara.person])
    expect(rows).toEqual([{ tries: 5 }])
    await later(25)
    const tried = await spend(newBrowser(world), slip)
    expect(wordsOf(tried)).toContain('Sedlen er prøvet fem gange')
    hanne = await signIn(
      world,
      world.organisation,
      await employ(world, 'Hans Kontor', { duty: 'administrator' }),
    )
    expect(wordsOf(await hanne.get(urls.slips()))).toContain('Fem forkerte forsøg')
  })

  test('is used once, also when two use it at once', async () => {
    const slip = await printed(hanne, await employ(world, 'Sara Én Gang'))
    const both = await Promise.all([spend(newBrowser(world), slip), spend(newBrowser(world), slip, '771203')])
    expect(both.filter(isIn)).toHaveLength(1)
    expect(isIn(await spend(newBrowser(world), slip))).toBe(false)
  })

  test('lasts to the end of its fourteenth day and not a minute longer', async () => {
    const slip = await printed(hanne, await employ(world, 'Sara Frist'))
    await world.moveTo(new Date(morning.getTime() + (day * 3 + 14) * 24 * 3_600_000 + 13 * 3_600_000))
    const inTime = await printed(
      await signIn(world, world.organisation, await employ(world, 'Ny', { duty: 'administrator' })),
      await employ(world, 'Sara Anden'),
    )
    expect((await spend(newBrowser(world), { ...slip, code: inTime.code })).status).toBe(422)
    await later(0.3)
    const { rows } = await world.superuser.query(
      `select expires_at > app.now() as open from slip where login = $1`,
      [slip.login],
    )
    expect(rows).toEqual([{ open: true }])
    await later(1)
    expect(wordsOf(await spend(newBrowser(world), slip))).toContain('Sedlen er udløbet')
  })

  test('ends when a newer one is made, and when its person comes in another way', async () => {
    const { lone } = world.people
    const [first, second] = [await printed(hanne, lone), await printed(hanne, lone)]
    expect((await spend(newBrowser(world), first)).status).toBe(422)
    const caller = createCaller(world)
    const said = world.terminal.next(/^Kode til lone@lyngsoe\.example: (\S+)$/)
    await caller.ask('lone@lyngsoe.example')
    await caller.enter((await said)[1] ?? '')
    expect((await spend(newBrowser(world), second)).status).toBe(422)
  })

  test('of one organisation lets nobody into another, though both have an employee of that number', async () => {
    const other = await makeOrganisation(world, 'Fjordby Børn', ['Skovbo'])
    const office = await addPerson(world, other, 'Olga Kontor', 'Skovbo', 'Leder')
    const twin = await addPerson(world, other, 'Tea Samme', 'Skovbo', 'Pædagog')
    const sara = await employ(world, 'Sara Samme')
    await world.superuser.query(`update person set number = '4711' where id = any($1)`, [
      [sara.person, twin.person],
    ])
    await world.superuser.query(
      `insert into duty values ($1, gen_random_uuid(), $2, null, 'administrator', '2020-01-01', null)`,
      [other.id, office.person],
    )
    const olga = await signIn(world, other.id, office)
    const [ours, theirs] = [await printed(hanne, sara), await printed(olga, twin)]
    expect(ours.login).toMatch(/^4711-[a-z2-9]{3}$/)
    expect(theirs.login).not.toBe(ours.login)
    expect((await spend(newBrowser(world), { login: ours.login, code: theirs.code })).status).toBe(422)
    const browser = newBrowser(world)
    expect(isIn(await spend(browser, ours))).toBe(true)
    expect(wordsOf(await browser.get(urls.home()))).toContain('Lyngsø Kommune')
    expect((await hanne.post(urls.slipFor(twin), {})).status).toBe(404)
  })

  test('of somebody who has left opens nothing', async () => {
    const sara = await employ(world, 'Sara Rejst')
    const slip = await printed(hanne, sara)
    await world.superuser.query('update post set ends_on = app.today() where id = $1', [sara.post])
    expect((await spend(newBrowser(world), slip)).status).toBe(422)
    expect((await hanne.post(urls.slipFor(sara), {})).status).toBe(404)
  })

  test('that is new ends the PIN before it, and what that PIN had let in', async () => {
    const { seat, slip, browser } = await settled('Sara Ny Seddel')
    const next = await printed(hanne, seat)
    expect(isIn(await browser.get(urls.home()))).toBe(true)
    expect(isIn(await spend(newBrowser(world), next, '660917'))).toBe(true)
    expect((await browser.get(urls.home())).path).toContain(urls.signIn())
    expect(isIn(await byPin(newBrowser(world), slip.login))).toBe(false)
    expect(isIn(await byPin(newBrowser(world), slip.login, '660917'))).toBe(true)
  })
})

describe('a PIN', () => {
  test('bears five tries an hour and ten a day, also when a dozen come at once; its own browser goes on', async () => {
    const { slip, browser } = await settled('Sara Fem')
    const wrong = () => byPin(newBrowser(world), slip.login, '000001')
    await Promise.all(Array.from({ length: 12 }, wrong))
    const counted = async () =>
      (await world.superuser.query(`select 1 from sign_in_failure where address = $1`, [`pin ${slip.login}`]))
        .rowCount
    expect(await counted()).toBe(5)
    const rests = await byPin(newBrowser(world), slip.login)
    expect([rests.status, wordsOf(rests)]).toEqual([
      422,
      expect.stringContaining('Der er prøvet mange gange'),
    ])
    await browser.post(urls.signOut(), {})
    expect(isIn(await byPin(browser, slip.login))).toBe(true)
    await later(1)
    for (let at = 0; at < 7; at++) await wrong()
    expect(await counted()).toBe(10)
    await later(2)
    expect(isIn(await byPin(newBrowser(world), slip.login))).toBe(false)
    await later(24)
    expect(isIn(await byPin(newBrowser(world), slip.login))).toBe(true)
  })

  test('gives a colleague at the shared computer no more tries than a stranger', async () => {
    const { slip, browser } = await settled('Sara Fælles')
    for (let at = 0; at < 8; at++) await byPin(browser, slip.login, '000001')
    const { rowCount } = await world.superuser.query(`select 1 from sign_in_failure where address = $1`, [
      `known pin ${slip.login}`,
    ])
    expect(rowCount).toBe(5)
    expect(isIn(await byPin(browser, slip.login))).toBe(false)
    expect(isIn(await byPin(newBrowser(world), slip.login))).toBe(true)
  })

  test('and a name that nobody has are answered alike, and leave the same trace', async () => {
    const { slip } = await settled('Sara Ens')
    const [known, unknown] = [
      await byPin(newBrowser(world), slip.login, '000001'),
      await byPin(newBrowser(world), 'nobody-at-all', '000001'),
    ]
    expect(known.status).toBe(unknown.status)
    expect(wordsOf(known)).toBe(wordsOf(unknown))
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from sign_in_failure where address = any($1)`,
      [[`pin ${slip.login}`, 'pin nobody-at-all']],
    )
    expect(rows).toEqual([{ n: 2 }])
  })

  test('sprayed over many names from many networks, with a clock that moves, stays in the budget of an hour', async () => {
    const { slip, browser } = await settled('Sara Spray')
    const hourly = `select 1 from sign_in_failure where at > app.now() - interval '1 hour'`
    for (let hour = 0; hour < 2; hour++) {
      // What ninety-five tries before these have left behind; each is a tenth of a second's work to make.
      await world.superuser.query(
        `insert into sign_in_failure (at, address, network) select app.now(), 'pin n' || n, '198.51.100.' || n from generate_series(1, 95) n`,
      )
      const before = (await world.superuser.query(hourly)).rowCount ?? 0
      for (let at = 0; at < 12; at++) await tryFrom(`203.0.113.${at}`, `name${hour}-${at}`, '202601')
      expect((await world.superuser.query(hourly)).rowCount).toBe(Math.max(101, before))
      expect(await tryFrom('192.0.2.200', slip.login, goodPin)).toBe(false)
      await browser.post(urls.signOut(), {})
      expect(isIn(await byPin(browser, slip.login))).toBe(true)
      await later(1)
    }
    expect(await tryFrom('192.0.2.200', slip.login, goodPin)).toBe(true)
  })

  test('of somebody whose post ends today lets nobody in, and its sessions end', async () => {
    const { seat, slip, browser } = await settled('Sara Slut')
    await world.superuser.query('update post set ends_on = app.today() where id = $1', [seat.post])
    expect((await browser.get(urls.home())).path).toContain(urls.signIn())
    expect(isIn(await byPin(newBrowser(world), slip.login))).toBe(false)
    expect(await seen(world.deps.db.party, proofOf(browser), 'select 1 from organisation')).toEqual([])
  })

  test('is kept so that neither the database nor another PIN’s row opens with it', async () => {
    const { seat, slip } = await settled('Sara Kopi')
    const thief = await settled('Tyge Kopi')
    await withoutMail(world, seat)
    await world.superuser.query(
      `update pin mine set (salt, wrapped, epoch) = (select salt, wrapped, epoch from pin where person_id = $2) where person_id = $1`,
      [seat.person, thief.seat.person],
    )
    expect(isIn(await byPin(newBrowser(world), slip.login))).toBe(false)
  })
})
