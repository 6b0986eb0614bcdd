import type { VNode } from 'preact'
import {
  ClockIcon,
  DashedRingIcon,
  FullIcon,
  HalfIcon,
  OnIcon,
  PauseIcon,
  PencilIcon,
  RingIcon,
  TickIcon,
  TriangleIcon,
} from './icons.tsx'

export type Status =
  | 'missing-time'
  | 'invited'
  | 'agreed'
  | 'held'
  | 'closed'
  | 'waiting'
  | 'paused'
  | 'postponed'
  | 'deadline-near'
  | 'deadline-passed'
  | 'not-begun'
  | 'begun'
  | 'ready'

const glyphs: Record<Status, () => VNode> = {
  'missing-time': DashedRingIcon,
  invited: RingIcon,
  agreed: HalfIcon,
  held: FullIcon,
  closed: TickIcon,
  waiting: PencilIcon,
  paused: PauseIcon,
  postponed: OnIcon,
  'deadline-near': ClockIcon,
  'deadline-passed': TriangleIcon,
  'not-begun': DashedRingIcon,
  begun: HalfIcon,
  ready: TickIcon,
}

/** Where something stands: a glyph and its word. Only a deadline gets a ground of its own. */
export function StatusWord({ status, children }: { status: Status; children: string }) {
  const Glyph = glyphs[status]
  return (
    <span class={`status ${status}`}>
      <Glyph />
      {children}
    </span>
  )
}

/** The glyph alone, for a row of many beside a sentence that says the same. */
export function StatusGlyph({ status }: { status: Status }) {
  const Glyph = glyphs[status]
  return (
    <span class={`status-glyph ${status}`}>
      <Glyph />
    </span>
  )
}
