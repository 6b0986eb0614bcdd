import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { filled } from '../talk/talking.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, type Visitor } from '../world/visitor.ts'
import { threadIn } from './course.ts'
import { type Answer, answered, type Route, routesOf } from './crawl.ts'
import { keep } from './rewind.ts'
import { answer, done, share, type Thread } from './thread.ts'

// Two organisations in one installation, each in the middle of a talk. Anders of Lyngsø knows every id of Fjordby and puts
// it wherever an id may stand, in addresses and in forms.

let world: World
let ours: Thread
let theirs: Thread
let foreign: string[]
const stranger = 'En fremmed graagaas'
beforeAll(async () => {
  world = await openWorld()
  ours = await threadIn(world, 'talking')
  theirs = await talkOfFjordby()
  foreign = await idsOf(world.other)
}, 60_000)
afterAll(() => world.close())

/** Eva invites Poul; both write, share, begin, conclude and plan. Every word of theirs is a strange goose. */
async function talkOfFjordby(): Promise<Thread> {
  const [host, participant] = [await world.as('eva'), await world.as('poul')]
  const times = { 'day-1': '2026-04-14', 'time-1': '17:00' }
  const letter = { length: '75', where: 'here', place: 'Skolen', greeting: stranger, ...times }
  const sent = await host.postOnly(urls.planning({ post: world.people.poul.post }), letter)
  const id = sent.headers.get('location')?.split('/')[2] ?? ''
  const { html } = await participant.get(urls.invitation({ id }))
  await done(participant, urls.time({ id }), { slot: /name="slot" value="([^"]+)"/.exec(html)?.[1] ?? '' })
  for (const visitor of [host, participant]) {
    const written = { ...answer('q1', stranger, stranger), ...answer('q2', stranger, '') }
    await done(visitor, urls.step({ id, step: 'indledning' }), written)
    await share({ id }, visitor)
  }
  await done(host, urls.talk({ id }), {})
  const topic = urls.topic({ id, step: 'indledning' })
  await done(host, topic, filled(await host.get(topic), { 'q1.text': stranger }))
  await done(host, urls.points({ id }), filled(await host.get(urls.planDraft({ id }))))
  const plan = await host.get(urls.planDraft({ id }))
  const point = /name="(p\.[0-9a-f-]{36})\.version"/.exec(plan.html)?.[1] ?? ''
  await done(
    host,
    urls.planDraft({ id }),
    filled(plan, { [`${point}.what`]: stranger, 'year.text': stranger }),
  )
  return { id, host, participant }
}

