import { type Person, sharedDays, type Unit, unitsUpward } from '../organisation.ts'
import type { Fault, FaultRule, Warning } from './faults.ts'
import type { Line } from './lines.ts'
import { later, once } from './once.ts'
import { ringsIn } from './rings.ts'

// Who hosts whom (S3-03). The file names a leader by number, address or name; where the cell is empty it is the nearest leader
// in the tree of units, and the preview says so. A host hosts from a post: the one nearest to the participant's unit.

/** A row of the file with the person it became, and their unit. */
export type Seated = {
  readonly line: Line
  readonly person: Person
  readonly unit: string
  /** Its place among those of the file, and whether it is the first of its person. */
  readonly no: number
  readonly first: boolean
  /** The id of the post they have there; a board's chair has none. */
  readonly post: string | null
}
export type Placed = Seated & { readonly post: string }

export const isPlaced = (each: Seated): each is Placed => each.post !== null

/** Who is hosted by whom, on the days that both are there. */
export type Pair = { readonly participant: Placed; readonly host: Placed }
type Alone = { readonly participant: Placed }

/** Where posts are looked up: by what a row may call their person, and the tree they stand in. */
type Place = {
  readonly leaderOf: (named: string) => Leading
  readonly tree: ReadonlyMap<string, Unit>
  /** The units with a chair who has no post and holds a talk by their duty (S0-08). */
  readonly chaired: ReadonlySet<string>
}

export type ReadHosts = {
  readonly pairs: readonly Pair[]
  readonly faults: readonly Fault[]
  readonly warnings: readonly Warning[]
}

/** Finds everybody's host. A leader who has a chair has a host already. `head` is what the file calls the column of leaders. */
export function readHosts(
  placed: readonly Placed[],
  chairs: readonly Seated[],
  units: readonly Unit[],
  head: string | undefined,
): ReadHosts {
  const place: Place = {
    leaderOf: once(leaderFinder(placed, chairs)),
    tree: new Map(units.map(unit => [unit.id, unit])),
    chaired: new Set(chairs.map(({ unit }) => unit)),
  }
  const found = placed.map(each => namedHost(each, place))
  const named = found.filter(each => 'host' in each)
  const leaders = leadersOf(named)
  const nearest = placed.filter(wantsNearest).map(each => nearestLeader(each, leaders, place))
  const fromTree = nearest.filter(each => 'host' in each)
  const pairs = [...named, ...fromTree]
  const faults = [...found.filter(each => 'rule' in each), ...ringFaults(pairs)]
  return {
    pairs,
    faults: faults.map(fault => ({ ...fault, column: 'leader', head })),
    warnings: [
      ...foundInTree(fromTree),
      ...withoutHost(nearest.filter(each => isAlone(each, place, leaders))),
    ],
  }
}

/** Whom rows name as their leader: a chair, or whoever has these posts; one person, or by mistake two. */
type Leading = {
  readonly isChair: boolean
  readonly posts: readonly Placed[]
  readonly people: readonly Person[]
}

const numberOf = ({ person }: Seated) => person.number
const addressOf = ({ person }: Seated) => person.address
const nameOf = ({ person }: Seated) => person.name.toLowerCase()

/** Finds a leader by number, else by address, else by name. Most files use one of them, and the others are never gathered. */
function leaderFinder(placed: readonly Placed[], chairs: readonly Seated[]): Place['leaderOf'] {
  const leaders = [...new Set(placed.map(each => each.line.leader))]
  const words = leaders.flatMap(leader => (typeof leader === 'string' ? [] : leader.named))
  const named = new Set<string | null>(words.flatMap(word => [word, word.toLowerCase()]))
  const calledBy = (call: (each: Seated) => string | null) =>
    later(() => {
      const theirs = placed.filter(each => named.has(call(each)))
      return Map.groupBy(theirs, call)
    })
  const [byNumber, byAddress, byName] = [calledBy(numberOf), calledBy(addressOf), calledBy(nameOf)]
  const chairsAre = new Set(chairs.flatMap(each => [numberOf(each), addressOf(each), nameOf(each)]))
  return word => {
    const lower = word.toLowerCase()
    const posts = byNumber().get(word) ?? byAddress().get(lower) ?? byName().get(lower) ?? []
    const isChair = chairsAre.has(word) || chairsAre.has(lower)
    return { isChair, posts, people: [...new Set(posts.map(each => each.person))] }
  }
}

