import type { Role } from '../domain/concept.ts'
import type { Conversation } from '../domain/conversation.ts'
import { yearLine } from '../domain/joint.ts'
import type { JointText } from '../domain/record/freezing.ts'
import type { Random } from '../random.ts'
import type { Keys } from '../trust/keys.ts'
import { getConclusions } from './conclusions.ts'
import { listPoints } from './plans.ts'
import type { Tx } from './query.ts'
import { getShared } from './sharing.ts'
import { listTicks } from './ticks.ts'

/** All that the two have written together so far, as it would be frozen now. */
export async function getJointText(
  tx: Tx,
  keys: Keys,
  random: Random,
  talk: Conversation,
): Promise<JointText> {
  const joint = await getConclusions(tx, keys, talk)
  const given = await listTicks(tx, keys, talk)
  const points = await listPoints(tx, keys, talk)
  const sharedBy = (role: Role) => getShared(tx, keys, random, talk, talk[role].id)
  const ticksOf = (role: Role) =>
    new Map(given.filter(({ person }) => person === talk[role].id).map(tick => [tick.question, tick]))
  return {
    conclusions: new Map([...joint].map(([question, { text }]) => [question, text])),
    year: joint.get(yearLine)?.text ?? '',
    points: points.map(({ point }) => point),
    shared: { host: await sharedBy('host'), participant: await sharedBy('participant') },
    ticks: { host: ticksOf('host'), participant: ticksOf('participant') },
  }
}
