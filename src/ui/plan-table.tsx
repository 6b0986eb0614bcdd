import type { ComponentChildren } from 'preact'
import { type PlanHeads, PlanPoint, type PlanText } from './plan-point.tsx'

type PlanTableProps = {
  heads: PlanHeads
  supportLabel: string
  points: readonly (PlanText & { key: string })[]
  open: string
  /** "Ret planen først": what may be done with it, under the last point. */
  children?: ComponentChildren
}

/** A plan to be read. The heads stand once on a wide screen; those who listen hear them at every point. */
export function PlanTable({ heads, supportLabel, points, open, children }: PlanTableProps) {
  return (
    <div class="card plan-table">
      <p class="plan-heads" aria-hidden="true">
        <span>{heads.what}</span>
        <span>{heads.goal}</span>
        <span>{heads.how}</span>
        <span>{heads.when}</span>
      </p>
      {points.map(point => (
        <PlanPoint key={point.key} heads={heads} supportLabel={supportLabel} point={point} open={open} />
      ))}
      {children && <div class="plan-foot">{children}</div>}
    </div>
  )
}
