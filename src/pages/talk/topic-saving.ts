import { getConclusions, writeConclusion } from '../../db/conclusions.ts'
import { listPoints, writePoint } from '../../db/plans.ts'
import { getShared } from '../../db/sharing.ts'
import { getMyTicks, writeTick } from '../../db/ticks.ts'
import { questionsIn, type Step } from '../../domain/concept.ts'
import { type Conversation, meIn } from '../../domain/conversation.ts'
import { type Joint, joined, jointLimit } from '../../domain/joint.ts'
import { pointFrom } from '../../domain/point.ts'
import { tooLong } from '../../domain/text.ts'
import { ticksOffered } from '../../domain/tick.ts'
import type { Form } from '../form.ts'
import type { RefusedText } from './joint-field.tsx'
import { readJoint, type TypedJoint } from './joint-fields.ts'
import { readTick } from './ticks.tsx'
import { tell, type Visit } from './visit.ts'
import { judgeJoint, type Sitting, sitDown } from './writing.ts'

/** What became of a page's joint texts: the new versions, and what could not be saved. */
export type Saved = { written: Map<string, Joint>; refused: Map<string, RefusedText> }

type SavedTopic = Saved & { ticks: Map<string, { version: number }> }

/** Saves what a topic's page sends: joint text, own ticks, and a conclusion made a point. */
export async function writeTopic(visit: Visit, form: Form, topic: Step, takes: boolean): Promise<SavedTopic> {
  const { tx, c, deps, talk } = visit
  const sitting = await sitDown(tx, talk, c.var.now, takes)
  const before = await getConclusions(tx, deps.keys, talk)
  const typed = joinedWhere(form, typedTopic(form, talk, topic), before)
  const saved = judgeAll(typed, before, sitting)
  for (const [id, joint] of saved.written)
    await writeConclusion(tx, deps.keys, deps.random, talk, id, joint, c.var.now)
  const ticks = await saveTicks(visit, form, topic)
  const text = (id: string) => (saved.written.get(id) ?? before.get(id))?.text ?? ''
  const isPoint = await makePoint(visit, form, topic, text, saved)
  const writes = takes || saved.written.size > 0
  const pen = writes ? await sitting.keepPen(placeOf(form, saved)) : []
  await tell(visit, [...(isPoint ? ['point-added'] : []), ...pen])
  return { ...saved, ticks }
}

/** The joint texts that came along, by question id. */
export function typedTopic(form: Form, talk: Conversation, topic: Step): Map<string, TypedJoint> {
  const typed = new Map<string, TypedJoint>()
  for (const { id } of questionsIn(talk.form, topic)) {
    const each = readJoint(form, id)
    if (each) typed.set(id, each)
  }
  return typed
}

/** »Behold begge tekster«: what is saved, and under it what was typed. */
export function joinedWhere(
  form: Form,
  typed: ReadonlyMap<string, TypedJoint>,
  saved: ReadonlyMap<string, Joint>,
): ReadonlyMap<string, TypedJoint> {
  const [, id = ''] = /^join\.(.+)$/.exec(form.text('do')) ?? []
  const mine = typed.get(id)
  if (!mine) return typed
  const text = joined(saved.get(id)?.text ?? '', mine.text)
  return new Map(typed).set(id, { ...mine, text, untouched: false, tooLong: tooLong(text, jointLimit) })
}

export function judgeAll(
  typed: ReadonlyMap<string, TypedJoint>,
  saved: ReadonlyMap<string, Joint>,
  sitting: Sitting,
): Saved {
  const written = new Map<string, Joint>()
  const refused = new Map<string, RefusedText>()
  for (const [id, each] of typed) {
    const judged = judgeJoint(saved.get(id), each, sitting)
    if (judged === 'nothing-new') continue
    if ('refused' in judged) refused.set(id, { ...judged, typed: each.text })
    else written.set(id, judged)
  }
  return { written, refused }
}

/** Own ticks, whoever holds the pen. Gives the new versions, by what the names of their fields begin with. */
async function saveTicks({ tx, deps, talk }: Visit, form: Form, topic: Step) {
  const { keys, random } = deps
  const ticks = new Map<string, { version: number }>()
  const shared = await getShared(tx, keys, random, talk, meIn(talk).id)
  const given = await getMyTicks(tx, keys, talk)
  for (const question of questionsIn(talk.form, topic)) {
    const before = given.get(question.id)
    const tick = readTick(form, question.id, ticksOffered(question, shared.get(question.id)), before)
    if (!tick) continue
    await writeTick(tx, keys, random, talk, question.id, tick, before)
    ticks.set(`${question.id}.tick`, { version: (before?.version ?? 0) + 1 })
  }
  return ticks
}

/** Where the pen is: at the text that was written, else at the one whose button took it over. */
export const placeOf = (form: Form, { written }: Pick<Saved, 'written'>): string =>
  [...written.keys()].at(-1) ?? /^take\.(.+)$/.exec(form.text('do'))?.[1] ?? ''

/** »Gør til punkt«, of the text that is saved. It writes over nothing, so it takes no pen, and waits for none. */
async function makePoint(
  { tx, c, deps, talk }: Visit,
  form: Form,
  topic: Step,
  textOf: (id: string) => string,
  { refused }: Saved,
): Promise<boolean> {
  const [, id = ''] = /^point\.(.+)$/.exec(form.text('do')) ?? []
  if (!topic.questions.includes(id) || refused.has(id)) return false
  const point = pointFrom(textOf(id), await listPoints(tx, deps.keys, talk))
  if (!point) return false
  const placed = { id: deps.random.shownId(), version: 1, point }
  await writePoint(tx, deps.keys, deps.random, talk, placed, c.var.now)
  return true
}
