import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { asset } from '../../src/ui/assets.ts'
import { urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor } from '../world/visitor.ts'
import { answer, prepared, type Thread } from './thread.ts'

// What every answer carries, whatever it answers; and which requests are not answered at all.

let world: World
let thread: Thread
beforeAll(async () => {
  world = await openWorld()
  thread = await prepared(world)
})
afterAll(() => world.close())

const always = {
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}
const held = ({ headers }: Response) =>
  Object.fromEntries(Object.keys(always).map(name => [name, headers.get(name)]))

/** The policy's directives by name. */
const policyOf = ({ headers }: Response) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map(each => {
      const [name = '', ...sources] = each.trim().split(/\s+/)
      return [name, sources.join(' ')]
    }),
  )

const brokenApp = () => {
  const nowhere = new Pool({ host: '/nowhere', connectionTimeoutMillis: 100 })
  return createApp({ ...world.deps, db: { ...world.deps.db, party: nowhere } })
}

/** One answer of each kind the system gives. */
async function answers(): Promise<Record<string, Response>> {
  const { host, id } = thread
  const anonymous = createVisitor(world)
  const step = urls.step({ id, step: 'resultater' })
  const autosave = { ...answer('q5', 'a', ''), ...answer('q6', '', ''), 'q6.version': '0' }
  const broken = createVisitor({ app: brokenApp() })
  for (const [name, value] of host.cookies) broken.cookies.set(name, value)
  const script = { 'sec-fetch-site': 'same-origin', accept: 'application/json' }
  return {
    'a page': await host.send(urls.conversation({ id })),
    'a page with text': await host.send(urls.step({ id, step: 'indledning' })),
    'a page for anybody': await anonymous.send(urls.signIn()),
    'a redirect': await anonymous.send(urls.home()),
    'a save by script': await host.send(step, {
      method: 'POST',
      body: new URLSearchParams(autosave),
      headers: script,
    }),
    'a calendar file': await host.send(urls.calendar({ id })),
    'health, as JSON': await anonymous.send(urls.health()),
    'an unknown address': await anonymous.send('/findes-ikke'),
    'what is not mine': await (await world.as('karim')).send(urls.conversation({ id })),
    'a missing asset': await anonymous.send(urls.asset({ file: 'nothing.css' })),
    'a form without a key': await host.send(step, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
      headers: { 'sec-fetch-site': 'same-origin' },
    }),
    'a form that is too large': await host.postOnly(step, { a: 'x'.repeat(300_000) }),
    'a form from elsewhere': await host.send(step, { method: 'POST', body: new URLSearchParams({ a: 'b' }) }),
    'a prefetch': await host.send(urls.home(), { headers: { 'sec-purpose': 'prefetch' } }),
    'a bug': await broken.send(urls.home()),
    'another method': await anonymous.send(urls.home(), {
      method: 'PUT',
      headers: { 'sec-fetch-site': 'same-origin' },
    }),
  }
}

test('every answer is kept by no cache, sniffed by no browser and told to no other site', async () => {
  const given = await answers()
  const statuses = Object.fromEntries(Object.entries(given).map(([what, { status }]) => [what, status]))
  expect(statuses).toEqual({
    'a page': 200,
    'a page with text': 200,
    'a page for anybody': 200,
    'a redirect': 303,
    'a save by script': 200,
    'a calendar file': 200,
    'health, as JSON': 200,
    'an unknown address': 404,
    'what is not mine': 404,
    'a missing asset': 404,
    'a form without a key': 400,
    'a form that is too large': 413,
    'a form from elsewhere': 403,
    'a prefetch': 204,
    'a bug': 500,
    'another method': 404,
  })
  for (const [what, response] of Object.entries(given)) expect([what, held(response)]).toEqual([what, always])
})

test('every answer runs nothing but our own files, and is framed by nobody', async () => {
  for (const [what, response] of Object.entries(await answers())) {
    const policy = policyOf(response)
    expect([what, policy]).toEqual([what, expect.objectContaining(strict)])
    const loose = Object.entries(policy).filter(([, sources]) =>
      /unsafe|\*|data:|blob:|https?:/.test(sources),
    )
    expect([what, loose]).toEqual([what, []])
  }
})

// Hoisted: what stands below asks for it while it is made.
function hashOfStyles(): string {
  const built = readFileSync(`build${asset('medspil.css')}`, 'utf8').replaceAll('url("./', 'url("/assets/')
  return createHash('sha256').update(built).digest('base64')
}

const strict = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' 'sha256-${hashOfStyles()}'`,
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
}

test('only built files may be kept, and they too are nobody else’s to run or read', async () => {
  const response = await createVisitor(world).send(asset('medspil.css'))
  expect(held(response)).toEqual({ ...always, 'cache-control': 'public, max-age=31536000, immutable' })
  expect(policyOf(response)).toMatchObject(strict)
})

test('no page carries a script, a style or a handler of its own', async () => {
  for (const response of Object.values(await answers())) {
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await response.text()
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i)
  }
})

