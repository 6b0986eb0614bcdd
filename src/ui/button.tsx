import type { ComponentChildren } from 'preact'
import { Link } from './link.tsx'

/** One `primary` on a screen; `secondary` is an edge without ground; `text` looks like a link at full height. */
type Kind = 'primary' | 'secondary' | 'text'

export type ButtonProps = {
  children: ComponentChildren
  kind?: Kind | undefined
  /** `button` does nothing without script: only for what script adds. */
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  form?: string | undefined
  formAction?: string | undefined
  /** Send although fields are empty or wrong: saving for later, going back. */
  formNoValidate?: boolean | undefined
  icon?: ComponentChildren
  /** The words while it works, "Deler …": script puts them in, keeps the width and ignores a second press. */
  working?: string | undefined
}

export function Button({ children, kind = 'primary', type = 'submit', icon, working, ...rest }: ButtonProps) {
  return (
    <button class={`button ${kind}`} type={type} data-working={working} {...rest}>
      {icon}
      <span>{children}</span>
    </button>
  )
}

type ButtonLinkProps = {
  href: string
  children: ComponentChildren
  kind?: Kind | undefined
  icon?: ComponentChildren
  download?: boolean | undefined
  label?: string | undefined
}

/** A link that carries the page's next step and looks like it. */
export function ButtonLink({ children, kind = 'primary', icon, ...rest }: ButtonLinkProps) {
  return (
    <Link class={`button ${kind}`} {...rest}>
      {icon}
      <span>{children}</span>
    </Link>
  )
}

/** Buttons under each other on a phone, the first one first. */
export function ButtonStack({ children }: { children: ComponentChildren }) {
  return <div class="button-stack">{children}</div>
}
