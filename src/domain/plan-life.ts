// The plan after its closing: what became of each point, what the host still owes, and what the next talk begins with.
// The frozen text never changes by it; marks lie beside it.

import type { Conversation } from './conversation.ts'
import { daysBetween, type LocalDate } from './day.ts'
import { isOver } from './lifecycle.ts'
import type { Point } from './point.ts'
import type { PlanPart } from './record.ts'

export const pointStates = ['open', 'done', 'dropped'] as const
export type PointState = (typeof pointStates)[number]

/** A mark is about a point, or about the promise in it; `point` is its place in the frozen plan, from 0. */
export type About = 'point' | 'promise'
export type Mark = {
  readonly point: number
  readonly about: About
  readonly state: PointState
  readonly by: string
  readonly on: LocalDate
  readonly version: number
}

/** What has become of a point or a promise. Without a mark it is open, in version 0. */
export type Standing = Pick<Mark, 'state' | 'version'> & Partial<Pick<Mark, 'by' | 'on'>>

/** A point as it stands now. `promise` is there where the host promised something. */
export type LivePoint = {
  readonly at: number
  readonly point: Point
  readonly standing: Standing
  readonly promise: Standing | undefined
}

/** A closed plan in the version that counts; its points as they stand now. */
export type LivePlan = {
  readonly talk: Conversation
  readonly version: number
  readonly plan: PlanPart
  readonly points: readonly LivePoint[]
}

const untouched: Standing = { state: 'open', version: 0 }

/** The frozen points with what has become of each. */
export function livePoints({ points, supportPerPoint }: PlanPart, marks: readonly Mark[]): LivePoint[] {
  const standing = (point: number, about: About) =>
    marks.find(mark => mark.point === point && mark.about === about) ?? untouched
  return points.map((point, at) => ({
    at,
    point,
    standing: standing(at, 'point'),
    // »Jeg klarer det selv« with nothing beside it is no promise (S0-32).
    promise: supportPerPoint && point.support.trim() !== '' ? standing(at, 'promise') : undefined,
  }))
}

/** What somebody wants a mark to say, and the version they saw. */
export type MarkWish = { readonly state: PointState; readonly version: number }

/** `same`: it says so already, whoever pressed first. `stale`: the other has changed it meanwhile to something else. */
export type MarkRefusal = { readonly refused: 'same' | 'stale' }

export function markPoint(now: Standing, wish: MarkWish): MarkWish | MarkRefusal {
  if (wish.state === now.state) return { refused: 'same' }
  if (wish.version !== now.version) return { refused: 'stale' }
  return { state: wish.state, version: now.version + 1 }
}

/** Past its date and still open. It is said in words; nobody is blamed. */
export const isPastDate = ({ point, standing }: LivePoint, today: LocalDate): boolean =>
  standing.state === 'open' && point.until !== null && point.until < today

const soon = 14

/** Whether a point wants looking at: it is past its date, or within a fortnight of it. */
export const isDue = ({ point, standing }: LivePoint, today: LocalDate): boolean =>
  standing.state === 'open' && point.until !== null && daysBetween(today, point.until) <= soon

/** How the plan stands in one count: what is done, of those that were not dropped. */
export function countDone(points: readonly LivePoint[]): { done: number; all: number } {
  const counted = points.filter(({ standing }) => standing.state !== 'dropped')
  return { done: counted.filter(({ standing }) => standing.state === 'done').length, all: counted.length }
}

/** One promise of the host's, with whom it was given and where it stands. */
export type HostPromise = { readonly plan: LivePlan; readonly live: LivePoint; readonly standing: Standing }

const farOff = '9999-12-31'
const dateOf = ({ live }: HostPromise) => live.point.until ?? farOff

/** A host's promises across people, the earliest date first. A point that is done or dropped needs no support more. */
export function promisesIn(plans: readonly LivePlan[]): { open: HostPromise[]; kept: HostPromise[] } {
  const all = plans
    .filter(({ talk }) => talk.role === 'host')
    .flatMap(plan =>
      plan.points.flatMap(live => (live.promise ? [{ plan, live, standing: live.promise }] : [])),
    )
    .toSorted((one, other) => dateOf(one).localeCompare(dateOf(other)))
  const isOpen = ({ live, standing }: HostPromise) =>
    standing.state === 'open' && live.standing.state === 'open'
  return { open: all.filter(isOpen), kept: all.filter(({ standing }) => standing.state === 'done') }
}

/** T24: the talk before this one: of the same kind, about the same person, the latest that is over. */
export function lastTalk(talk: Conversation, talks: readonly Conversation[]): Conversation | undefined {
  const isEarlier = (other: Conversation) =>
    other.id !== talk.id &&
    other.kind === talk.kind &&
    other.participant.id === talk.participant.id &&
    isOver(other.status) &&
    (talk.closedAt === null || (other.closedAt !== null && other.closedAt < talk.closedAt))
  return talks
    .filter(isEarlier)
    .toSorted((one, other) => (other.closedAt?.getTime() ?? 0) - (one.closedAt?.getTime() ?? 0))[0]
}

/** The talks about me that are over, the newest first: the first one's plan is the one that runs. */
export const talksWithPlans = (talks: readonly Conversation[]): Conversation[] =>
  talks
    .filter(({ role, status }) => role === 'participant' && isOver(status))
    .toSorted((one, other) => (other.closedAt?.getTime() ?? 0) - (one.closedAt?.getTime() ?? 0))
