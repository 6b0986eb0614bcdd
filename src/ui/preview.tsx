import type { ComponentChildren } from 'preact'
import { DiamondIcon, LockIcon } from './icons.tsx'

export type PreviewItem = {
  value: string
  /** The question or its short name. */
  title: string
  /** Drawn by the same part as the other person's page, so that the preview cannot differ from it. */
  body: ComponentChildren
}

type PreviewProps = {
  /** What the ticks' names begin with: `share` sends `share.q7=yes`. */
  name: string
  /** "Sådan ser det ud hos Mette" */
  heading: string
  shared: readonly PreviewItem[]
  /** What the frame says when nothing is ticked. */
  emptyLabel: string
  /** "Bliver hos dig" */
  keptHeading: string
  kept: readonly PreviewItem[]
  /** "Din note er heller ikke med. Den kan kun du se." */
  keptNote?: ComponentChildren
}

/** What the other will see, framed; below it, in plum, what stays. */
export function Preview({ name, heading, shared, emptyLabel, keptHeading, kept, keptNote }: PreviewProps) {
  return (
    <div>
      <section class="preview" aria-labelledby={`${name}-shared`}>
        <h2 id={`${name}-shared`}>
          <DiamondIcon />
          {heading}
        </h2>
        {shared.length === 0 && <p class="preview-empty">{emptyLabel}</p>}
        <Items name={name} items={shared} checked />
      </section>
      {(kept.length > 0 || keptNote) && (
        <section class="kept" aria-labelledby={`${name}-kept`}>
          <h2 id={`${name}-kept`}>
            <LockIcon />
            {keptHeading}
          </h2>
          <Items name={name} items={kept} checked={false} />
          {keptNote && <div class="kept-note">{keptNote}</div>}
        </section>
      )}
    </div>
  )
}

function Items({ name, items, checked }: { name: string; items: readonly PreviewItem[]; checked: boolean }) {
  if (items.length === 0) return null
  return (
    <ul>
      {items.map(item => (
        <li key={item.value} class="preview-item">
          <input
            class="checkbox"
            type="checkbox"
            id={`${name}-${item.value}`}
            name={`${name}.${item.value}`}
            value="yes"
            checked={checked}
          />
          <label for={`${name}-${item.value}`}>{item.title}</label>
          <div class="preview-body">{item.body}</div>
        </li>
      ))}
    </ul>
  )
}
