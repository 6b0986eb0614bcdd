import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { morning } from '../world/house.ts'
import { openWorld, type World } from '../world/people.ts'
import { wordsOf } from '../world/visitor.ts'
import { askedCode, type Caller, createCaller, queueEmpty, signedInByMail, wrong } from './door.ts'

// Guessing at codes (walls §4): limits per code, address, network and installation, and nobody locked out of their own.

const limits = {
  triesPerCode: 5,
  mailsPerAddressPerHour: 5,
  requestsPerNetworkPerHour: 60,
  failuresPerHour: 100,
}

let world: World
let day = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
// A new day for every test, on which nothing has been counted yet.
beforeEach(() => world.moveTo(new Date(morning.getTime() + ++day * 3 * 24 * 3_600_000)))

const lone = 'lone@lyngsoe.example'
const later = async (hours: number) =>
  world.moveTo(new Date(world.deps.clock.now().getTime() + hours * 3_600_000 + 1000))
const letsIn = (response: Response) => response.headers.get('location') === urls.home()
const guess = async (caller: Caller, code: string, times: number) => {
  for (let at = 0; at < times; at++) expect(letsIn(await caller.enter(wrong(code)))).toBe(false)
}

describe('one code', () => {
  test('bears five tries; the right one after that is as good as none', async () => {
    const caller = createCaller(world)
    const code = await askedCode(world, caller, lone)
    await guess(caller, code, limits.triesPerCode)
    expect(letsIn(await caller.enter(code))).toBe(false)
    const other = createCaller(world)
    const next = await askedCode(world, other, lone)
    await guess(other, next, limits.triesPerCode - 1)
    expect(letsIn(await other.enter(next))).toBe(true)
  })

  test('bears five tries also when fifty come at once', async () => {
    const caller = createCaller(world)
    const code = await askedCode(world, caller, lone)
    await Promise.all(Array.from({ length: 50 }, () => caller.enter(wrong(code))))
    const { rows } = await world.superuser.query(
      'select tries from code_request order by made_at desc limit 1',
    )
    expect(rows).toEqual([{ tries: limits.triesPerCode }])
    expect(letsIn(await caller.enter(code))).toBe(false)
  })

  test('lives ten minutes, works once, and only in the browser that asked', async () => {
    const caller = createCaller(world)
    const code = await askedCode(world, caller, lone)
    const elsewhere = createCaller(world)
    await elsewhere.ask('karim@lyngsoe.example')
    expect(letsIn(await elsewhere.enter(code))).toBe(false)
    const browser = caller.visitor.cookies.get('__Host-medspil-browser') ?? ''
    expect(letsIn(await caller.enter(code))).toBe(true)
    caller.visitor.cookies.set('__Host-medspil-browser', browser)
    expect(letsIn(await caller.enter(code))).toBe(false)
    const slow = createCaller(world)
    const old = await askedCode(world, slow, lone)
    await later(1 / 6)
    expect(letsIn(await slow.enter(old))).toBe(false)
  })
})

describe('one address', () => {
  test('gets five mails an hour, also when twenty are asked for at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => createCaller(world).ask(lone)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(limits.mailsPerAddressPerHour)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
    expect((await createCaller(world, '198.51.100.7').ask(lone)).status).toBe(429)
    await later(1)
    expect((await createCaller(world).ask(lone)).status).toBe(303)
  })

  test('bears ten failures a day, whichever codes and networks they come through', async () => {
    const callers = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map(network => createCaller(world, network))
    const codes: string[] = []
    for (const caller of callers) codes.push(await askedCode(world, caller, lone))
    const [one, two, three] = callers
    if (!one || !two || !three) throw new Error('three callers')
    await guess(one, codes[0] ?? '', 5)
    await guess(two, codes[1] ?? '', 5)
    expect(letsIn(await three.enter(codes[2] ?? ''))).toBe(false)
    expect((await createCaller(world).ask(lone)).status).toBe(429)
    await later(24)
    expect(letsIn(await three.enter(codes[2] ?? ''))).toBe(false)
    await signedInByMail(world, lone)
  })

  test('and whoever has signed in with this browser before comes in all the same', async () => {
    const own = createCaller(world)
    await signedInByMail(world, lone, own)
    const attacker = createCaller(world, '203.0.113.9')
    for (let at = 0; at < 2; at++) await guess(attacker, await askedCode(world, attacker, lone), 5)
    expect((await attacker.ask(lone)).status).toBe(429)
    await later(1)
    await signedInByMail(world, lone, own)
  })

  test('but a browser that one colleague proved guesses at another’s code no freer than any other', async () => {
    const colleague = createCaller(world)
    await signedInByMail(world, 'karim@lyngsoe.example', colleague)
    for (let at = 0; at < 2; at++) await guess(colleague, await askedCode(world, colleague, lone), 5)
    expect((await colleague.ask(lone)).status).toBe(429)
  })
})

describe('one network', () => {
  const asks = async (network: string, name: string) =>
    (await createCaller(world, network).ask(`${name}@x.example`)).status

  test('asks for sixty codes an hour, and another network is not in its way', async () => {
    for (let at = 0; at < limits.requestsPerNetworkPerHour; at++)
      expect(await asks('192.0.2.77', `n${at}`)).toBe(303)
    expect(await asks('192.0.2.77', 'more')).toBe(429)
    expect(await asks('192.0.2.78', 'more')).toBe(303)
    await later(1)
    expect(await asks('192.0.2.77', 'more')).toBe(303)
  })

  test('is a /64 where addresses are many', async () => {
    for (let at = 0; at < limits.requestsPerNetworkPerHour; at++)
      expect(await asks(`2001:db8:1:2:${at.toString(16)}::1`, `v${at}`)).toBe(303)
    expect(await asks('2001:db8:1:2:ffff::9', 'more')).toBe(429)
    expect(await asks('2001:db8:1:3::9', 'more')).toBe(303)
  })
})

