import { getConclusions } from '../../db/conclusions.ts'
import { findPen } from '../../db/pens.ts'
import { listPoints } from '../../db/plans.ts'
import type { Joint, JointRefusal } from '../../domain/joint.ts'
import type { Pen } from '../../domain/pen.ts'
import type { PlacedPoint } from '../../domain/point.ts'
import type { RefusedText } from './joint-field.tsx'
import type { TypedPoint } from './point-form.ts'
import type { Room } from './room-page.tsx'
import { roomOf, type Visit } from './visit.ts'

/** A point that was not saved, and why; it comes back in its fields. `gone`: it was removed meanwhile. */
export type RefusedPoint = JointRefusal & { typed: TypedPoint; gone: boolean }

/** All that the plan's page shows while it is written. */
export type PlanShown = Room & {
  conclusions: ReadonlyMap<string, Joint>
  points: readonly PlacedPoint[]
  pen: Pen | undefined
  refused?: ReadonlyMap<string, RefusedText>
  refusedPoints?: ReadonlyMap<string, RefusedPoint>
  /** A change could not be made, because the other writes. */
  blocked?: boolean
  /** The point whose date is asked about, once. */
  asksAbout?: string | undefined
  late?: readonly string[]
}

export async function loadPlan(visit: Visit): Promise<PlanShown> {
  const { tx, deps, talk } = visit
  return {
    ...roomOf(visit),
    conclusions: await getConclusions(tx, deps.keys, talk),
    points: await listPoints(tx, deps.keys, talk),
    pen: await findPen(tx, talk),
  }
}
