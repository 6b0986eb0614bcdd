import { getConclusions, listConcluded } from '../../db/conclusions.ts'
import { findPen } from '../../db/pens.ts'
import { listPoints } from '../../db/plans.ts'
import { getPreparation, type OwnPreparation } from '../../db/preparations.ts'
import { getShared, listSharedQuestions, logReading } from '../../db/sharing.ts'
import { type GivenTick, getMyTicks } from '../../db/ticks.ts'
import type { Step } from '../../domain/concept.ts'
import { meIn, otherIn } from '../../domain/conversation.ts'
import { localDateOf } from '../../domain/day.ts'
import type { Joint } from '../../domain/joint.ts'
import type { Pen } from '../../domain/pen.ts'
import type { LivePlan } from '../../domain/plan-life.ts'
import type { PlacedPoint } from '../../domain/point.ts'
import { findLastPlan } from '../last-plan.tsx'
import type { RefusedText } from './joint-field.tsx'
import type { Room } from './room-page.tsx'
import { roomOf, type Visit } from './visit.ts'
import type { Shared } from './voices.tsx'

/** All that a topic's page shows to one of the two. */
export type TopicShown = Room & {
  topic: Step
  shared: Shared
  own: OwnPreparation
  conclusions: ReadonlyMap<string, Joint>
  ticks: ReadonlyMap<string, GivenTick>
  points: readonly PlacedPoint[]
  pen: Pen | undefined
  /** Ids of the questions there is something to talk from. */
  about: ReadonlySet<string>
  /** The plan of the talk before this one. */
  last: LivePlan | undefined
  /** What was typed and not saved, by question id. */
  refused?: ReadonlyMap<string, RefusedText>
  /** What was typed after the text was frozen: for copying only. */
  late?: readonly string[]
}

/** A topic as it stands now. Opening what the other has shared is logged here, in the same transaction. */
export async function loadTopic(visit: Visit, topic: Step): Promise<TopicShown> {
  const { tx, deps, talk } = visit
  return {
    ...roomOf(visit),
    topic,
    shared: await openShared(visit, topic),
    own: await getPreparation(tx, deps.keys, deps.random, talk, topic.questions),
    conclusions: await getConclusions(tx, deps.keys, talk),
    ticks: await getMyTicks(tx, deps.keys, talk),
    points: await listPoints(tx, deps.keys, talk),
    pen: await findPen(tx, talk),
    about: await loadAbout(visit),
    last: await findLastPlan(tx, deps, talk),
  }
}

/** Ids of the questions somebody has shared an answer to, or something is agreed on. No text is opened for it. */
export async function loadAbout({ tx, talk }: Visit): Promise<ReadonlySet<string>> {
  const host = await listSharedQuestions(tx, talk, talk.host.id)
  const participant = await listSharedQuestions(tx, talk, talk.participant.id)
  return new Set([...host, ...participant, ...(await listConcluded(tx, talk))])
}

// No row, no text (walls §5): when the row cannot be written, the transaction fails and nothing is shown.
async function openShared({ tx, c, deps, talk }: Visit, topic: Step): Promise<Shared> {
  const { keys, random } = deps
  const theirs = await getShared(tx, keys, random, talk, otherIn(talk).id)
  if (topic.questions.some(id => theirs.has(id)))
    await logReading(tx, random, talk, 'preparation', localDateOf(c.var.now), c.var.now)
  const mine = await getShared(tx, keys, random, talk, meIn(talk).id)
  return talk.role === 'host' ? { host: mine, participant: theirs } : { host: theirs, participant: mine }
}