/** The host whom the row names; a fault where that is nobody, two people, oneself, or somebody of another time. */
function namedHost(participant: Placed, place: Place): Pair | Fault | Alone {
  const { leader, row } = participant.line
  if (typeof leader === 'string') return { participant }
  const { isChair, posts, people } = place.leaderOf(leader.named)
  if (isChair) return { participant }
  const [leading, another] = people
  const refuse = (rule: FaultRule): Fault => ({ rule, row, names: leading ? [leading.name] : [] })
  if (leading === undefined) return refuse('leader-unknown')
  if (another) return refuse('leader-of-two')
  if (leading === participant.person) return refuse('leader-itself')
  const host = nearestOf(posts, participant, place)
  return host ? { participant, host } : refuse('leader-at-other-time')
}

/** Nobody holds this one's talk: no leader, and no chair of the house this one leads. */
function isAlone(
  each: Pair | Alone,
  { chaired }: Place,
  leaders: ReadonlyMap<string, Placed>,
): each is Alone {
  const { unit } = each.participant
  const hasChair = chaired.has(unit) && leaders.get(unit) === each.participant
  return !('host' in each) && !hasChair
}

/** Of several posts held at the participant's time, the one in the same unit or the nearest above; else the first. */
function nearestOf(posts: readonly Placed[], { line, unit }: Placed, { tree }: Place): Placed | undefined {
  const held = posts.filter(each => sharedDays(each.line, line))
  if (held.length < 2) return held[0]
  const upward = unitsUpward(tree, unit).map(above => above.id)
  const distance = (each: Placed) => {
    const steps = upward.indexOf(each.unit)
    return steps < 0 ? upward.length : steps
  }
  return held.toSorted((one, other) => distance(one) - distance(other))[0]
}

const isChair = (each: Placed) => each.line.duties.includes('chair')

// A board's chair is nobody's employee: without a leader of their own they have none.
const wantsNearest = (each: Placed) => each.line.leader === 'nearest' && !isChair(each)

/** S3-03: the leader of one's own unit, or of the nearest unit above that somebody else leads. */
function nearestLeader(
  participant: Placed,
  leaders: ReadonlyMap<string, Placed>,
  { tree }: Place,
): Pair | Alone {
  const upward = unitsUpward(tree, participant.unit).map(unit => leaders.get(unit.id))
  const host = upward.find(leader => leader !== undefined && leader.person !== participant.person)
  return host && sharedDays(host.line, participant.line) ? { participant, host } : { participant }
}

/** Who leads each unit: the one there who hosts others there and is hosted by nobody there. Of two such, neither. */
function leadersOf(named: readonly Pair[]): ReadonlyMap<string, Placed> {
  const within = named.filter(({ participant, host }) => participant.unit === host.unit && !isChair(host))
  const leading = new Set(within.map(pair => pair.host))
  for (const { participant } of within) leading.delete(participant)
  const byUnit = Map.groupBy(leading, leader => leader.unit)
  return new Map(
    [...byUnit].flatMap(([unit, [leader, another]]) => (leader && !another ? [[unit, leader] as const] : [])),
  )
}

function ringFaults(pairs: readonly Pair[]): readonly Fault[] {
  // Whoever hosts nobody stands in no ring, and that is nearly everybody.
  const hosting = new Set(pairs.map(({ host }) => host))
  if (ringsAmong(pairs.filter(({ participant }) => hosting.has(participant))).length === 0) return []
  const rings = ringsAmong(pairs)
  const members = new Map(pairs.map(({ participant }) => [participant.post, participant]))
  return rings.map(ring => {
    const ringed = ring.flatMap(id => members.get(id) ?? [])
    const row = Math.min(...ringed.map(member => member.line.row))
    return { rule: 'host-ring', row, names: ringed.map(member => member.person.name) }
  })
}

const ringsAmong = (pairs: readonly Pair[]) =>
  ringsIn(new Map(pairs.map(({ participant, host }) => [participant.post, host.post])))

function foundInTree(pairs: readonly Pair[]): readonly Warning[] {
  const named = pairs.map(({ participant, host }) => ({
    name: participant.person.name,
    host: host.person.name,
  }))
  return named.length > 0 ? [{ rule: 'host-found', pairs: named }] : []
}

function withoutHost(alone: readonly Alone[]): readonly Warning[] {
  const names = alone.map(({ participant }) => participant.person.name)
  return names.length > 0 ? [{ rule: 'no-host', names }] : []
}
