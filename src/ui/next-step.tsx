import type { ComponentChildren } from 'preact'

type NextStepProps = {
  /** "Dit næste skridt" */
  eyebrow: string
  title: string
  /** One or two sentences. */
  children: ComponentChildren
  /** One `ButtonLink`. */
  action?: ComponentChildren
  /** One line on who can see: a `WhoSees`. */
  privacy?: ComponentChildren
}

/** The one card of Min side, with the morning's light in its corner. Never two, never a count. */
export function NextStep({ eyebrow, title, children, action, privacy }: NextStepProps) {
  return (
    <section class="card next-step" aria-labelledby="next-step">
      <svg class="window-light" viewBox="0 0 136 96" aria-hidden="true" focusable="false">
        <path d="M0 0h62l17 24-53 10zM72 0h64v12L90 21zM30 42l53-10 38 52-53 11zM93 30l43-8v60l-6 1z" />
      </svg>
      <p class="eyebrow">{eyebrow}</p>
      <h2 id="next-step">{title}</h2>
      <div class="next-step-text">{children}</div>
      {action}
      {privacy}
    </section>
  )
}
