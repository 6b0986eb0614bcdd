import { getConclusions, writeConclusion } from '../../db/conclusions.ts'
import { listPoints, writePoint } from '../../db/plans.ts'
import { localDateOf } from '../../domain/day.ts'
import { judge, yearLine } from '../../domain/joint.ts'
import { isEmptyPoint, oddTime, type PlacedPoint, samePoint } from '../../domain/point.ts'
import type { Form } from '../form.ts'
import { readJoint } from './joint-fields.ts'
import type { RefusedPoint } from './plan-shown.ts'
import { type TypedPoint, typedPoints } from './point-form.ts'
import { joinedWhere, judgeAll, type Saved } from './topic-saving.ts'
import type { Visit } from './visit.ts'
import type { Sitting } from './writing.ts'

/** What became of the plan's page: the line on the year, and each point. */
export type SavedPlan = Saved & {
  points: Map<string, PlacedPoint>
  refusedPoints: Map<string, RefusedPoint>
  /** The first point whose date has just become one to ask about (S3-14). */
  asksAbout: PlacedPoint | undefined
}

/** Saves everything the plan's page sends, point by point. */
export async function writePlan(visit: Visit, form: Form, sitting: Sitting): Promise<SavedPlan> {
  const { tx, c, deps, talk } = visit
  const { keys, random } = deps
  const year = await judgeYear(visit, form, sitting)
  for (const [id, joint] of year.written) await writeConclusion(tx, keys, random, talk, id, joint, c.var.now)
  const before = new Map((await listPoints(tx, keys, talk)).map(placed => [placed.id, placed]))
  const points = new Map<string, PlacedPoint>()
  const refusedPoints = new Map<string, RefusedPoint>()
  for (const typed of typedPoints(form, talk.form)) {
    const judged = judgePoint(before.get(typed.id), typed, sitting)
    if (judged === 'nothing-new') continue
    if ('refused' in judged) refusedPoints.set(typed.id, judged)
    else points.set(typed.id, judged)
  }
  for (const placed of points.values()) await writePoint(tx, keys, random, talk, placed, c.var.now)
  const today = localDateOf(c.var.now)
  const asksAbout = [...points.values()].find(({ id, point }) => {
    const old = before.get(id)?.point
    const isNew = point.until !== old?.until || point.when !== old?.when
    return isNew && oddTime(talk.form, point, today) !== undefined
  })
  return { ...year, points, refusedPoints, asksAbout }
}

async function judgeYear({ tx, deps, talk }: Visit, form: Form, sitting: Sitting): Promise<Saved> {
  const before = await getConclusions(tx, deps.keys, talk)
  const year = readJoint(form, yearLine)
  const typed = joinedWhere(form, new Map(year ? [[yearLine, year]] : []), before)
  return judgeAll(typed, before, sitting)
}

function judgePoint(
  saved: PlacedPoint | undefined,
  typed: TypedPoint,
  { mayWrite }: Sitting,
): 'nothing-new' | PlacedPoint | RefusedPoint {
  const judged = judge({
    same: saved
      ? typed.faults.length === 0 && samePoint(typed.point, saved.point)
      : isEmptyPoint(typed.point),
    untouched: typed.untouched,
    tooLong: typed.faults.length > 0,
    mayWrite,
    newest: typed.version === (saved?.version ?? 0),
  })
  if (judged === 'nothing-new') return judged
  if (judged === 'written') return { id: typed.id, version: typed.version + 1, point: typed.point }
  return { ...judged, typed, gone: saved === undefined }
}
