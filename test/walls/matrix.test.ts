import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { access, type Who } from '../../src/domain/access.ts'
import { demoUrls, urls } from '../../src/urls.ts'
import { openWorld, type World } from '../world/people.ts'
import { createVisitor, type Visitor } from '../world/visitor.ts'
import {
  type ActorName,
  addPastHosts,
  type Cast,
  makeCast,
  removePastHosts,
  type Standing,
  standings,
} from './actors.ts'
import { birdsIn, readers } from './birds.ts'
import { course, type State, states } from './course.ts'
import { type Answer, answered, answersAt, type Route, routesOf } from './crawl.ts'
import { keepFromPages } from './rewind.ts'
import type { Thread } from './thread.ts'

// Every actor at every address in every state of a conversation. What is expected stands in three small tables written by
// hand: who is what (actors.ts), what each kind of rule gives to each standing, and what is not there yet.

/** page: shown, led on, or told what is wrong in the form. nothing: 404, as for what never was. door: to sign in. */
type Given = 'page' | 'nothing' | 'door' | 'setup'

const given: Record<Who, Record<Standing, Given>> = {
  anybody: { inside: 'page', stranger: 'page', outside: 'page' },
  setup: { inside: 'setup', stranger: 'setup', outside: 'setup' },
  'signed-in': { inside: 'page', stranger: 'page', outside: 'door' },
  issuer: { inside: 'nothing', stranger: 'nothing', outside: 'door' },
  administrator: { inside: 'nothing', stranger: 'nothing', outside: 'door' },
  'host-of-post': { inside: 'nothing', stranger: 'nothing', outside: 'door' },
  'writer-of-post': { inside: 'nothing', stranger: 'nothing', outside: 'door' },
  'of-post': { inside: 'page', stranger: 'nothing', outside: 'door' },
  party: { inside: 'page', stranger: 'nothing', outside: 'door' },
  host: { inside: 'page', stranger: 'nothing', outside: 'door' },
  participant: { inside: 'page', stranger: 'nothing', outside: 'door' },
}

/** What the two themselves do not find before its time. */
const notYet: Readonly<Record<string, readonly State[]>> = {
  document: ['invited', 'agreed', 'talking', 'held', 'closing'],
}

/** Who has a page by what they are to the organisation or the post, and not to the conversation. */
const beside: Partial<Record<Who, readonly ActorName[]>> = {
  issuer: ['administrator of the organisation'],
  administrator: ['administrator of the organisation'],
  'host-of-post': ['host'],
  'writer-of-post': ['host', 'administrator of the organisation'],
  'of-post': ['administrator of the organisation'],
}

function expected(actor: ActorName, route: Route, state: State): Given {
  const standing = standings[actor]
  if (beside[route.bylaw.who]?.includes(actor)) return 'page'
  if (standing === 'inside' && notYet[route.name]?.includes(state)) return 'nothing'
  return given[route.bylaw.who][standing]
}

/** What an answer is, in the same words; `unknown` is how this visitor is told of a conversation that never was. */
function kindOf({ status, location, body }: Answer, unknown: string): string {
  if (status === 303 && location?.startsWith(urls.signIn())) return 'door'
  if (status === 404) return body === unknown ? 'nothing' : 'another 404'
  return [200, 303, 409, 422].includes(status) ? 'page' : `${status}`
}

let world: World
let cast: Cast
/** Where an answer was not what is expected: state, actor, address, what came. */
const wrong: string[] = []
/** In which state a text was first read by whom. */
const flown: Record<string, Partial<Record<ActorName, State>>> = {}
const looked = { stranger: 0, inside: 0, outside: 0 }

/** The conversation goes from each state to the next as it is asked for. */
let walk: ReturnType<typeof course>

beforeAll(async () => {
  world = await openWorld()
  cast = await makeCast(world)
  walk = course(world)
})
afterAll(() => world.close())

const patience = 120_000

describe.each(states)('everybody meets at every address what the bylaws say: %s', state => {
  let thread: Thread
  let routes: readonly Route[]
  beforeAll(async () => {
    const { value } = await walk.next()
    expect(value?.state).toBe(state)
    if (value) thread = value.thread
    const all = await routesOf(world, thread)
    routes = state === 'invited' ? all : all.filter(isOfThread)
    await addPastHosts(world, cast, thread)
  })

  test(
    'strangers, and at its first and its last those outside',
    async () => {
      for (const actor of actorsWho('stranger')) await look(actor, state, thread, routes.map(once))
      if (state === 'invited' || state === 'closed')
        for (const actor of actorsWho('outside')) await look(actor, state, thread, routes.map(once))
      expect(wrong).toEqual([])
    },
    patience,
  )

  test(
    'the two',
    async () => {
      await removePastHosts(world, cast)
      const rewind = await keepFromPages(world)
      for (const actor of actorsWho('inside')) await look(actor, state, thread, routes, rewind)
      expect(wrong).toEqual([])
    },
    patience,
  )
})