test('over https the browser is told to stay there', async () => {
  const app = createApp({ ...world.deps, origin: 'https://medspil.example' })
  const secure = await app.request(urls.signIn())
  expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}; includeSubDomains$/)
})

describe('cookies', () => {
  test('are for this host alone, over https alone, and for no script', async () => {
    const visitor = createVisitor(world)
    const said = world.terminal.next(/lone@lyngsoe\.example: (\d{6})$/)
    const lines = [await visitor.postOnly(urls.signIn(), { address: 'lone@lyngsoe.example' })]
    const [, code = ''] = await said
    lines.push(await visitor.postOnly(urls.signInCode(), { code, remember: 'yes' }))
    lines.push(await visitor.postOnly(urls.language(), { language: 'en' }))
    lines.push(await visitor.postOnly(urls.signOut(), {}))
    const cookies = lines.flatMap(({ headers }) => headers.getSetCookie())
    const names = new Set(cookies.map(line => line.split('=')[0]))
    expect([...names].toSorted()).toEqual(
      ['browser', 'device', 'language', 'return', 'session'].map(name => `__Host-medspil-${name}`),
    )
    for (const line of cookies) {
      expect(line).toMatch(/^__Host-medspil-/)
      for (const rule of [/;\s*Path=\/(;|$)/, /;\s*Secure/, /;\s*HttpOnly/, /;\s*SameSite=Lax/])
        expect(line).toMatch(rule)
      expect(line).not.toMatch(/;\s*Domain=/i)
    }
  })

  test('a session ends with the browser unless one asked to be remembered', async () => {
    const visitor = createVisitor(world)
    const said = world.terminal.next(/karim@lyngsoe\.example: (\d{6})$/)
    await visitor.post(urls.signIn(), { address: 'karim@lyngsoe.example' })
    const [, code = ''] = await said
    const { headers } = await visitor.postOnly(urls.signInCode(), { code })
    const session = headers.getSetCookie().find(line => line.startsWith('__Host-medspil-session='))
    expect(session).not.toMatch(/max-age|expires/i)
  })
})

describe('a write comes from our own page', () => {
  const write = (headers: Record<string, string>) =>
    thread.host.send(urls.language(), {
      method: 'POST',
      body: new URLSearchParams({ language: 'da' }),
      headers,
    })

  test.each([
    ['our own page says so', { 'sec-fetch-site': 'same-origin' }, 303],
    ['an older browser names our origin', { origin: 'http://localhost:4000' }, 303],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    [
      'another host of the same site',
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4000' },
      403,
    ],
    ['typed or from a mail', { 'sec-fetch-site': 'none' }, 403],
    [
      'another site that names our origin',
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4000' },
      403,
    ],
    ['an older browser from another origin', { origin: 'https://evil.example' }, 403],
    ['an origin that begins like ours', { origin: 'http://localhost:4000.evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['neither header', {}, 403],
  ])('%s', async (_, headers, status) => {
    expect((await write(headers)).status).toBe(status)
  })

  test('JSON and plain text bodies get no further', async () => {
    for (const [method, kind] of [
      ['POST', 'application/json'],
      ['POST', 'text/plain'],
      ['DELETE', 'text/plain'],
      ['PATCH', 'application/json'],
    ] as const) {
      const response = await thread.host.send(urls.language(), {
        method,
        body: '{"language":"en"}',
        headers: { 'content-type': kind },
      })
      expect([method, response.status]).toEqual([method, 403])
    }
  })
})

describe('no page is fetched before it is asked for', () => {
  test.each(['prefetch', 'prefetch;prerender', 'prefetch;anonymous-client-ip'])(
    'Sec-Purpose: %s',
    async purpose => {
      const before = await world.superuser.query('select count(*) from reading')
      for (const path of [urls.home(), urls.sharing({ id: thread.id }), urls.signIn()]) {
        const response = await thread.host.send(path, { headers: { 'sec-purpose': purpose } })
        expect(response.status).toBe(204)
        expect(await response.text()).toBe('')
      }
      expect((await world.superuser.query('select count(*) from reading')).rows).toEqual(before.rows)
    },
  )
})

describe('an address cannot be bent', () => {
  test('the switch of language leads back to our own page, never to another host', async () => {
    const back = async (referer: string) =>
      (
        await thread.host.send(urls.language(), {
          method: 'POST',
          body: new URLSearchParams({ language: 'da' }),
          headers: { 'sec-fetch-site': 'same-origin', referer },
        })
      ).headers.get('location')
    expect(await back(`http://localhost:4000${urls.about()}?a=b`)).toBe(`${urls.about()}?a=b`)
    expect(await back('https://evil.example/side')).toBe(urls.home())
    for (const path of ['//evil.example/side', '/\\evil.example/side', '///evil.example'])
      expect(await back(`http://localhost:4000${path}`)).toMatch(/^\/(?![/\\])/)
  })
})
