import type { ComponentChildren } from 'preact'
import { DiamondIcon } from './icons.tsx'

/** The heads of the concept's own plan, in its order and its words: what, goal, how, when. */
export type PlanHeads = { what: string; goal: string; how: string; when: string }

export type PlanText = {
  what: ComponentChildren
  goal?: ComponentChildren
  /** The competence the goal is about: "Kompetence: Samarbejde". */
  competence?: ComponentChildren
  how?: ComponentChildren
  when?: ComponentChildren
  /** What the host does for it. */
  support?: ComponentChildren
}

type PlanPointProps = {
  heads: PlanHeads
  /** "Sådan støtter Anders dig" */
  supportLabel: string
  point: PlanText
  /** Said where one of the four is left open: "Ikke aftalt". */
  open: string
}

/** A point to read: label over text on a phone, four columns and a line of support from 768. */
export function PlanPoint({ heads, supportLabel, point, open }: PlanPointProps) {
  return (
    <dl class="plan-point">
      <Part name="what" head={heads.what} text={point.what} open={open} />
      <Part name="goal" head={heads.goal} text={point.goal} open={open} also={point.competence} />
      <Part name="how" head={heads.how} text={point.how} open={open} />
      <Part name="when" head={heads.when} text={point.when} open={open} />
      {point.support && (
        <div class="plan-support">
          <dt>
            <DiamondIcon />
            {supportLabel}
          </dt>
          <dd>{point.support}</dd>
        </div>
      )}
    </dl>
  )
}

function Part({
  name,
  head,
  text,
  open,
  also,
}: {
  name: string
  head: string
  text: ComponentChildren
  open: string
  also?: ComponentChildren
}) {
  return (
    <div class={`plan-${name}`}>
      <dt>{head}</dt>
      {text ? <dd>{text}</dd> : <dd class="plan-open">{open}</dd>}
      {also && <dd class="hint">{also}</dd>}
    </div>
  )
}
