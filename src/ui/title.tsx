import type { ComponentChildren } from 'preact'
import { softHyphens } from './soft-hyphens.ts'

type TitleProps = {
  children: ComponentChildren
  /** One line of help right under the title. */
  help?: ComponentChildren
  /** "Opfølgning", "Emne 2 af 4": small, above. */
  eyebrow?: string | undefined
}

/** The page's h1 with what belongs to it. */
export function Title({ children, help, eyebrow }: TitleProps) {
  return (
    <div class="title">
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <h1>{typeof children === 'string' ? softHyphens(children) : children}</h1>
      {help && <p class="title-help">{help}</p>}
    </div>
  )
}
