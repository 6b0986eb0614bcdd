// The room of a talk: people and time, the guide, the stage, the foot. No menu and nothing that pops up.
import type { ComponentChildren } from 'preact'
import { RingsIcon } from './icons.tsx'
import { type Person, PersonMark } from './person-mark.tsx'

type RoomHeadProps = {
  participant: string
  /** "og" */
  and: string
  host: string
  /** "LUS, tirsdag den 14. april" */
  about: string
  /** "32 af 75 minutter", and the ways to hide it or pause. */
  children?: ComponentChildren
}

export function RoomHead({ participant, and, host, about, children }: RoomHeadProps) {
  return (
    <header class="header room-head">
      <p class="room-people">
        <PersonMark who="participant" name={participant} /> {and} <PersonMark who="host" name={host} />
      </p>
      <p class="room-about">{about}</p>
      {children && <div class="room-time">{children}</div>}
    </header>
  )
}

export type GuideStep = {
  label: string
  minutes: number
  /** Minutes gone of this step: `minutes` when it is over, 0 when it lies ahead. */
  gone: number
  current?: boolean | undefined
}

/** The talk's course as wide as its minutes; on a phone one line of words, `now`: "Emner, 17 af 40 min." */
export function Guide({ label, steps, now }: { label: string; steps: readonly GuideStep[]; now: string }) {
  return (
    <nav class="guide" aria-label={label}>
      <p class="guide-now">{now}</p>
      <ol>
        {steps.map(step => (
          <li
            key={step.label}
            class={widthClass(step.minutes)}
            aria-current={step.current ? 'step' : undefined}
          >
            <Gone step={step} />
            {step.label} {step.minutes}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const Gone = ({ step }: { step: GuideStep }) => (
  <svg width="100%" height="6" aria-hidden="true" focusable="false">
    <rect class="guide-ahead" y="2" width="100%" height="2" />
    <rect class="guide-gone" width={`${share(step)}%`} height="6" />
  </svg>
)

// A width that depends on data may not be an inline style (CSP), so it is a class, in steps of five minutes.
function widthClass(minutes: number): string {
  return `minutes-${Math.min(60, Math.max(5, Math.round(minutes / 5) * 5))}`
}

function share({ minutes, gone }: GuideStep): number {
  return minutes > 0 ? Math.round((Math.min(gone, minutes) / minutes) * 100) : 0
}

/** The stage left, what is joint right; under each other on a narrow screen. */
export function RoomStage({ children, joint }: { children: ComponentChildren; joint: ComponentChildren }) {
  return (
    <div class="room-stage">
      <div class="room-left">{children}</div>
      <div class="room-joint">{joint}</div>
    </div>
  )
}

/** One person's side of a topic. The led person comes first, always. */
export function Voice({ who, name, children }: { who: Person; name: string; children: ComponentChildren }) {
  return (
    <section class="voice">
      <h3>
        <PersonMark who={who} name={name} />
      </h3>
      <div class="voice-text">{children}</div>
    </section>
  )
}

/** The foot: own note left, saved and the way on right. */
export function RoomFoot({ children }: { children: ComponentChildren }) {
  return <div class="room-foot">{children}</div>
}

type JointProps = {
  /** The id of its text; the heading is its label, `<id>-heading`. */
  id: string
  /** "Hvad bliver I enige om?" */
  heading: string
  /** "Fælles" */
  shelfLabel: string
  /** Who writes now, and the way to change it. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** What both write, on the ground of what is shared. */
export function Joint({ id, heading, shelfLabel, aside, children }: JointProps) {
  return (
    <section class="joint shelf-joint" aria-labelledby={`${id}-heading`}>
      <div class="joint-head">
        <span class="shelf-word">
          <RingsIcon />
          {shelfLabel}
        </span>
        {aside && <div class="joint-aside">{aside}</div>}
      </div>
      <h2 class="question-text" id={`${id}-heading`}>
        {heading}
      </h2>
      {children}
    </section>
  )
}
