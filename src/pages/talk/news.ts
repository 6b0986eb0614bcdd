import { getConclusions } from '../../db/conclusions.ts'
import { findPen } from '../../db/pens.ts'
import { listPoints } from '../../db/plans.ts'
import type { Step } from '../../domain/concept.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { type Joint, unwritten, yearLine } from '../../domain/joint.ts'
import { type PlacedPoint, pointTexts } from '../../domain/point.ts'
import { markOf } from './joint-fields.ts'
import { isAsked } from './notices.tsx'
import { type Writer, writerOf } from './pen-line.tsx'
import { pointMark, prefixOf } from './point-form.ts'
import { readingOf, stateOf } from './room-words.ts'
import { timeSaid } from './time-said.ts'
import { trayLines } from './tray.tsx'
import type { Visit } from './visit.ts'

/** One thing both write in, with the fields it is sent as. */
export type Group = { version: number; shown: string; fields: Record<string, string | boolean> }

/**
 * What the room's script asks for while the page is looked at: joint text alone, never what one has shared, so it opens
 * nothing that the reading log would have to know of.
 */
export type News = {
  state: string
  reading: string
  writer: Writer
  /** The text they write in. */
  place: string
  groups: Record<string, Group>
  /** The other says that the talk has been held. */
  asks: boolean
  /** The talk's clock. */
  time: string
  /** The plan's tray, line by line; nothing where the page has none. */
  tray: readonly string[]
}

/** Where there is nothing to write: how the talk stands, and its clock. */
export const standingNews = ({ talk, c }: Visit): Pick<News, 'state' | 'time'> => ({
  state: stateOf(talk),
  time: timeSaid(talk, c.var.now, c.var.language),
})

export async function topicNews({ tx, c, deps, talk }: Visit, topic: Step): Promise<News> {
  const conclusions = await getConclusions(tx, deps.keys, talk)
  const groups = topic.questions.map(id => [id, jointGroup(id, conclusions.get(id) ?? unwritten)])
  return {
    state: stateOf(talk),
    reading: '',
    ...(await penNews(tx, talk, c.var.now)),
    groups: Object.fromEntries(groups),
    asks: isAsked(talk),
    time: timeSaid(talk, c.var.now, c.var.language),
    tray: trayLines(await listPoints(tx, deps.keys, talk), c.var.language),
  }
}

async function penNews(tx: Visit['tx'], talk: Conversation, now: Date) {
  const pen = await findPen(tx, talk)
  return { writer: writerOf({ talk, now }, pen), place: pen?.place ?? '' }
}

const jointGroup = (id: string, { text, version }: Joint): Group => ({
  version,
  shown: markOf(version, text),
  fields: { [`${id}.text`]: text },
})

export async function planNews({ tx, c, deps, talk }: Visit): Promise<News> {
  const conclusions = await getConclusions(tx, deps.keys, talk)
  const points = await listPoints(tx, deps.keys, talk)
  const year = conclusions.get(yearLine) ?? unwritten
  return {
    state: stateOf(talk, points),
    reading: readingOf(points),
    ...(await penNews(tx, talk, c.var.now)),
    groups: Object.fromEntries([[yearLine, jointGroup(yearLine, year)], ...points.map(pointGroup)]),
    asks: isAsked(talk),
    time: timeSaid(talk, c.var.now, c.var.language),
    tray: [],
  }
}

function pointGroup({ id, version, point }: PlacedPoint): [string, Group] {
  const prefix = prefixOf(id)
  const fields = pointTexts.map(name => [`${prefix}.${name}`, point[name]] as const)
  const others = {
    [`${prefix}.until`]: point.until ?? '',
    [`${prefix}.alone`]: point.alone,
    [`${prefix}.competence`]: point.competence,
  }
  const shown = pointMark(version, point)
  return [prefix, { version, shown, fields: { ...Object.fromEntries(fields), ...others } }]
}