/** One id out of each column of each table of an organisation that holds ids. */
async function idsOf(organisation: string): Promise<string[]> {
  const { rows } = await world.superuser.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns c
     where table_schema = 'public' and data_type = 'uuid' and exists (select from information_schema.columns o
       where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'organisation_id')`,
  )
  const ids = new Set<string>()
  for (const { table, column } of rows) {
    const found = await world.superuser.query(
      `select ${column} as id from ${table} where organisation_id = $1 and ${column} is not null limit 1`,
      [organisation],
    )
    for (const { id } of found.rows) ids.add(id)
  }
  return [...ids]
}

/** All that stands in an organisation's rows, as one print. */
async function printOf(organisation: string): Promise<string> {
  const { rows } = await world.superuser.query<{ table: string }>(
    `select table_name as table from information_schema.columns where table_schema = 'public'
     and column_name = 'organisation_id' and table_name <> 'session' order by 1`,
  )
  const prints: string[] = []
  for (const { table } of rows) {
    const held = await world.superuser.query(
      `select md5(string_agg(t::text, '|' order by t::text)) as print from ${table} t where organisation_id = $1`,
      [organisation],
    )
    prints.push(held.rows[0].print)
  }
  return prints.join()
}

async function send(
  visitor: Visitor,
  { method }: Route,
  path: string,
  fields: Record<string, string> = {},
): Promise<Answer> {
  return answered(method === 'POST' ? await visitor.postOnly(path, fields) : await visitor.send(path))
}

test('they themselves read what they wrote', async () => {
  const shown = await theirs.participant.get(urls.topic({ id: theirs.id, step: 'indledning' }))
  expect(shown.html.split(stranger).length).toBeGreaterThan(4)
  expect(foreign.length).toBeGreaterThan(15)
})

test('every id of the other organisation in every address is no address at all', {
  timeout: 60_000,
}, async () => {
  const before = await printOf(world.other)
  const routes = (await routesOf(world, ours)).filter(({ bylaw }) =>
    ['party', 'host', 'participant', 'host-of-post'].includes(bylaw.who),
  )
  const { body: unknown } = await answered(await ours.host.send(urls.conversation({ id: randomUUID() })))
  for (const route of routes) {
    const [path = ''] = route.paths
    const own = path.includes(world.people.lone.post) ? world.people.lone.post : ours.id
    for (const id of foreign) {
      const { status, body } = await send(ours.host, route, path.replace(own, id))
      expect([route.method, route.name, status, body === unknown]).toEqual([
        route.method,
        route.name,
        404,
        true,
      ])
    }
  }
  expect(await printOf(world.other)).toBe(before)
})

test('nor is one of their ids in a form of ours, in any field', { timeout: 60_000 }, async () => {
  const before = await printOf(world.other)
  const rewind = await keep(world)
  const point = (
    await world.superuser.query('select id from plan_point where organisation_id = $1', [world.other])
  ).rows[0].id
  const slot = (await world.superuser.query('select id from slot where organisation_id = $1', [world.other]))
    .rows[0].id
  const fields: Record<string, string>[] = [
    ...foreign.slice(0, 3).map(id => ({ slot: id, do: `point.${id}`, from: id, choice: id })),
    {
      slot,
      [`p.${point}.version`]: '2',
      [`p.${point}.what`]: 'vores',
      [`p.${point}.shown`]: '2-x',
      do: 'end',
    },
    { [`p.${point}.version`]: '1', [`p.${point}.what`]: '', do: 'remove' },
  ]
  for (const route of (await routesOf(world, ours)).filter(
    ({ method, name }) => method === 'POST' && name !== 'signIn',
  ))
    for (const each of fields) {
      const [path = ''] = route.paths
      const { status, body } = await send(ours.host, route, path, each)
      expect([route.name, status]).toEqual([route.name, expect.toSatisfy(code => code < 500)])
      expect(body).not.toContain(stranger)
      await rewind()
    }
  expect(await printOf(world.other)).toBe(before)
  expect(world.terminal.lines.filter(line => line.startsWith('error'))).toEqual([])
})

const odd = [
  ...[
    '%00',
    '%00%00',
    '..',
    '%2e%2e%2f',
    "';--",
    '0',
    'null',
    'æøå',
    '%F0%9F%90%A6',
    '%E0%A4%A',
    'x'.repeat(3000),
  ],
  ...[randomUUID().toUpperCase(), `{${randomUUID()}}`, `${randomUUID()}%00`],
]

test('whatever stands where an id belongs, it is no address and breaks nothing', {
  timeout: 60_000,
}, async () => {
  const part = fc.oneof(
    fc.constantFrom(...odd),
    fc.string({ unit: 'binary', maxLength: 40 }).map(text => encodeURIComponent(text.toWellFormed())),
  )
  const routes = (await routesOf(world, ours)).filter(({ paths: [path = ''] }) => path.split('/').length > 2)
  const replaced = async (route: Route, at: number, id: string) => {
    const parts = (route.paths[0] ?? '').split('/')
    const place = 1 + (at % (parts.length - 1))
    const path = parts.map((each, n) => (n === place ? id : each)).join('/')
    const { status } = await send(ours.host, route, path, {
      slot: decode(id),
      from: decode(id),
      choice: decode(id),
    })
    expect([path, status]).toEqual([path, expect.toSatisfy(code => code < 500)])
  }
  for (const route of routes) for (const at of [1, 3]) await replaced(route, at, '%00')
  const anything = fc.asyncProperty(fc.constantFrom(...routes), fc.nat({ max: 5 }), part, replaced)
  await fc.assert(anything, { numRuns: 120 })
  expect(world.terminal.lines.filter(line => line.startsWith('error'))).toEqual([])
})

test('whatever a cookie says, it is nobody', async () => {
  for (const name of ['session', 'browser', 'device', 'setup', 'language', 'return'])
    for (const value of odd) {
      const visitor = createVisitor(world)
      visitor.cookies.set(`__Host-medspil-${name}`, value)
      for (const path of [
        urls.home(),
        urls.signIn(),
        urls.signInCode(),
        urls.setup(),
        urls.setupOrganisation(),
      ])
        expect([name, value, path, (await visitor.send(path)).status]).toEqual([
          name,
          value,
          path,
          expect.toSatisfy(code => code < 400),
        ])
    }
})

const decode = (part: string) => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

test('whatever is typed at the door, it is answered', async () => {
  const address = fc.oneof(
    fc.constantFrom(
      'a\0b@lyngsoe.example',
      '\0',
      'a@b.c\u202e',
      `${'x'.repeat(300)}@y.example`,
      "'@lyngsoe.example",
      'å@ø.æ',
    ),
    fc.string({ unit: 'binary', maxLength: 60 }).map(text => `${text.toWellFormed()}@x.example`),
  )
  let at = 0
  await fc.assert(
    fc.asyncProperty(address, async typed => {
      const visitor = createVisitor(world)
      const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': `10.9.${at >> 8}.${at++ & 255}` }
      const ask = (path: string, body: Record<string, string>) =>
        visitor.send(path, { method: 'POST', body: new URLSearchParams(body), headers })
      expect([303, 422, 429]).toContain((await ask(urls.signIn(), { address: typed })).status)
      expect([303, 422]).toContain((await ask(urls.signInCode(), { code: typed })).status)
      expect([303, 422]).toContain((await ask(urls.setupCode(), { code: typed })).status)
    }),
    { numRuns: 60 },
  )
  expect(world.terminal.lines.filter(line => line.startsWith('error'))).toEqual([])
})