const isActor = (name: string): name is ActorName => name in standings
const actorsWho = (standing: Standing) =>
  Object.keys(standings)
    .filter(isActor)
    .filter(actor => standings[actor] === standing)
const isOfThread = ({ paths }: Route) => paths.some(path => path.startsWith('/samtaler/'))

/** For whom there is nothing, one address of a kind is as good as three. */
const once = (route: Route): Route => ({ ...route, paths: route.paths.slice(0, 1) })

/** Asks for every address as this actor; `rewind` undoes what a write of one of the two has changed. */
async function look(
  actor: ActorName,
  state: State,
  thread: Thread,
  routes: readonly Route[],
  rewind = async () => {},
) {
  const visitor = await cast.as(actor, thread)
  const never = urls.conversation({ id: '3f1c9a52-0000-4000-8000-000000000000' })
  const unknown = (await answered(await visitor.send(never))).body
  for (const route of routes) {
    const should = expected(actor, route, state)
    if (should === 'setup') continue
    for (const answer of await answersAt(visitor, route)) {
      looked[standings[actor]]++
      for (const bird of await birdsIn(answer)) flown[bird] = { [actor]: state, ...flown[bird] }
      const kind = kindOf(should === 'door' ? await followed(visitor, answer) : answer, unknown)
      const isLedBack = kind === 'door' && route.bylaw.who === 'anybody'
      if (kind !== should && !isLedBack)
        wrong.push(`${state}: ${actor}, ${route.method} ${route.name}: ${kind} for ${should}`)
    }
    if (route.method === 'POST') await rewind()
  }
}

/** Somebody outside may be led to a page first, which then leads to the door. */
async function followed(visitor: Visitor, answer: Answer): Promise<Answer> {
  const { status, location } = answer
  const leadsOn = status === 303 && location !== null && !location.startsWith(urls.signIn())
  return leadsOn ? answered(await visitor.send(location)) : answer
}

test('nobody and no address was left out', () => {
  const { stranger, inside, outside } = looked
  expect(stranger).toBeGreaterThan(states.length * 9 * 35)
  expect(inside).toBeGreaterThan(states.length * 2 * 40)
  expect(outside).toBeGreaterThan(2 * 4 * 40)
})

test('M18 every kind of text is read by those it is for, from its day on, and by nobody else', () => {
  expect(flown).toEqual(readers)
})

test('and on the way nothing broke', () => {
  expect(world.terminal.lines.filter(line => line.startsWith('error'))).toEqual([])
})

describe('the bylaws and the routes', () => {
  test('a route without a row fails the build, and a row without a route is not kept', async () => {
    const routes = await routesOf(world, { id: '00000000-0000-4000-8000-000000000000' })
    const served = routes.map(({ name, method }) => `${method.toLowerCase()} ${name}`).concat('post signOut')
    const written = Object.entries(access).flatMap(([name, rules]) =>
      Object.keys(rules).map(method => `${method} ${name}`),
    )
    expect(served.toSorted()).toEqual(written.toSorted())
    expect(written.length).toBeGreaterThan(55)
  })

  test('walls §4 a demo’s addresses are nobody’s here: 404, signed in or not', async () => {
    for (const visitor of [createVisitor(world), await world.as('anders')])
      for (const { pattern } of Object.values(demoUrls)) {
        const path = pattern.replace(':person', 'mette').replace(':scene', 'samtalen')
        expect([path, (await visitor.send(path)).status]).toEqual([path, 404])
        expect([path, (await visitor.postOnly(path, {})).status]).toEqual([path, 404])
      }
  })

  test('whoever has not used the terminal’s code finds no setup behind the first page', async () => {
    for (const actor of ['host', 'administrator of the organisation', 'nobody'] as const) {
      const visitor = await cast.as(actor, {
        id: '',
        host: await world.as('anders'),
        participant: await world.as('lone'),
      })
      const shown = [urls.setupPreview(), urls.setupOrganisation()].map(path =>
        visitor.post(path, { name: 'Min egen' }),
      )
      for (const { html, path } of await Promise.all(shown)) {
        expect(path).toBe(urls.setup())
        // In these houses there is an organisation: no code opens the setup any more.
        expect(html).toContain('Organisationen er oprettet')
        expect(html).not.toContain('<form method="post" action="/opret')
      }
      expect((await visitor.send(urls.setupExample())).status).toBe(404)
    }
    const { rows } = await world.superuser.query('select count(*)::int as n from organisation')
    expect(rows).toEqual([{ n: 2 }])
  })

  test('every rule names its reader and what is seen, in words', () => {
    for (const rules of Object.values(access))
      for (const { sees, who, proof } of Object.values(rules)) {
        expect(sees).toMatch(/^[A-ZÆØÅ].{10,160}\.$/)
        expect(who === 'anybody').toBe(proof === 'none')
        expect(who === 'setup').toBe(proof === 'setup-code')
      }
  })
})
