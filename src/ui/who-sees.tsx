import type { ComponentChildren } from 'preact'
import { Link } from './link.tsx'
import { type Shelf, shelfIcons } from './shelf.ts'

type WhoSeesProps = {
  /** `own`: nobody else yet · `share`: what is shared now · `joint`: both. */
  shelf: Shelf
  /** "Anders kan ikke se noget endnu." */
  children: ComponentChildren
  /** "Se hvad." */
  link?: { href: string; label: string } | undefined
}

/** Who can see, by name, in one line under every title of preparation. */
export function WhoSees({ shelf, children, link }: WhoSeesProps) {
  const Icon = shelfIcons[shelf]
  return (
    <p class={`who-sees shelf-${shelf}`}>
      <Icon />
      <span>
        {children}
        {link && (
          <>
            {' '}
            <Link href={link.href}>{link.label}</Link>
          </>
        )}
      </span>
    </p>
  )
}
