// One pen: 2 px, round ends, in a square of 24. Each says nothing aloud, because a word always stands beside it.
import type { ComponentChildren } from 'preact'

function Icon({ children, name }: { children: ComponentChildren; name?: string }) {
  return (
    <svg class={name ? `icon ${name}` : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

export const LockIcon = () => (
  <Icon>
    <rect x="5" y="10.5" width="14" height="10" rx="3" />
    <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
  </Icon>
)
export const EyeIcon = () => (
  <Icon>
    <path d="M2.5 12C5 8 8.2 6 12 6s7 2 9.5 6c-2.5 4-5.7 6-9.5 6s-7-2-9.5-6z" />
    <circle cx="12" cy="12" r="2.5" />
  </Icon>
)
export const RingsIcon = () => (
  <Icon>
    <circle cx="8.5" cy="12" r="5.5" />
    <circle cx="15.5" cy="12" r="5.5" />
  </Icon>
)
export const TickIcon = () => (
  <Icon>
    <path d="M4.5 12.5l5 5L20 7" />
  </Icon>
)
export const RingIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="6.5" />
  </Icon>
)
export const TriangleIcon = () => (
  <Icon>
    <path d="M12 4.5l8.5 15h-17zM12 10.5v4M12 17v.01" />
  </Icon>
)
export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5V12l3 2" />
  </Icon>
)
export const PencilIcon = () => (
  <Icon>
    <path d="M5 19l1-4.5L15.5 5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L9.5 18z" />
  </Icon>
)
export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
)
export const MenuIcon = () => (
  <Icon>
    <path d="M4 9h16M4 15h16" />
  </Icon>
)
export const ChevronIcon = () => (
  <Icon name="chevron">
    <path d="M6.5 9.5L12 15l5.5-5.5" />
  </Icon>
)
export const BackIcon = () => (
  <Icon>
    <path d="M14.5 6L8.5 12l6 6" />
  </Icon>
)
export const OnIcon = () => (
  <Icon>
    <path d="M9.5 6l6 6-6 6" />
  </Icon>
)
export const PauseIcon = () => (
  <Icon>
    <path d="M9 6v12M15 6v12" />
  </Icon>
)
export const DashedRingIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="7" stroke-dasharray="4.4 3" />
  </Icon>
)
export const HalfIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="7" />
    <path class="filled" d="M12 5a7 7 0 0 1 0 14z" />
  </Icon>
)
export const FullIcon = () => (
  <Icon>
    <circle class="filled" cx="12" cy="12" r="7" />
  </Icon>
)
/** The person it is about, and the one who holds the talk: they differ in shape, never in colour alone. */
export const CircleIcon = () => (
  <Icon name="mark-participant">
    <circle class="filled" cx="12" cy="12" r="8" />
  </Icon>
)
export const DiamondIcon = () => (
  <Icon name="mark-host">
    <path class="filled" d="M12 3l9 9-9 9-9-9z" />
  </Icon>
)
