import type { ComponentChildren } from 'preact'

// mailto: a person writes to their representative from their own mail, and nothing is stored here.
const schemes = ['http:', 'https:', 'mailto:']

/**
 * The address if it may stand in a page, else undefined. Read by the browser's own rules, because `java\nscript:`
 * and ` javascript:` are addresses to a browser and not to a pattern.
 */
export function safeHref(href: string): string | undefined {
  try {
    return schemes.includes(new URL(href, 'https://relative.invalid').protocol) ? href : undefined
  } catch {
    return undefined
  }
}

export type LinkProps = {
  href: string
  children: ComponentChildren
  class?: string | undefined
  id?: string | undefined
  lang?: string | undefined
  current?: boolean | undefined
  download?: boolean | undefined
  newTab?: boolean | undefined
  /** In a frame it opens in the whole window. */
  outOfFrame?: boolean | undefined
  /** What the link says beyond its words, for those who hear it out of its place: "Foreslå tider til Jonas". */
  label?: string | undefined
}

/** The only way to a link. An address that is refused leaves its words standing, without the link. */
export function Link({
  href,
  children,
  class: name,
  current,
  label,
  newTab,
  outOfFrame,
  ...rest
}: LinkProps) {
  const safe = safeHref(href)
  if (safe === undefined) return <span class={name}>{children}</span>
  return (
    <a
      href={safe}
      class={name}
      target={newTab ? '_blank' : outOfFrame ? '_top' : undefined}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      {...rest}
    >
      {children}
    </a>
  )
}

/** A link on a line of its own: 44 high to press, though only the words are drawn. */
export function LinkLine(props: LinkProps) {
  return (
    <p class="link-line">
      <Link {...props} />
    </p>
  )
}
