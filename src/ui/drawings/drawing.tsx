// A cheap two-colour print: one ink line of 2 px at every size, and one clay fill laid 3 px right and 3 px down of its
// line. Exactly one object is clay. A drawing says nothing aloud: what it says must stand in the words beside it.
import type { ComponentChildren } from 'preact'

type DrawingProps = { width: number; height: number; children: ComponentChildren }

export function Drawing({ width, height, children }: DrawingProps) {
  return (
    <svg
      class="drawing"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

/** The one object in clay: its fill slipped aside, its line in place. */
export function Clay({ d }: { d: string }) {
  return (
    <>
      <path class="clay" transform="translate(3 3)" d={d} />
      <path class="ink" d={d} />
    </>
  )
}
