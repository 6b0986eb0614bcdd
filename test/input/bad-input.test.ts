import { afterAll, beforeAll, expect, test } from 'vitest'
import { access } from '../../src/domain/access.ts'
import { urls } from '../../src/urls.ts'
import { course } from '../walls/course.ts'
import { keep } from '../walls/rewind.ts'
import type { Thread } from '../walls/thread.ts'
import { openWorld, type World } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'
import { bodies, crowded } from './bodies.ts'
import { type Cells, goodOf, spoilt, unknown } from './cells.ts'
import { furnish, placeIn, senderIn } from './place.ts'
import type { Row } from './row.ts'
import { rows } from './rows.ts'

// Every form of every page with whatever can be wrong with it, in the state in which it is open: it is refused in words,
// nothing of it is saved, and nothing breaks. How long it may take, `npm run drill -- requests` asks.

let world: World
let furnished: Awaited<ReturnType<typeof furnish>>
/** What was not as it should be: address, what was wrong with the form, what came. */
const faults: string[] = []
const count = { good: 0, bad: 0 }

beforeAll(async () => {
  world = await openWorld()
  for await (const { state, thread } of course(world)) {
    furnished ??= await furnish(world)
    const rewind = await keep(world)
    for (const name of namesIn())
      if ((rows[name]?.at ?? 'invited') === state) await tryRow(name, rows[name], thread, rewind)
  }
}, 300_000)
afterAll(() => world.close())

type Name = keyof typeof urls
const isName = (name: string): name is Name => name in urls
const namesIn = () => Object.keys(rows).filter(isName)

async function tryRow(name: Name, row: Row | undefined, thread: Thread, rewind: () => Promise<void>) {
  if (!row) return
  const senders = senderIn(thread, furnished, world)
  await row.before?.({ world, id: thread.id, senders })
  const place = await placeIn(world, thread)
  const parts = { ...furnished.own, id: thread.id, point: place.point, ...row.parts?.(place) }
  const here: Here = { name, row, visitor: senders[row.by], cells: row.cells?.(place) ?? {}, parts }
  const before = await traces()
  // Nothing of it is saved, so nothing of it waits for another.
  await Promise.all(badOf(here).map(bad => trySending(here, bad)))
  if ((await traces()) !== before) {
    if (!row.keeps) faults.push(`${name}: something of it was saved`)
    await rewind()
  }
  await tryTwice(here)
  await rewind()
}

type Here = {
  name: Name
  row: Row
  visitor: Visitor
  cells: Cells
  parts: Readonly<Record<string, string>>
}
/** A request, what is wrong with it, and what it may be answered. */
type Bad = { way: string; path: string; kind: string; body: BodyInit; may: readonly number[] }

const badOf = (here: Here): Bad[] => [...badBodies(here), ...badAddresses(here), ...badFields(here)]

const pathOf = ({ name, parts }: Here, part = '', value = '') =>
  urls[name].pattern.replaceAll(/:(\w+)/g, (_, each: string) =>
    each === part ? value : (parts[each] ?? 'x'),
  )

const badBodies = (here: Here): Bad[] =>
  bodies(here.name === 'place').map(({ name, status, kind, body }) => ({
    way: name,
    path: pathOf(here),
    kind,
    // As bytes: of text a request would say its kind by itself.
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    may: [here.row.bodies?.[name] ?? status],
  }))

/** Each part of the address in turn: unknown, none at all, and somebody else's. */
function badAddresses(here: Here): Bad[] {
  const { name, row, cells } = here
  return [...urls[name].pattern.matchAll(/:(\w+)/g)].flatMap(([, part = '']) =>
    [unknown, '%00', furnished.foreign[part] ?? unknown].map(value => ({
      way: `another ${part}`,
      path: pathOf(here, part, value),
      kind: '',
      body: formOf(goodOf(cells)),
      may: passes(row, `another ${part}`) ? [404, 303] : [404],
    })),
  )
}

const passes = ({ passes = {} }: Row, way: string) => Object.keys(passes).some(each => way.startsWith(each))

const refusals = [400, 404, 409, 413, 422, 429]

function badFields(here: Here): Bad[] {
  const ways = spoilt(here.cells, furnished.foreign.id ?? '')
  const sent = ways.map(([way, fields]) => ({
    ...{ way, path: pathOf(here), kind: '', body: formOf(fields) },
    may: passes(here.row, way) ? [...refusals, 200, 303] : refusals,
  }))
  // Nobody's key: read to its end, and not taken in.
  const crowd = {
    way: 'more fields than there are',
    path: pathOf(here),
    kind: '',
    body: new URLSearchParams(crowded()),
  }
  return [...sent, { ...crowd, may: [...refusals, 200, 303] }]
}

const formOf = (fields: Record<string, string>) =>
  new URLSearchParams({ key: crypto.randomUUID(), ...fields })

async function trySending({ visitor, name }: Here, { way, path, kind, body, may }: Bad) {
  count.bad++
  const came = await post(visitor, `${name}: ${way}`, path, kind, body)
  if (!may.includes(came)) faults.push(`${name}: ${way}: ${came}`)
}

async function post(visitor: Visitor, what: string, path: string, kind: string, body: BodyInit) {
  const headers = { 'sec-fetch-site': 'same-origin', ...(kind && { 'content-type': kind }) }
  const init = { method: 'POST', body, headers }
  const { status } = await visitor.send(path, init)
  if (status >= 500) faults.push(`${what}: ${status}`)
  return status
}

/** As it should be, and once more: the second is answered like the first and changes nothing. */
async function tryTwice(here: Here) {
  const { name, row, visitor, cells } = here
  const key = crypto.randomUUID()
  const send = () => post(visitor, name, pathOf(here), '', new URLSearchParams({ key, ...goodOf(cells) }))
  count.good++
  const first = await send()
  const after = await traces()
  const second = await send()
  if (first !== row.good) faults.push(`${name}: as it should be: ${first}`)
  if (second !== first && !passes(row, 'a second time')) faults.push(`${name}: a second time: ${second}`)
  if ((await traces()) !== after && !row.keeps) faults.push(`${name}: a second time: saved`)
}

const watched = [
  'event',
  'conversation',
  'answer',
  'plan_point',
  'conclusion',
  'tick',
  'slot',
  'record',
  'signature',
  'duty',
  'closed_weeks',
  'intake',
  'intake_head',
  'organisation',
  'person',
  'slip',
  'document_link',
  'job_description',
  'point_mark',
  'follow_up_time',
]

/** Changes with whatever is saved: how many rows, and when the newest was written. */
async function traces(): Promise<string> {
  const each = watched.map(
    table => `(select count(*) || '/' || coalesce(max(xmin::text::bigint), 0) from ${table})`,
  )
  const { rows } = await world.superuser.query({
    name: 'traces',
    text: `select concat_ws(' ', ${each.join()}) as traces`,
  })
  return rows[0].traces
}

test('every form that is taken has a row here, and every row a form', () => {
  const written = Object.entries(access).flatMap(([name, rules]) => (rules.post ? [name] : []))
  expect(Object.keys(rows).toSorted()).toEqual(written.toSorted())
})

test('whatever is wrong with a form is refused, and nothing of it is saved or breaks anything', () => {
  expect(faults).toEqual([])
  expect(count.good).toBe(Object.keys(rows).length)
  expect(world.terminal.lines.filter(line => line.startsWith('error'))).toEqual([])
})