describe('the installation', () => {
  /** One code asked for and one guess at it, from a network of its own. */
  async function spray(at: number) {
    const caller = createCaller(world, `10.${at >> 8}.${at & 255}.1`)
    const asked = await caller.ask(`sprayed${at}-${day}@x.example`)
    if (asked.status === 303) await caller.enter('222222')
  }
  const counted = async () => {
    const { rows } = await world.superuser.query(
      `select count(*) filter (where not long_code)::int as short, count(*)::int as all from code_request
       where made_at > app.now() - interval '1 hour' and tries > 0`,
    )
    return rows[0]
  }

  test('spraying hundreds of addresses from hundreds of networks meets long codes after a hundred failures, hour by hour', {
    timeout: 60_000,
  }, async () => {
    for (const hour of [0, 1]) {
      for (let at = 0; at < 250; at += 10)
        await Promise.all(Array.from({ length: 10 }, (_, i) => spray(hour * 250 + at + i)))
      const { short, all } = await counted()
      // Up to ten were under way together when the budget was used up.
      expect(all).toBeGreaterThanOrEqual(240)
      expect(short).toBeLessThanOrEqual(limits.failuresPerHour + 1 + 10)
      await later(1)
    }
    await queueEmpty(world)
  })

  test('codes asked for beforehand are no way round it', async () => {
    const callers = Array.from({ length: 120 }, (_, at) => createCaller(world, `10.77.${at >> 4}.${at & 15}`))
    for (const [at, caller] of callers.entries())
      expect((await caller.ask(`early${at}@x.example`)).status).toBe(303)
    for (const caller of callers) await caller.enter('222222')
    expect(await counted()).toEqual({ short: limits.failuresPerHour + 1, all: limits.failuresPerHour + 1 })
    await queueEmpty(world)
  })

  test('then a new browser gets ten letters and figures, and a proven one its six figures', async () => {
    const own = createCaller(world)
    await signedInByMail(world, lone, own)
    for (let at = 0; at <= limits.failuresPerHour; at += 1) await spray(at)
    const fresh = createCaller(world)
    const long = await askedCode(world, fresh, 'karim@lyngsoe.example')
    expect(long).toMatch(/^[A-HJKMNP-Z2-9]{10}$/)
    expect(letsIn(await fresh.enter(`${long.slice(0, 5).toLowerCase()} ${long.slice(5)}`))).toBe(true)
    expect(await askedCode(world, own, lone)).toMatch(/^\d{6}$/)
  })
})

describe('nobody learns who is here', () => {
  /** What a browser gets, without what is random and with the address written as "…". */
  async function heard(address: string) {
    const caller = createCaller(world)
    const asked = await caller.ask(address)
    const page = await caller.visitor.get(urls.signInCode())
    const refused = await caller.enter('222222')
    const plain = (text: string) => text.replaceAll(address, '…').replaceAll(/browser=[^;]+/g, 'browser=…')
    const parts = await Promise.all(
      [asked, refused].map(async response => [
        response.status,
        plain(await response.text()),
        [...response.headers],
      ]),
    )
    return plain(JSON.stringify([parts, page.status, page.html, [...page.headers]]))
  }

  test('known, unknown and ended addresses get the same words, status and headers', async () => {
    const { birthe } = world.people
    await world.superuser.query(`update post set ends_on = app.today() where id = $1`, [birthe.post])
    const known = await heard(lone)
    expect(known).toContain('Skriv koden')
    expect(await heard('niemand@example.org')).toBe(known)
    expect(await heard(birthe.address)).toBe(known)
    await world.superuser.query(`update post set ends_on = null where id = $1`, [birthe.post])
  })

  test('also when there are too many', async () => {
    for (const address of [lone, 'niemand@example.org'])
      for (let at = 0; at < 5; at++) await createCaller(world).ask(address)
    expect(await heard('niemand@example.org')).toBe(await heard(lone))
  })

  test('an address that two people carry signs in nobody, and so does one without a post or duty today', async () => {
    const { karim, birthe } = world.people
    await world.superuser.query(`update person set address = $2 where id = $1`, [karim.person, lone])
    await world.superuser.query(`update post set ends_on = app.today() where id = $1`, [birthe.post])
    const before = world.terminal.lines.length
    for (const address of [lone, birthe.address])
      expect((await createCaller(world).ask(address)).status).toBe(303)
    await queueEmpty(world)
    expect(world.terminal.lines.slice(before)).toEqual([
      expect.stringContaining(`Ingen kode til ${lone}: flere har den mail.`),
    ])
    const { rows } = await world.superuser.query(
      `select count(*)::int as sent from code_request where made_at > app.now() - interval '1 minute' and code_hash is not null`,
    )
    expect(rows).toEqual([{ sent: 0 }])
    await world.superuser.query(`update person set address = 'karim@lyngsoe.example' where id = $1`, [
      karim.person,
    ])
    await world.superuser.query(`update post set ends_on = null where id = $1`, [birthe.post])
  })

  test('the page says what to do when there are too many, and keeps what was typed', async () => {
    const caller = createCaller(world)
    for (let at = 0; at < 5; at++) await caller.ask(lone)
    const refused = await caller.ask(lone)
    expect(refused.status).toBe(429)
    const shown = { html: await refused.text() }
    expect(shown.html).toContain(`value="${lone}"`)
    expect(wordsOf(shown)).not.toContain('Skriv koden')
  })
})
